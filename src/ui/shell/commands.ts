import { emptyScenario, type Scenario } from '../../scenario/scenario'
import { savedScenario } from '../../store/app-store'
import { useApp, useAppStore } from '../app-context'
import { useSession } from '../session-context'
import { useDialogs } from './dialogs-store'
import { download, fileStem } from './download'
import { chooseFile } from './open-text'

/** Something the user can do from anywhere: one definition for buttons, menus, keys and the list of shortcuts. */
export interface Command {
  readonly label: string
  /** Keys, `Mod` being Command on a Mac and Control elsewhere. */
  readonly keys?: readonly string[]
  readonly disabled?: boolean
  readonly run: () => void
}

export type CommandName =
  | 'new'
  | 'open'
  | 'save'
  | 'undo'
  | 'redo'
  | 'examples'
  | 'recent'
  | 'export'
  | 'exportMap'
  | 'share'
  | 'about'
  | 'shortcuts'

/** The commands as they stand now. */
export function useCommands(): Record<CommandName, Command> {
  const store = useAppStore()
  const session = useSession()
  const show = useDialogs((state) => state.show)
  const undoLabel = useApp(({ history }) => history.past.at(-1)?.label)
  const redoLabel = useApp(({ history }) => history.future[0]?.label)

  return {
    new: { label: 'New', run: () => session.open(emptyScenario()) },
    open: { label: 'Open or import a file…', keys: ['Mod+O'], run: () => chooseFile(session) },
    save: {
      label: 'Save scenario file',
      keys: ['Mod+S'],
      run: () => void saveFile(savedScenario(store.getState())),
    },
    undo: {
      label: undoLabel === undefined ? 'Nothing to undo' : `Undo: ${undoLabel}`,
      keys: ['Mod+Z'],
      disabled: undoLabel === undefined,
      run: () => store.getState().undo(),
    },
    redo: {
      label: redoLabel === undefined ? 'Nothing to redo' : `Redo: ${redoLabel}`,
      keys: ['Mod+Shift+Z', 'Mod+Y'],
      disabled: redoLabel === undefined,
      run: () => store.getState().redo(),
    },
    examples: { label: 'Examples…', run: () => show('examples') },
    recent: { label: 'Recent…', run: () => show('recent') },
    export: { label: 'Export…', keys: ['Mod+E'], run: () => show('export') },
    exportMap: { label: 'Export or print the map…', run: () => show('map') },
    share: { label: 'Share link…', keys: ['Mod+Shift+L'], run: () => show('share') },
    about: { label: 'About Catchment', run: () => show('about') },
    shortcuts: { label: 'Keyboard shortcuts', keys: ['?'], run: () => show('shortcuts') },
  }
}

/** Downloads a scenario as a file. */
export async function saveFile(scenario: Scenario): Promise<void> {
  const { encodeScenarioFile, SCENARIO_SUFFIX } = await import('../../formats/scenario-file')
  download(`${fileStem(scenario.name)}${SCENARIO_SUFFIX}`, encodeScenarioFile(scenario))
}
