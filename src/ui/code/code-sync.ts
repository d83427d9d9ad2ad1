import { exportAws, importAws } from '../../formats/aws'
import {
  addressOfPath,
  pathAtOffset,
  rangeOfAddress,
  rangeOfPath,
  type TextRange,
} from '../../formats/document-places'
import { parseJson } from '../../formats/parse-json'
import { policyFixes } from '../../formats/repair/repair-policy'
import { findSyntaxFault } from '../../formats/syntax-fault'
import type { Problem } from '../../model/problem'
import type { Policy } from '../../policy/policy'
import type { Scenario } from '../../scenario/scenario'
import { withRewrittenPolicy } from '../../scenario/with-rewritten-policy'
import type { AppState, AppStore } from '../../store/app-store'
import { selectProblems } from '../../store/derived'
import { sameAddress } from '../canvas/selection'
import { oncePerStore } from '../once-per-store'
import { placeNewNodes } from '../place-new-nodes'

/** A problem at its place in the text. */
export interface Mark extends TextRange {
  readonly problem: Problem
  /** What would mend it, as on a button; null where nobody can know. */
  readonly fix: string | null
}

/** What the synchronisation needs of an editor. */
export interface EditedText {
  text(): string
  /** Makes the text another; not a change by the user. */
  replace(text: string): void
  mark(marks: readonly Mark[]): void
  /** The text is the policy's: undoing goes on in the app's history. */
  settled(): void
  /** Puts the caret at an offset and shows it. */
  goTo(offset: number): void
  /** Shows the text of what is selected; null for nothing in the document. */
  show(range: TextRange | null): void
}

/** How text and policy stand to each other. */
export type SyncState =
  /** The text is the policy's document. */
  | { readonly kind: 'same' }
  /** The text cannot be opened; the policy is the last one that could. */
  | {
      readonly kind: 'broken'
      readonly problems: readonly Problem[]
      readonly isPolicyNewer: boolean
      /** Where its first mistake begins: offset in UTF-16 units. */
      readonly offset: number
    }

/** Does something after what must come first; the function that comes back calls it off. */
export type Later = (task: () => void) => () => void

const AT_ONCE: Later = (task) => {
  task()
  return () => {}
}

const SAME: SyncState = { kind: 'same' }

/** Texts that cannot be opened, by store and scenario: leaving the pane does not lose them. */
const draftsOf = oncePerStore(() => new Map<number, string>())

/**
 * Keeps a text and the policy the same. Typing changes the policy when the text can be opened; a change of the policy
 * changes its own characters in the text. A text that cannot be opened stays as it is, and so does the policy. What
 * is wrong is marked `later`, since it takes as long as the change itself.
 */
export function syncCode(
  store: AppStore,
  editor: EditedText,
  onState: (state: SyncState) => void,
  later: Later = AT_ONCE,
) {
  const drafts = draftsOf(store)
  let policy = store.getState().scenario.policy
  let state: SyncState = SAME
  // Where a burst of typing began: half an id names nobody, and what is said of the node must not go with it.
  let base: { readonly scenario: Scenario; readonly last: Policy } | null = null
  let isSelecting = false
  let isCommitting = false
  // What `state` was found of, and what was marked in it: asking for the problems of an earlier state checks it again.
  let judged = ''
  let marked: readonly Problem[] | null = null
  let callOffMarks = () => {}

  function enter(next: SyncState): void {
    state = next
    judged = editor.text()
    onState(next)
    markLater()
  }

  function markLater(): void {
    callOffMarks()
    callOffMarks = later(mark)
  }

  function mark(): void {
    const text = editor.text()
    // Somebody types on: that text has its turn soon.
    if (text !== judged) return
    marked = selectProblems(store.getState())
    editor.mark(
      state.kind === 'broken'
        ? marksOf(text, state.problems)
        : withFixes(
            marksOf(
              text,
              marked.filter(({ at }) => at?.kind !== 'record'),
            ),
          ),
    )
  }

  function withFixes(marks: readonly Mark[]): readonly Mark[] {
    const fixes = policyFixes(
      store.getState().scenario.policy,
      marks.map(({ problem }) => problem),
    )
    return marks.map((each) => ({ ...each, fix: fixes.get(each.problem)?.title ?? null }))
  }

  /** Takes the policy's document into the editor; what was typed and cannot be opened is let go. */
  function takePolicy(): void {
    const { scenario, scenarioKey } = store.getState()
    policy = scenario.policy
    drafts.delete(scenarioKey)
    editor.replace(exportAws(policy))
    enter(SAME)
  }

  /** Takes the text into the policy, if it can be opened. */
  function takeText(): void {
    const text = editor.text()
    const { scenario, scenarioKey, commit } = store.getState()
    if (state.kind === 'same' && text === exportAws(scenario.policy)) return
    const imported = importAws(text)
    if (!imported.ok) {
      drafts.set(scenarioKey, text)
      enter({
        kind: 'broken',
        problems: imported.problems,
        isPolicyNewer: state.kind === 'broken' && state.isPolicyNewer,
        offset: marksOf(text, imported.problems)[0]?.start ?? 0,
      })
      return
    }
    drafts.delete(scenarioKey)
    const from = base !== null && base.last === scenario.policy ? base.scenario : scenario
    policy = imported.value.policy
    base = { scenario: from, last: policy }
    isCommitting = true
    commit('Edit the document', () => placeNewNodes(withRewrittenPolicy(from, policy), from), {
      coalesce: 'code',
    })
    isCommitting = false
    // What was pasted around a document, such as the answer of a command, is taken off.
    const document = exportAws(policy)
    if (document === text) editor.settled()
    else editor.replace(document)
    enter(SAME)
  }

  function onStore(now: AppState, before: AppState): void {
    if (now.scenarioKey !== before.scenarioKey) takePolicy()
    else if (now.scenario.policy !== policy) onPolicy(now.scenario.policy)
    else if (!isCommitting && selectProblems(now) !== marked) markLater()
    if (now.selection !== before.selection && !isSelecting) showSelection()
  }

  function onPolicy(next: Policy): void {
    policy = next
    if (state.kind === 'broken') enter({ ...state, isPolicyNewer: true })
    else takePolicy()
  }

  function showSelection(): void {
    const { scenario, selection } = store.getState()
    const [address] = selection
    if (state.kind !== 'same') return
    const parsed = address ? parseJson(editor.text()) : null
    editor.show(address && parsed?.ok ? rangeOfAddress(parsed.value.root, scenario.policy, address) : null)
  }

  /** Selects what the caret stands in. */
  function selectAt(offset: number): void {
    if (state.kind !== 'same') return
    const parsed = parseJson(editor.text())
    if (!parsed.ok) return
    const { scenario, selection, select } = store.getState()
    const address = addressOfPath(scenario.policy, pathAtOffset(parsed.value.root, offset))
    if (!address || (selection.length === 1 && selection[0] && sameAddress(selection[0], address))) return
    isSelecting = true
    select([address])
    isSelecting = false
  }

  /** Leads to the mistake of a broken text. */
  function goToMistake(): void {
    if (state.kind === 'broken') editor.goTo(state.offset)
  }

  /** Ends a burst of typing: what follows is a step of its own. */
  function settle(): void {
    base = null
    store.getState().settle()
  }

  const draft = drafts.get(store.getState().scenarioKey)
  editor.replace(draft ?? exportAws(policy))
  if (draft === undefined) enter(SAME)
  else takeText()
  showSelection()
  const unsubscribe = store.subscribe(onStore)
  function stop(): void {
    callOffMarks()
    unsubscribe()
  }
  return { takeText, takePolicy, selectAt, goToMistake, settle, stop }
}

/** Problems at their places; the text's own fault where it is no JSON. */
function marksOf(text: string, problems: readonly Problem[]): readonly Mark[] {
  const parsed = parseJson(text)
  if (parsed.ok)
    return problems.map((problem) => ({
      problem,
      fix: null,
      ...rangeOfPath(parsed.value.root, problem.path),
    }))
  const { offset, length } = findSyntaxFault(text)
  const start = Math.min(offset, Math.max(0, text.length - 1))
  const end = Math.min(text.length, start + Math.max(1, length))
  return problems.map((problem) => ({ problem, fix: null, start, end }))
}
