import { CompletionContext } from '@codemirror/autocomplete'
import { EditorState } from '@codemirror/state'
import { describe, expect, it } from 'vitest'
import { completeFromSchema } from './complete-from-schema'

/** What is offered where the bar stands, and the text that it would replace. */
function offered(text: string, explicit = true) {
  const caret = text.indexOf('|')
  const state = EditorState.create({ doc: text.replace('|', '') })
  const result = completeFromSchema(new CompletionContext(state, caret, explicit))
  return (
    result && {
      typed: state.sliceDoc(result.from, caret),
      words: result.options.map(({ label, displayLabel }) => displayLabel ?? label),
      found: result.options.map(({ label }) => label),
    }
  )
}

const inRule = (rule: string) =>
  `{"Endpoints": {"a": {}, "b c": {}}, "Rules": {"main": {${rule}}, "other": {"RuleType": "geo"}}}`

describe('what is offered at the caret', () => {
  it('are values, in quotes or not yet, and the key before them is let alone', () => {
    for (const text of ['{"AWSPolicyFormatVersion":|}', '{"AWSPolicyFormatVersion": |}']) {
      expect(offered(text)).toMatchObject({ typed: '', words: ['"2015-10-01"', '"2023-05-09"'] })
    }
    expect(offered('{"RecordType":"|"}')).toMatchObject({ typed: '"' })
    expect(offered('{"RecordType": "AA|"}')).toMatchObject({ typed: '"AA' })
    expect(offered(inRule('"RuleType": "|"'))?.words).toContain('"failover"')
    expect(offered(inRule('"RuleType": "geo", "Locations": [{"IsDefault": t|}]'))).toMatchObject({
      typed: 't',
      words: ['true', 'false', '"true"', '"false"'],
    })
  })

  it('are ids of what there is', () => {
    expect(offered(inRule('"RuleType": "weighted", "Items": [{"EndpointReference": "|"}]'))?.words).toEqual([
      '"a"',
      '"b c"',
    ])
    expect(offered(inRule('"RuleType": "failover", "Primary": {"RuleReference": "o|"}'))).toMatchObject({
      typed: '"o',
      words: ['"main"', '"other"'],
    })
  })

  it('are codes that are found by their names', () => {
    const country = offered(inRule('"RuleType": "geo", "Locations": [{"Country": "|"}]'))
    expect(country?.words).toContain('"DE"')
    expect(country?.found).toContain('"DE" "Germany')
    const site = '"RuleType": "geoproximity", "GeoproximityLocations": [{"Location": {"LocationName": "|"}}]'
    expect(offered(inRule(site))?.found).toContain('"aws:route53:eu-north-1" "Europe (Stockholm)')
  })

  it('is nothing unasked behind a string that is complete', () => {
    expect(offered('{"RecordType": "A"|}', false)).toBeNull()
    expect(offered('{"RecordType": |}', false)).toBeNull()
    expect(offered('{"RecordType": "A|}', false)).toMatchObject({ typed: '"A' })
  })
})
