import { lazy, Suspense, useState } from 'react'
import { useApp } from './app-context'
import { AskPanel } from './ask/ask-panel'
import { type Tab, Tabs } from './kit/tabs'
import { ProblemsPanel } from './problems/problems-panel'
import { useProblems } from './problems/use-problems'

// Not needed for the first use, so not in the first load.
const Inspector = lazy(async () => ({ default: (await import('./inspector/inspector')).Inspector }))
const CodePane = lazy(async () => ({ default: (await import('./code/code-pane')).CodePane }))
const DemandPanel = lazy(async () => ({ default: (await import('./tuning/demand-panel')).DemandPanel }))

type DetailsTab = 'ask' | 'properties' | 'tune' | 'code' | 'problems'

/** Tabs that follow the selection themselves, so that selecting does not lead away from them. */
const FOLLOWING: ReadonlySet<DetailsTab> = new Set(['tune', 'code'])

/** The panel under the map: the query, the properties of the selection, the shares, the problems. */
export function Details() {
  const [tab, setTab] = useState<DetailsTab>('ask')
  const selection = useApp((state) => state.selection)
  const asked = useApp((state) => state.asked)
  const problems = useProblems()
  const errors = problems.filter(({ severity }) => severity === 'error').length
  const warnings = problems.filter(({ severity }) => severity === 'warning').length

  // What was just selected or asked is what the user wants to see.
  const [seen, setSeen] = useState({ selection, asked })
  if (seen.selection !== selection || seen.asked !== asked) {
    setSeen({ selection, asked })
    if (seen.asked !== asked && asked !== null) setTab('ask')
    // Taking hold of a slider selects its rule: the shares that the drag moves must stay in sight.
    else if (selection.length > 0 && !FOLLOWING.has(tab)) setTab('properties')
  }

  const tabs: readonly Tab<DetailsTab>[] = [
    { key: 'ask', label: 'Ask', content: <AskPanel /> },
    {
      key: 'properties',
      label: 'Properties',
      content: (
        <Suspense>
          <Inspector />
        </Suspense>
      ),
    },
    {
      key: 'tune',
      label: 'Tune',
      content: (
        <Suspense>
          <DemandPanel />
        </Suspense>
      ),
    },
    {
      key: 'code',
      label: 'Code',
      content: (
        <Suspense>
          <CodePane />
        </Suspense>
      ),
    },
    {
      key: 'problems',
      label: 'Problems',
      badge: errors > 0 ? { count: errors, tone: 'error' } : { count: warnings, tone: 'warning' },
      content: <ProblemsPanel />,
    },
  ]
  return <Tabs label="Details" tabs={tabs} active={tab} onChange={setTab} />
}
