import type { ReactNode } from 'react'
import type { Scenario } from '../../../scenario/scenario'

/** More that can be said of a format than what it loses, by its id; each of lazily loaded code. */
export const FORMAT_NOTES: ReadonlyMap<string, (scenario: Scenario) => ReactNode> = new Map()
