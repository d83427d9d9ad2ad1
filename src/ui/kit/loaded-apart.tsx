import { type ComponentType, lazy, useState } from 'react'

/** A component whose code is not part of the first load. */
export interface LoadedApart<P> {
  readonly Component: ComponentType<P>
  /** Loads the code before it is shown. */
  load(): Promise<void>
}

/**
 * Makes a component of code that is loaded apart. Once the code is there it shows at once, where `React.lazy`
 * alone still holds what it shows back for up to 300 ms; until then it suspends.
 */
export function loadedApart<P extends object>(code: () => Promise<ComponentType<P>>): LoadedApart<P> {
  let loaded: ComponentType<P> | null = null
  const Waiting = lazy(async () => ({ default: await code() }))
  return {
    Component: function Apart(props: P) {
      // Chosen once, so that what is shown keeps its state when the code arrives.
      const [Shown] = useState(() => loaded ?? Waiting)
      return <Shown {...props} />
    },
    async load() {
      loaded = await code()
    },
  }
}
