import { Suspense, useMemo } from 'react'
import type { OutputFormat } from '../../../formats/output-format'
import type { Problem } from '../../../model/problem'
import type { Scenario } from '../../../scenario/scenario'
import { savedScenario } from '../../../store/app-store'
import { useApp, useAppStore } from '../../app-context'
import { BrokenTextNotice } from '../../code/broken-text-notice'
import { Segmented } from '../../kit/segmented'
import { useProblems } from '../../problems/use-problems'
import { useDialogs } from '../dialogs-store'
import { ProblemList } from '../problem-list'
import styles from './export.module.css'
import { isDocument, SPELLINGS, useFormatChoice } from './format-choice'
import { FormatList } from './format-list'
import { FORMAT_NOTES } from './format-notes'
import { Losses } from './losses'
import { Preview } from './preview'
import { useZoned } from './use-zoned'

/** The list of formats, and beside it the chosen one. */
export function ExportBody() {
  const current = useApp((state) => state.scenario)
  const view = useApp((state) => state.view)
  // The same object while nothing of it changes: what is proved of it is not proved anew.
  const scenario = useMemo(() => savedScenario({ scenario: current, view }), [current, view])
  const [format, choose] = useFormatChoice()
  if (!format) return null
  return (
    <div className={styles['body']}>
      <FormatList chosen={format} onChoose={choose} />
      <div className={styles['chosen']}>
        <BrokenTextNotice consequence="so it is no part of this export, which has the last valid policy" />
        <p className={styles['summary']}>{format.summary}</p>
        {isDocument(format) && (
          <Segmented label="Spelling" {...spellingsOf(format, scenario)} onChange={choose} />
        )}
        {/* Its own for each format, so that nothing of the last one stays. */}
        <Chosen key={format.id} format={format} scenario={scenario} />
      </div>
    </div>
  )
}

/** The spellings to choose from; a policy that never had a text of its own has none “as imported”. */
function spellingsOf(format: OutputFormat, { policy }: Scenario) {
  const options = policy.text === null ? SPELLINGS.filter(({ value }) => value !== 'aws') : SPELLINGS
  const value = options.find((each) => each.value === format.id)?.value ?? options[0]?.value ?? format.id
  return { value, options }
}

interface ChosenProps {
  readonly format: OutputFormat
  readonly scenario: Scenario
}

function Chosen({ format, scenario }: ChosenProps) {
  const zoned = useZoned(format, scenario)
  return zoned && <Written format={format} {...zoned} />
}

function Written({ format, scenario, problems }: ChosenProps & { readonly problems: readonly Problem[] }) {
  const store = useAppStore()
  const { show } = useDialogs()
  const losses = [...format.losses(scenario), ...problems]
  const isWritable = losses.every(({ severity }) => severity !== 'error')
  const go = ({ at }: Problem) => {
    if (at === undefined) return
    show(null)
    store.getState().select([at])
  }
  return (
    <>
      {format.group !== 'Catchment' && <DocumentErrors isWritable={isWritable} onGo={go} />}
      <Losses format={format} losses={losses} onGo={go} />
      {isWritable && <Suspense>{FORMAT_NOTES.get(format.id)?.(scenario)}</Suspense>}
      {isWritable && <Preview format={format} name={scenario.name} text={format.write(scenario)} />}
    </>
  )
}

const NOT_IN_TRAFFIC_FLOW = 'rule/not-in-traffic-flow'

/** What is wrong with the policy itself, whatever it is written as. */
function DocumentErrors({
  isWritable,
  onGo,
}: {
  readonly isWritable: boolean
  readonly onGo: (problem: Problem) => void
}) {
  // Whether a format can hold a rule that Traffic Flow does not have is said by the losses of that format.
  const errors = useProblems().filter(
    ({ severity, code }) => severity === 'error' && code !== NOT_IN_TRAFFIC_FLOW,
  )
  if (errors.length === 0) return null
  return (
    <section className={styles['losses']} data-tone="error" aria-label="Errors">
      <p>
        <strong>
          {errors.length === 1 ? 'One error' : `${errors.length.toString()} errors`}: Route 53 would refuse
          this document.
        </strong>{' '}
        {isWritable && 'You can export it all the same.'}
      </p>
      <ProblemList problems={errors} onGo={onGo} />
    </section>
  )
}
