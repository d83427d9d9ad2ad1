import type { ComponentType } from 'react'
import type { TuningAnswer } from '../../store/workers/tuning-protocol'

/** The newest shares that the worker has sent. */
export type SharesAnswer = Extract<TuningAnswer, { readonly kind: 'shares' }>

/** What every section of the Tune tab is given; the rest it takes from the store. */
export interface TuneSectionProps {
  readonly answer: SharesAnswer
}

export type TuneSection = ComponentType<TuneSectionProps>
