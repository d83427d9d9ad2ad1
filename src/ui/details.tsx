import { lazy, Suspense } from 'react'
import { AskPanel } from './ask/ask-panel'
import { useBrokenText } from './code/broken-text'
import { type Tab, Tabs } from './kit/tabs'
import { ProblemsPanel } from './problems/problems-panel'
import { useProblems } from './problems/use-problems'
import { type DetailsTab, useShownPanes } from './shown-panes'

// Not needed for the first use, so not in the first load.
const Inspector = lazy(async () => ({ default: (await import('./inspector/inspector')).Inspector }))
const CodePane = lazy(async () => ({ default: (await import('./code/code-pane')).CodePane }))
const DemandPanel = lazy(async () => ({ default: (await import('./tuning/demand-panel')).DemandPanel }))

/** The panel under the map: the query, the properties of the selection, the shares, the problems. */
export function Details() {
  const tab = useShownPanes((shown) => shown.tab)
  const problems = useProblems()
  const isBroken = useBrokenText() !== null
  const errors = problems.filter(({ severity }) => severity === 'error').length + (isBroken ? 1 : 0)
  const warnings = problems.filter(({ severity }) => severity === 'warning').length

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
  return <Tabs label="Details" tabs={tabs} active={tab} onChange={showTab} />
}

function showTab(tab: DetailsTab): void {
  useShownPanes.setState({ tab })
}
