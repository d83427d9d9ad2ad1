import { describe, expect, it } from 'vitest'
import { toJson } from '../model/json'
import { hasErrors, type Problem } from '../model/problem'
import { readCorpus } from '../model/testing/corpus.fixtures'
import { deepFreeze } from '../model/testing/deep-freeze'
import { checkPolicy } from './check'
import { decodePolicy } from './document'

const corpus = readCorpus('checks of the public documents')

function problemsOf(text: string): readonly Problem[] {
  const opened = decodePolicy(toJson(JSON.parse(text)), text)
  return opened.ok ? checkPolicy(deepFreeze(opened.value)) : opened.problems
}

const named = (...statuses: readonly string[]) =>
  (corpus ?? []).flatMap((each) => (statuses.includes(each.status) ? [[each.file, each.text] as const] : []))

describe.runIf(corpus !== null)('public documents', () => {
  it('are all there', () => {
    expect(named('valid', 'template').length).toBeGreaterThan(20)
    expect(named('invalid').length).toBeGreaterThan(8)
  })

  it.each(named('valid', 'template'))('%s, which follows AWS’s page, has no error', (_, text) => {
    expect(problemsOf(text).filter(({ severity }) => severity === 'error')).toEqual([])
  })

  it.each(named('invalid'))('%s, which does not, has one', (_, text) => {
    expect(hasErrors(problemsOf(text))).toBe(true)
  })

  it.each(named('dubious'))('%s, which breaks a stated limit, has a problem', (_, text) => {
    expect(problemsOf(text).length).toBeGreaterThan(0)
  })
})
