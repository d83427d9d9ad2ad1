import { HighlightStyle, syntaxHighlighting } from '@codemirror/language'
import { EditorView } from '@codemirror/view'
import { tags } from '@lezer/highlight'

const LOOK = EditorView.theme({
  '&': { height: '100%', fontSize: 'var(--text-2)', color: 'var(--text)', background: 'var(--surface-1)' },
  '&.cm-focused': { outline: 'none' },
  '.cm-scroller': { fontFamily: 'var(--mono)', lineHeight: '1.5' },
  '.cm-content': { caretColor: 'var(--text)' },
  '.cm-cursor': { borderLeftColor: 'var(--text)' },
  '.cm-gutters': {
    background: 'var(--surface-1)',
    color: 'var(--text-soft)',
    borderRight: '1px solid var(--line)',
  },
  '.cm-activeLine, .cm-activeLineGutter': {
    background: 'color-mix(in srgb, var(--surface-2) 60%, transparent)',
  },
  '.cm-shown': { background: 'var(--accent-soft)' },
  '&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground': {
    background: 'color-mix(in srgb, var(--accent) 30%, transparent)',
  },
  '.cm-tooltip': {
    border: '1px solid var(--line)',
    borderRadius: 'var(--radius-1)',
    background: 'var(--surface-1)',
    color: 'var(--text)',
    boxShadow: 'var(--shadow-2)',
    fontFamily: 'var(--font)',
  },
  '.cm-tooltip-hover': { maxWidth: '360px', padding: '6px 10px' },
  '.cm-tooltip-autocomplete ul li[aria-selected]': { background: 'var(--accent)', color: 'var(--on-accent)' },
  '.cm-completionDetail': { fontStyle: 'normal', opacity: '0.8' },
  '.cm-diagnostic': { padding: '4px 10px', maxWidth: '420px' },
  '.cm-diagnosticAction': {
    padding: '2px 8px',
    border: '1px solid var(--line-strong)',
    borderRadius: 'var(--radius-1)',
    background: 'var(--surface-2)',
    color: 'var(--text)',
    font: 'inherit',
    fontSize: 'var(--text-2)',
  },
  '.cm-panels': { background: 'var(--surface-2)', color: 'var(--text)' },
  '.cm-panels input, .cm-panels button': { fontSize: 'var(--text-2)' },
  '.cm-foldPlaceholder': { background: 'var(--surface-3)', border: '0', color: 'var(--text-soft)' },
  '.cm-searchMatch': { background: 'var(--warning-soft)', outline: '1px solid var(--warning)' },
})

const COLOURS = HighlightStyle.define([
  { tag: tags.propertyName, color: 'var(--accent-strong)' },
  { tag: tags.string, color: 'var(--success)' },
  { tag: [tags.number, tags.bool, tags.null], color: 'var(--warning)' },
  { tag: tags.invalid, color: 'var(--error)' },
])

/** The editor in the app's own colours, light and dark alike. */
export const codeTheme = [LOOK, syntaxHighlighting(COLOURS)]
