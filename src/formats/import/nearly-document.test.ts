import { describe, expect, it } from 'vitest'
import { openText } from '../open'
import { fixesOfText, repairText } from '../repair/repair-text'

const LOWER =
  '{"awspolicyformatversion":"2015-10-01","recordtype":"A","startendpoint":"a","endpoints":{"a":{"type":"value","value":"192.0.2.1"}}}'
const SNAKE = `aws_policy_format_version: "2015-10-01"
record_type: A
start_endpoint: a
endpoints:
  a:
    type: value
    value: 192.0.2.1
`
const problemsOf = (text: string) => {
  const opened = openText(text)
  return opened.ok ? [] : opened.problems
}

describe('a text that nearly is a document', () => {
  it.each([LOWER, SNAKE])('is refused with every key that is misspelled, and its repair', (text) => {
    const problems = problemsOf(text)
    const keys = ['AWSPolicyFormatVersion', 'RecordType', 'StartEndpoint', 'Endpoints']
    expect(problems.map(({ code }) => code)).toEqual(keys.map(() => 'import/misspelled-key'))
    expect(problems.map(({ message }) => /is (\w+) in the format/.exec(message)?.[1])).toEqual(keys)
    expect(fixesOfText(text, problems).size).toBe(4)
  })

  it.each([LOWER, SNAKE])('is repaired as a whole', (text) => {
    expect(repairText(text)).toMatchObject({ opens: true, problems: [] })
  })

  it('is called a part where it is one', () => {
    const [problem] = problemsOf('{"RuleType":"weighted","Items":[{"EndpointReference":"a","Weight":1}]}')
    expect(problem?.message).toContain('only a part of an AWS traffic policy document')
  })

  it.each(['{"version":"3","rules":[]}', '{"type":"x","endpoint":"y"}', '{"a":1}'])(
    'is not seen in %s',
    (text) => {
      expect(problemsOf(text).map(({ code }) => code)).toEqual(['import/unrecognised'])
      expect(problemsOf(text)[0]?.message).toContain('none of the things')
    },
  )
})
