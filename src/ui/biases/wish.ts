import type { ShareTarget } from '../../analysis/tuning/share-targets'

/** A share as parts of 1, read from what was typed; or what is wrong with the text. */
export type Wish =
  | { readonly kind: 'none' }
  | { readonly kind: 'share'; readonly share: Omit<ShareTarget, 'endpoint'> }
  | { readonly kind: 'problem'; readonly problem: string }

const NUMBER = String.raw`(\d+(?:[.,]\d+)?)\s*%?`
const WISH = new RegExp(`^${NUMBER}(?:\\s*(?:\\.\\.|…|-|–|to)\\s*${NUMBER})?$`)

/** Reads percent of demand: `35`, `35 %`, or a range such as `30–40`, `30 to 40`, `30..40`. */
export function readWish(text: string): Wish {
  const typed = text.trim()
  if (typed === '') return { kind: 'none' }
  const found = WISH.exec(typed)
  if (!found) return { kind: 'problem', problem: 'Type percent, such as 35, or a range, such as 30–40.' }
  const least = percentOf(found[1])
  const most = found[2] === undefined ? least : percentOf(found[2])
  if (least > 100 || most > 100) return { kind: 'problem', problem: 'At most 100 %.' }
  if (least > most) return { kind: 'problem', problem: 'The lower end of a range comes first.' }
  return { kind: 'share', share: { least: least / 100, most: most / 100 } }
}

function percentOf(text = ''): number {
  return Number(text.replace(',', '.'))
}
