import { useEffect, useMemo, useState } from 'react'
import type { Repair } from '../../policy/repair/repair'
import { type ChosenRepairs, isWanted } from '../../store/mending'
import { askToOpen, startOpeningWorker } from '../../store/workers/opening-client'
import type { OpeningAnswer, OpeningRequest } from '../../store/workers/opening-server'

/** How the mending stands. */
export interface Mending<Mended> {
  /** The last result, also while the next one is awaited; null before the first, and where nothing can be mended. */
  readonly mended: Mended | null
  readonly isBusy: boolean
  /** Why it could not be done at all. */
  readonly failure: string | null
}

/** Which repairs the user wants: all safe ones, but for what was ticked or unticked by hand. */
export function useChosen() {
  const [chosen, setChosen] = useState<ChosenRepairs>(new Map())
  return {
    chosen,
    wanted: (repair: Repair) => isWanted(repair, chosen),
    want: (key: string, wanted: boolean) => setChosen((before) => new Map(before).set(key, wanted)),
  }
}

/**
 * What mending comes to: at once where `isLong` is false, else from beside the page, which stays alive. Another request
 * or leaving calls off the one under way. All arguments must stay the same objects until they change.
 */
export function useMended<Request extends OpeningRequest, Mended>(
  request: Request,
  isLong: boolean,
  mend: (request: Request) => Mended | null,
  resultOf: (answer: OpeningAnswer) => Mended | null,
): Mending<Mended> {
  const atOnce = useMemo(() => (isLong ? null : { mended: mend(request) }), [request, isLong, mend])
  const [apart, setApart] = useState<Apart<Request, Mended> | null>(null)
  useEffect(() => {
    if (!isLong) return
    return askToOpen(startOpeningWorker(), request, (answer) =>
      setApart({
        request,
        mended: resultOf(answer),
        failure: answer.kind === 'failed' ? answer.reason : null,
      }),
    )
  }, [request, isLong, resultOf])
  if (atOnce) return { mended: atOnce.mended, isBusy: false, failure: null }
  return {
    mended: apart?.mended ?? null,
    isBusy: apart?.request !== request,
    failure: apart?.failure ?? null,
  }
}

interface Apart<Request, Mended> {
  readonly request: Request
  readonly mended: Mended | null
  readonly failure: string | null
}
