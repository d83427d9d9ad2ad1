import { BiasSection } from '../biases/bias-section'
import { DemandShareList } from './demand-share-list'
import { MoverList } from './mover-list'
import type { TuneSection } from './section'

/** The sections of the Tune tab, in order: one file each, none knowing of another. A new one is a line here. */
export const TUNE_SECTIONS: readonly { readonly key: string; readonly Section: TuneSection }[] = [
  { key: 'shares', Section: DemandShareList },
  { key: 'movers', Section: MoverList },
  { key: 'biases', Section: BiasSection },
]
