import { BiasSection } from '../biases/bias-section'
import { CountryTable } from './country-table'
import { DemandShareList } from './demand-share-list'
import { DemandSource } from './demand-source'
import { MoverList } from './mover-list'
import { RuleShares } from './rule-shares'
import type { TuneSection } from './section'

/** The sections of the Tune tab, in order: one file each, none knowing of another. A new one is a line here. */
export const TUNE_SECTIONS: readonly { readonly key: string; readonly Section: TuneSection }[] = [
  { key: 'shares', Section: DemandShareList },
  { key: 'movers', Section: MoverList },
  { key: 'biases', Section: BiasSection },
  { key: 'demand', Section: DemandSource },
  { key: 'rules', Section: RuleShares },
  { key: 'countries', Section: CountryTable },
]
