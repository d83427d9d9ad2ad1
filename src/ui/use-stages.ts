import { startTransition, useEffect, useState } from 'react'

/**
 * Counts from 0 to `last`, each number drawn and seen before the next is begun: what is drawn at once blocks the page
 * all the while, and what comes in stages lets a click in between.
 */
export function useStages(last: number): number {
  const [stage, setStage] = useState(0)
  useEffect(() => {
    if (stage < last) startTransition(() => setStage(stage + 1))
  }, [stage, last])
  return stage
}
