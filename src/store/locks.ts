/** Marks which scenario this tab has open, so that two tabs never write the same one. */
export interface ScenarioLocks {
  /** Takes the mark of a scenario and gives back the former one; false when another tab has it. */
  hold(id: string): Promise<boolean>
}

/** Marks by the Web Locks interface, which lets go by itself when a tab closes or crashes. */
export function createScenarioLocks(manager: LockManager | undefined): ScenarioLocks {
  let held: { readonly id: string; readonly release: () => void } | null = null

  return {
    hold(id) {
      if (held?.id === id || !manager) return Promise.resolve(true)
      return new Promise((answer) => {
        manager
          .request(`catchment:${id}`, { ifAvailable: true }, (lock) => {
            answer(lock !== null)
            if (lock === null) return undefined
            held?.release()
            return new Promise<void>((release) => {
              held = { id, release }
            })
          })
          // Locks are refused in some private modes; one tab at a time is then up to the user.
          .catch(() => answer(true))
      })
    },
  }
}
