import {
  autocompletion,
  closeBrackets,
  closeBracketsKeymap,
  completionKeymap,
} from '@codemirror/autocomplete'
import {
  defaultKeymap,
  history,
  historyKeymap,
  indentWithTab,
  redo,
  redoDepth,
  undo,
  undoDepth,
} from '@codemirror/commands'
import { json } from '@codemirror/lang-json'
import { bracketMatching, foldGutter, foldKeymap, indentOnInput } from '@codemirror/language'
import { type Diagnostic, lintGutter, lintKeymap, setDiagnostics } from '@codemirror/lint'
import { highlightSelectionMatches, searchKeymap } from '@codemirror/search'
import { Compartment, EditorState, StateEffect, StateField, Transaction } from '@codemirror/state'
import {
  Decoration,
  type DecorationSet,
  drawSelection,
  EditorView,
  highlightActiveLine,
  keymap,
  lineNumbers,
} from '@codemirror/view'
import type { Problem, Severity } from '../../model/problem'
import type { EditedText, Mark } from './code-sync'
import { codeTheme } from './code-theme'
import { completeFromSchema } from './complete-from-schema'
import { explainFromSchema } from './explain-from-schema'
import { textChange } from './text-change'

/** What the editor tells and asks. */
export interface CodeEditorPorts {
  /** The user changed the text. */
  readonly onText: () => void
  /** The user moved the caret without changing the text: offset in UTF-16 units. */
  readonly onCaret: (offset: number) => void
  readonly onLeave: () => void
  /** The user wants a problem mended. */
  readonly onFix: (problem: Problem) => void
  /** One step of the app's history; asked for once the text has no steps of its own left. */
  readonly undo: () => void
  readonly redo: () => void
}

export interface CodeEditor extends EditedText {
  focus(): void
  destroy(): void
}

const setShown = StateEffect.define<{ readonly from: number; readonly to: number } | null>()

/** The lines of what is selected elsewhere. */
const shown = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update(marks, transaction) {
    const effect = transaction.effects.findLast((each) => each.is(setShown))
    if (!effect?.is(setShown)) return marks.map(transaction.changes)
    if (effect.value === null) return Decoration.none
    const { doc } = transaction.state
    const lines = []
    for (let at = doc.lineAt(effect.value.from); ; at = doc.line(at.number + 1)) {
      lines.push(SHOWN_LINE.range(at.from))
      if (at.to >= effect.value.to || at.number === doc.lines) break
    }
    return Decoration.set(lines)
  },
  provide: (field) => EditorView.decorations.from(field),
})
const SHOWN_LINE = Decoration.line({ class: 'cm-shown' })

const LINT_SEVERITY: Record<Severity, Diagnostic['severity']> = {
  error: 'error',
  warning: 'warning',
  note: 'info',
}

/** A CodeMirror editor of JSON behind the few verbs that the app needs (create, update, destroy). */
export function createCodeEditor(parent: HTMLElement, ports: CodeEditorPorts): CodeEditor {
  const ownHistory = new Compartment()
  // The app's history is the one that counts; the editor's own holds only what cannot be opened yet.
  const step = (own: typeof undo, depth: typeof undoDepth, apps: () => void) => (view: EditorView) => {
    if (depth(view.state) > 0) own(view)
    else apps()
    return true
  }
  const view = new EditorView({
    parent,
    state: EditorState.create({
      extensions: [
        keymap.of([
          { key: 'Mod-z', run: step(undo, undoDepth, ports.undo), preventDefault: true },
          { key: 'Mod-y', mac: 'Mod-Shift-z', run: step(redo, redoDepth, ports.redo), preventDefault: true },
          { key: 'Mod-Shift-z', run: step(redo, redoDepth, ports.redo), preventDefault: true },
        ]),
        keymap.of([
          ...closeBracketsKeymap,
          ...completionKeymap,
          ...searchKeymap,
          ...foldKeymap,
          ...lintKeymap,
          ...defaultKeymap,
          ...historyKeymap,
          indentWithTab,
        ]),
        ownHistory.of(history()),
        lineNumbers(),
        foldGutter(),
        lintGutter(),
        // A document without line breaks, as tools print them, can be read all the same.
        EditorView.lineWrapping,
        drawSelection(),
        highlightActiveLine(),
        highlightSelectionMatches(),
        indentOnInput(),
        bracketMatching(),
        closeBrackets(),
        autocompletion({ override: [completeFromSchema] }),
        explainFromSchema,
        json(),
        shown,
        codeTheme,
        EditorState.tabSize.of(2),
        EditorView.contentAttributes.of({
          'aria-label': 'Traffic policy document',
          spellcheck: 'false',
          tabindex: '0',
        }),
        EditorView.updateListener.of((update) => {
          const byUser = update.transactions.some(
            (each) => each.annotation(Transaction.userEvent) !== undefined,
          )
          if (update.docChanged && byUser) ports.onText()
          else if (update.selectionSet && byUser && update.view.hasFocus) {
            ports.onCaret(update.state.selection.main.head)
          }
        }),
        EditorView.domEventHandlers({ blur: () => ports.onLeave() }),
      ],
    }),
  })

  return {
    text: () => view.state.doc.toString(),
    replace(text) {
      const change = textChange(view.state.doc.toString(), text)
      if (change) view.dispatch({ changes: change, annotations: Transaction.addToHistory.of(false) })
      forgetHistory()
    },
    mark(marks) {
      view.dispatch(
        setDiagnostics(
          view.state,
          marks.map((mark) => diagnosticOf(mark, ports.onFix)),
        ),
      )
    },
    settled: forgetHistory,
    show(range) {
      if (range === null) view.dispatch({ effects: setShown.of(null) })
      else {
        const { start: from, end: to } = range
        const scroll = EditorView.scrollIntoView(from, { y: 'start', yMargin: 32 })
        view.dispatch({ effects: [setShown.of({ from, to }), scroll] })
      }
    },
    goTo(offset) {
      const anchor = Math.min(offset, view.state.doc.length)
      view.dispatch({
        selection: { anchor },
        effects: EditorView.scrollIntoView(anchor, { y: 'center' }),
      })
      view.focus()
    },
    focus: () => view.focus(),
    destroy: () => view.destroy(),
  }

  function forgetHistory(): void {
    view.dispatch({ effects: ownHistory.reconfigure([]) })
    view.dispatch({ effects: ownHistory.reconfigure(history()) })
  }
}

function diagnosticOf({ problem, fix, start, end }: Mark, onFix: CodeEditorPorts['onFix']): Diagnostic {
  return {
    from: start,
    to: end,
    severity: LINT_SEVERITY[problem.severity],
    message: problem.message,
    source: problem.code,
    ...(fix === null ? {} : { actions: [{ name: `${fix}…`, apply: () => onFix(problem) }] }),
  }
}
