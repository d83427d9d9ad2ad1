import type { Address } from '../../../model/address'
import type { AppStore } from '../../../store/app-store'
import { say } from '../../shell/toast'
import type { CanvasStore } from '../canvas-state'
import type { Box } from '../free-place'
import { addCommands } from './add-commands'
import type { Tell } from './attempt'
import { connectCommands } from './connect-commands'
import { deleteCommands } from './delete-commands'
import { restructureCommands } from './restructure-commands'

/**
 * Everything that can be done on the canvas, by whatever device. Each is at most one step of the history. `view` is
 * the part of the canvas that is seen now.
 */
export function canvasCommands(store: AppStore, canvas: CanvasStore, view: () => Box, tell: Tell = say) {
  return {
    ...addCommands(store, canvas, view, tell),
    ...connectCommands(store, tell),
    ...deleteCommands(store, canvas),
    ...restructureCommands(store, tell),
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
