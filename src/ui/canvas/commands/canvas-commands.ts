import type { Address } from '../../../model/address'
import type { AppStore } from '../../../store/app-store'
import type { CanvasStore } from '../canvas-state'
import { addCommands } from './add-commands'
import { connectCommands } from './connect-commands'
import { deleteCommands } from './delete-commands'
import { restructureCommands } from './restructure-commands'

/** Everything that can be done on the canvas, by whatever device. Each is at most one step of the history. */
export function canvasCommands(
  store: AppStore,
  canvas: CanvasStore,
  middleOfView: () => { x: number; y: number },
) {
  return {
    ...addCommands(store, middleOfView),
    ...connectCommands(store),
    ...deleteCommands(store, canvas),
    ...restructureCommands(store),
    selectAll(): void {
      const { policy } = store.getState().scenario
      store
        .getState()
        .select([
          ...[...policy.rules.keys()].map((id): Address => ({ kind: 'rule', id })),
          ...[...policy.endpoints.keys()].map((id): Address => ({ kind: 'endpoint', id })),
        ])
    },
    clearSelection: () => store.getState().select([]),
  }
}

export type CanvasCommands = ReturnType<typeof canvasCommands>
