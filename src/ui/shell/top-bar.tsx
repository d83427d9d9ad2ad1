import {
  CircleHelp,
  FileDown,
  FilePlus2,
  FolderOpen,
  History,
  LayoutGrid,
  Map as MapIcon,
  Menu as MenuIcon,
  Monitor,
  Moon,
  Redo2,
  Save,
  Share2,
  Sun,
  Undo2,
} from 'lucide-react'
import { useApp, useAppStore } from '../app-context'
import { Button, IconButton } from '../kit/button'
import { Menu } from '../kit/menu'
import type { MenuItem } from '../kit/menu-item'
import { useSession, useSessionState } from '../session-context'
import { type Command, useCommands } from './commands'
import { keysText } from './keys'
import { chooseTheme, type Theme, useTheme } from './theme'
import { agoText } from './time-text'
import styles from './top-bar.module.css'

/** The bar above everything: which scenario, its state, and what can be done with it. */
export function TopBar() {
  const commands = useCommands()
  const recent = useSessionState((state) => state.recent)
  const session = useSession()

  return (
    <header className={styles['bar']}>
      <span className={styles['brand']}>
        <img src="./icon.svg" alt="" width={22} height={22} />
        <h1 className={styles['title']}>Catchment</h1>
      </span>
      <ScenarioName />
      <SavedState />
      <span className={styles['space']} />
      <IconButton
        label={commands.undo.label}
        disabled={commands.undo.disabled}
        onClick={commands.undo.run}
        aria-keyshortcuts="Control+Z"
      >
        <Undo2 />
      </IconButton>
      <IconButton
        label={commands.redo.label}
        disabled={commands.redo.disabled}
        onClick={commands.redo.run}
        aria-keyshortcuts="Control+Shift+Z"
      >
        <Redo2 />
      </IconButton>
      <span className={styles['wide']}>
        <Button look="quiet" onClick={commands.examples.run}>
          <LayoutGrid /> Examples
        </Button>
        <Button look="quiet" onClick={commands.open.run}>
          <FolderOpen /> Open
        </Button>
        <Menu
          align="end"
          trigger={
            <Button look="quiet">
              <History /> Recent
            </Button>
          }
          items={
            recent.length === 0
              ? [
                  {
                    key: 'none',
                    label: 'Nothing else yet',
                    detail: 'What you open next leaves this one here',
                    disabled: true,
                    onSelect: () => {},
                  },
                ]
              : [
                  ...recent.map((entry) => ({
                    key: entry.id,
                    label: entry.name,
                    detail: agoText(entry.savedAt),
                    onSelect: () => session.openRecent(entry.id),
                  })),
                  { key: 'remove', label: 'Remove some…', onSelect: commands.recent.run },
                ]
          }
        />
        <Button onClick={commands.export.run}>
          <FileDown /> Export
        </Button>
      </span>
      <Button look="primary" onClick={commands.share.run}>
        <Share2 /> Share
      </Button>
      <MoreMenu />
    </header>
  )
}

function item(key: string, { label, keys, run, disabled }: Command, icon: MenuItem['icon']): MenuItem {
  const first = keys?.[0]
  return {
    key,
    label,
    icon,
    onSelect: run,
    ...(disabled === undefined ? {} : { disabled }),
    ...(first === undefined ? {} : { shortcut: keysText(first) }),
  }
}

const NEXT_THEME: Record<Theme, Theme> = { system: 'light', light: 'dark', dark: 'system' }
const THEME_WORD: Record<Theme, string> = { system: 'as the device', light: 'light', dark: 'dark' }
const THEME_ICON = { system: <Monitor />, light: <Sun />, dark: <Moon /> } as const

function MoreMenu() {
  const commands = useCommands()
  const theme = useTheme()
  return (
    <Menu
      align="end"
      trigger={
        <IconButton label="Menu">
          <MenuIcon />
        </IconButton>
      }
      items={[
        item('new', commands.new, <FilePlus2 />),
        item('examples', commands.examples, <LayoutGrid />),
        item('open', commands.open, <FolderOpen />),
        item('recent', commands.recent, <History />),
        item('save', commands.save, <Save />),
        item('export', commands.export, <FileDown />),
        item('export-map', commands.exportMap, <MapIcon />),
        null,
        {
          key: 'theme',
          label: `Theme: ${THEME_WORD[theme]}`,
          icon: THEME_ICON[theme],
          onSelect: () => chooseTheme(NEXT_THEME[theme]),
        },
        item('shortcuts', commands.shortcuts, <CircleHelp />),
        item('about', commands.about, <CircleHelp />),
      ]}
    />
  )
}

function ScenarioName() {
  const store = useAppStore()
  const name = useApp(({ scenario }) => scenario.name)
  return (
    <input
      className={styles['name']}
      aria-label="Name of the scenario"
      value={name}
      maxLength={200}
      spellCheck={false}
      onChange={(event) => {
        const next = event.target.value
        store.getState().commit('Rename scenario', (scenario) => ({ ...scenario, name: next }), {
          coalesce: 'scenario-name',
        })
      }}
      onBlur={() => store.getState().settle()}
      onKeyDown={(event) => {
        if (event.key === 'Enter') event.currentTarget.blur()
      }}
    />
  )
}

const SAVED_WORD = {
  saved: 'Saved in this browser',
  pending: 'Saving…',
  failed: 'Not saved: this browser has no space left. Save the scenario as a file.',
} as const

function SavedState() {
  const saved = useSessionState((state) => state.saved)
  return (
    <span className={styles['saved']} data-state={saved} role="status">
      {SAVED_WORD[saved]}
    </span>
  )
}
