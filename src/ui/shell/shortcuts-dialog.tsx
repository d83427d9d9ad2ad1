import { Dialog } from '../kit/dialog'
import { useCommands } from './commands'
import styles from './dialogs.module.css'
import { useDialogs } from './dialogs-store'
import { keysText } from './keys'

/** Keys that belong to a pane and not to a command. */
const PANE_KEYS: readonly (readonly [string, string])[] = [
  ['Tab', 'Canvas: from node to node; Enter opens what a node can do'],
  [
    'Arrow keys',
    'Canvas: move the selected nodes. Map: move the crosshair or the focused location. Sliders: one step',
  ],
  ['Shift+arrow keys', 'Map: larger steps. Fields for numbers: ten steps'],
  ['Alt+arrow keys', 'Canvas: follow the connections from node to node'],
  ['C', 'Canvas: connect the focused node or branch to something'],
  ['Delete', 'Canvas: delete the selection'],
  ['Escape', 'Canvas: give up a connection, else the selection. Lists, menus and dialogs: close'],
  ['Mod+A', 'Canvas: select everything'],
  ['Mod+D', 'Canvas: duplicate the selection'],
  ['Plus or minus', 'Canvas and map: zoom in or out'],
  ['0', 'Canvas: show the whole policy'],
  ['Enter', 'Map: ask from the place under the crosshair'],
  ['Ctrl+Space', 'Code: offer what may stand here'],
  ['F8', 'Code: go to the next problem'],
  ['Mod+V', 'Anywhere: open a document, a configuration that holds one, a scenario or a link'],
]

/** Every key that does something. */
export function ShortcutsDialog() {
  const { open, show } = useDialogs()
  const commands = Object.values(useCommands())
  return (
    <Dialog title="Keyboard shortcuts" open={open === 'shortcuts'} onOpenChange={() => show(null)}>
      <dl className={styles['keys']}>
        {commands.flatMap(({ keys = [], label }) =>
          keys.length === 0
            ? []
            : [
                <dt key={`${keys.join(' ')} keys`}>
                  <kbd>{keys.map(keysText).join(' or ')}</kbd>
                </dt>,
                <dd key={`${keys.join(' ')} does`}>
                  {label.replace(
                    /^(Nothing to )?(undo|redo).*/i,
                    (_, __, word: string) => word[0]?.toUpperCase() + word.slice(1),
                  )}
                </dd>,
              ],
        )}
        {PANE_KEYS.flatMap(([keys, does]) => [
          <dt key={`${keys} keys`}>
            <kbd>{keysText(keys)}</kbd>
          </dt>,
          <dd key={`${keys} does`}>{does}</dd>,
        ])}
      </dl>
    </Dialog>
  )
}
