import { lazy, type ReactNode } from 'react'
import { OUTPUTS } from '../../../formats/outputs'
import type { Scenario } from '../../../scenario/scenario'

const EquivalenceNote = lazy(async () => ({
  default: (await import('../equivalence-note')).EquivalenceNote,
}))

/** More that can be said of a format than what it loses, by its id; each of lazily loaded code. */
export const FORMAT_NOTES: ReadonlyMap<string, (scenario: Scenario) => ReactNode> = new Map(
  OUTPUTS.filter(({ readBack }) => readBack).map((format) => [
    format.id,
    (scenario: Scenario) => <EquivalenceNote format={format} scenario={scenario} />,
  ]),
)
