import { describe, expect, it } from 'vitest'
import { importAws } from '../../formats/aws'
import { scenarioOf, withEndpointDown } from '../../scenario/scenario'
import { type AppState, createAppStore } from '../../store/app-store'
import { loadChecks, remembered } from '../../store/derived'
import { type EditedText, type Later, type Mark, type SyncState, syncCode } from './code-sync'

const TEXT =
  '{"AWSPolicyFormatVersion":"2015-10-01", "RecordType":"A",  "StartEndpoint":"a", "Endpoints":{"a":{"Type":"value","Value":"192.0.2.1"}}}'

function scenarioOfText(text: string) {
  const imported = importAws(text)
  if (!imported.ok) throw new Error('the text of this test cannot be opened')
  return scenarioOf(imported.value.policy)
}

/** An editor that a test types into. */
class TypedText implements EditedText {
  value = ''
  marks: readonly Mark[] = []
  shown: string | null = null
  text = () => this.value
  replace = (text: string) => void (this.value = text)
  markings = 0
  mark = (marks: readonly Mark[]) => {
    this.marks = marks
    this.markings++
  }
  settled = () => {}
  caret: number | null = null
  goTo = (offset: number) => void (this.caret = offset)
  show: EditedText['show'] = (range) => {
    this.shown = range && this.value.slice(range.start, range.end)
  }
}

async function opened(text = TEXT, later?: Later) {
  const store = createAppStore(scenarioOfText(text))
  await loadChecks(store)
  const editor = new TypedText()
  const states: SyncState[] = []
  const sync = syncCode(store, editor, (state) => states.push(state), later)
  const type = (before: string, after: string) => {
    editor.value = editor.value.replace(before, after)
    sync.takeText()
  }
  return { store, editor, sync, states, type, state: () => states.at(-1) }
}

describe('the work that typing makes', () => {
  it('checks once and underlines once for a change', async () => {
    const { store, editor, type } = await opened()
    let checks = 0
    const { check } = store.getState()
    const counting: AppState['check'] = (scenario, zone) => {
      checks++
      return check?.(scenario, zone) ?? []
    }
    store.setState({ check: remembered(counting) })
    const before = { checks, markings: editor.markings }
    type('192.0.2.1', '192.0.2.x')
    expect({ checks: checks - before.checks, markings: editor.markings - before.markings }).toEqual({
      checks: 1,
      markings: 1,
    })
    expect(editor.marks.map(({ problem }) => problem.code)).toEqual(['endpoint/value-format'])
  })

  it('underlines later where it is told to, and not what was changed meanwhile', async () => {
    const waiting: (() => void)[] = []
    const { editor, type } = await opened(TEXT, (task) => {
      waiting.push(task)
      return () => void waiting.splice(waiting.indexOf(task), 1)
    })
    const rest = () => waiting.splice(0).forEach((task) => task())
    rest()
    const before = editor.markings
    type('192.0.2.1', '192.0.2.x')
    expect(editor.markings).toBe(before)
    editor.value = editor.value.replace('192.0.2.x', '192.0.2.xy')
    rest()
    expect(editor.markings).toBe(before)
    type('192.0.2.xy', '192.0.2.xyz')
    rest()
    expect(editor.markings).toBe(before + 1)
  })
})

describe('text and policy in step', () => {
  it('begins with the very text of the document', async () => {
    const { editor } = await opened()
    expect(editor.value).toBe(TEXT)
  })

  it('takes typing into the policy as one step of the history, spacing and all', async () => {
    const { store, type, editor } = await opened()
    type('192.0.2.1', '192.0.2.7')
    type('192.0.2.7', '192.0.2.77')
    expect(store.getState().scenario.policy.endpoints.get('a')?.value).toBe('192.0.2.77')
    expect(store.getState().history.past.map(({ label }) => label)).toEqual(['Edit the document'])
    expect(store.getState().scenario.policy.text).toBe(editor.value)
    store.getState().undo()
    expect(editor.value).toBe(TEXT)
  })

  it('changes the characters of an edit in the text and no others', async () => {
    const { store, editor } = await opened()
    store.getState().commit('Change type', (scenario) => ({
      ...scenario,
      policy: { ...scenario.policy, recordType: 'AAAA' },
    }))
    expect(editor.value).toBe(TEXT.replace('"A"', '"AAAA"'))
  })

  it('keeps the last valid policy while the text is broken, and says where', async () => {
    const { store, type, state, editor, sync } = await opened()
    type('"StartEndpoint":"a",', '"StartEndpoint":"a"')
    expect(state()?.kind).toBe('broken')
    expect(store.getState().history.past).toEqual([])
    expect(editor.marks[0]?.start).toBeGreaterThan(60)
    sync.goToMistake()
    expect(editor.caret).toBe(editor.marks[0]?.start)
    type('"StartEndpoint":"a"', '"StartEndpoint":"a",')
    expect(state()?.kind).toBe('same')
  })

  it('keeps a broken text through a change of the canvas, and lets the user take the canvas’s', async () => {
    const { store, type, state, editor, sync } = await opened()
    type('"A",', '"A"')
    store.getState().commit('Change type', (scenario) => ({
      ...scenario,
      policy: { ...scenario.policy, recordType: 'AAAA' },
    }))
    expect(state()).toMatchObject({ kind: 'broken', isPolicyNewer: true })
    expect(editor.value).toBe(TEXT.replace('"A",', '"A"'))
    sync.takePolicy()
    expect(editor.value).toBe(TEXT.replace('"A"', '"AAAA"'))
    expect(state()?.kind).toBe('same')
  })

  it('keeps a broken text for whoever comes back to the pane', async () => {
    const { store, type, sync } = await opened()
    type('"A",', '"A"')
    sync.stop()
    const again = new TypedText()
    syncCode(store, again, () => {})
    expect(again.value).toBe(TEXT.replace('"A",', '"A"'))
  })

  it('loses nothing that is said of an endpoint while its id is typed anew', async () => {
    const { store, type } = await opened()
    store.getState().commit('Down', (scenario) => withEndpointDown(scenario, 'a', true))
    for (const [before, after] of [
      ['{"a":', '{"ab":'],
      ['{"ab":', '{"ab-1":'],
      ['"StartEndpoint":"a"', '"StartEndpoint":"ab-1"'],
    ] as const) {
      type(before, after)
    }
    expect([...store.getState().scenario.world.down]).toEqual(['ab-1'])
  })

  it('takes off what was pasted around a document', async () => {
    const { editor, sync } = await opened()
    editor.value = JSON.stringify({ TrafficPolicy: { Document: TEXT.replace('192.0.2.1', '192.0.2.9') } })
    sync.takeText()
    expect(editor.value).toBe(TEXT.replace('192.0.2.1', '192.0.2.9'))
  })

  it('marks problems at their places, but none of the policy record', async () => {
    const { editor, type, store } = await opened()
    store.getState().commit('TTL', (scenario) => ({ ...scenario, record: { ...scenario.record, ttl: -1 } }))
    type('192.0.2.1', 'nowhere')
    const places = editor.marks.map(({ start, end }) => editor.value.slice(start, end))
    expect(places).toEqual(['"Value":"nowhere"'])
    expect(editor.marks[0]?.fix).toBeNull()
    type('"StartEndpoint":"a"', '"StartEndpoint":"A"')
    expect(editor.marks.find(({ problem }) => problem.path[0] === 'StartEndpoint')?.fix).toContain('“a”')
  })

  it('shows what is selected, and selects what the caret stands in', async () => {
    const { store, editor, sync } = await opened()
    store.getState().select([{ kind: 'endpoint', id: 'a' }])
    expect(editor.shown).toBe('"a":{"Type":"value","Value":"192.0.2.1"}')
    sync.selectAt(TEXT.indexOf('StartEndpoint'))
    expect(store.getState().selection).toEqual([{ kind: 'start' }])
    // Moving in the text must not scroll it.
    expect(editor.shown).toBe('"a":{"Type":"value","Value":"192.0.2.1"}')
  })
})
