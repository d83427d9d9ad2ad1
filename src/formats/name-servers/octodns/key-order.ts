/**
 * The order in which octoDNS wants the keys of every mapping, which it checks unless told not to (its `yaml.py`):
 * texts by code point, but runs of digits by their number, so that `pool-2` comes before `pool-10`.
 */
export function byKeys(a: string, b: string): number {
  const [ours, theirs] = [runsOf(a), runsOf(b)]
  for (const [index, run] of ours.entries()) {
    const other = theirs[index]
    if (other === undefined) return 1
    if (run === other) continue
    // Runs of digits stand at odd places.
    const difference = index % 2 === 1 ? Number(run) - Number(other) : run < other ? -1 : 1
    if (difference !== 0) return difference
  }
  return ours.length - theirs.length
}

const runsOf = (key: string): readonly string[] => key.split(/(\d+)/)
