/** Takes all steps of a piece of work at once, which whoever has other things to do takes one by one. */
export function runSteps<T>(steps: Iterator<unknown, T>): T {
  for (let step = steps.next(); ; step = steps.next()) if (step.done) return step.value
}
