import { describe, expect, test } from 'vitest'
import { equalJson, isJsonArray, isJsonObject, type Json, toJson } from '../../model/json'
import { type JsonPath, type Problem, toPointer } from '../../model/problem'
import { checkPolicy } from '../check'
import { decodePolicy } from '../document'
import { applyEdits } from './apply-edits'
import { findRepairs, fixesFor, repairDocument } from './find-repairs'
import { REPAIR_CODES, type Repair } from './repair'
import { a, head, REPAIR_CASES, rule, to } from './repair-cases.fixtures'

/** What opening and checking says of a document. */
function problemsOf(document: Json): readonly Problem[] {
  const policy = decodePolicy(document, null)
  return policy.ok ? checkPolicy(policy.value) : policy.problems
}

describe('repairs', () => {
  test.each(REPAIR_CASES)('mend $name', ({ code, problem, before, after }) => {
    const document = toJson(before)
    const { document: mended, repairs } = repairDocument(document)
    expect(repairs.map((repair) => repair.code)).toContain(code)
    expect(mended).toEqual(toJson(after))
    expect(problemsOf(mended).map((each) => each.code)).not.toContain(problem)
    expect(repairDocument(mended).repairs).toEqual([])
  })

  test('each changes what it names, and nothing else', () => {
    for (const { before } of REPAIR_CASES) {
      const document = toJson(before)
      for (const repair of findRepairs(document)) {
        const mended = applyEdits(document, repair.edits)
        expect(equalJson(mended, document)).toBe(false)
        expect(changes(document, mended).filter((path) => !names(repair, path))).toEqual([])
      }
    }
  })

  test('each mends the problem that it is the fix of, and is not offered again', () => {
    for (const { before } of REPAIR_CASES) {
      const document = toJson(before)
      for (const [problem, repair] of fixesFor(document, problemsOf(document))) {
        const mended = applyEdits(document, repair.edits)
        const place = `${problem.code} ${toPointer(problem.path)}`
        expect(problemsOf(mended).map(({ code, path }) => `${code} ${toPointer(path)}`)).not.toContain(place)
        expect(findRepairs(mended)).not.toContainEqual(repair)
      }
    }
  })

  test('say by how many metres rounding moves a point', () => {
    const document = toJson(
      rule('geoproximity', { GeoproximityLocations: [to({ Latitude: '51.5074', Longitude: '0' })] }),
    )
    expect(findRepairs(document).map(({ title }) => title)).toEqual([
      'Round Latitude 51.5074 to 51.51, which moves the point 289 m',
    ])
  })

  test.each([
    [[33.3, 66.7], '1, 2', 'moves no share by more than 0.04 percentage points'],
    [['33.33%', '66.67%'], '1, 2', 'moves no share by more than 0.01 percentage points'],
    [[33.3, 33.3, 33.4], '1, 1, 1', 'moves no share by more than 0.07 percentage points'],
    [[0.001, 0.999], '1, 255', 'moves no share by more than 0.30 percentage points'],
    [[999, 1, 0], '255, 1, 0', 'moves no share by more than 0.30 percentage points'],
    [[66.6, 33.3], '2, 1', 'gives the same shares'],
    [[0.5, 0.5], '1, 1', 'gives the same shares'],
  ])('make whole weights of %j and say what that moves', (weights, whole, effect) => {
    const document = toJson(rule('weighted', { Items: weights.map((Weight) => to({ Weight })) }))
    const [repair, ...others] = findRepairs(document)
    expect(others).toEqual([])
    expect(repair?.title).toBe(
      `Write the weights ${weights.join(', ')} of rule “r” as ${whole}, which ${effect}`,
    )
    expect(repair?.safe).toBe(effect === 'gives the same shares')
    const { document: mended } = repairDocument(document, () => true)
    expect(problemsOf(mended).map(({ code }) => code)).not.toContain('weighted/weight-range')
  })

  const withAnother = {
    Rules: {
      r: { RuleType: 'weighted', Items: [to({ RuleReference: 'r2', Weight: 1 })] },
      r2: { RuleType: 'multivalue', Items: [to()] },
    },
  }
  test('that are a guess are offered, but not made with the others', () => {
    for (const before of [
      {
        ...head,
        StartRule: 'r',
        StartEndpoint: 'a',
        Endpoints: { a },
        Rules: { r: { RuleType: 'multivalue', Items: [to()] } },
      },
      rule('failover', { Items: [to(), to()] }),
      rule('latency', { Regions: [to({ Region: 'EU' }), to({ Region: 'Japan' })] }),
      rule('weighted', { Items: [{ EndpointReference: 'gone', Weight: 1 }] }),
      rule('weighted', { Items: [to({ Weight: 1 })] }, { StartRule: 'gone' }),
      rule('weighted', { Items: [to()] }),
      rule('geo', { Locations: [to({ Location: 'NA' }), to({ IsDefault: true })] }),
      rule('geoproximity', { GeoproximityLocations: [to({ Region: 'aws:route53:us-east-1', Bias: 150 })] }),
      rule('geoproximity', {
        GeoproximityLocations: [to({ Region: 'aws:route53:us-east-1', Bias: '-9.5' })],
      }),
      rule('geoproximity', { GeoproximityLocations: [to({ Latitude: '-122.33', Longitude: '47.61' })] }),
      rule('weighted', { Items: [to({ RuleReference: 'r2', Weight: 1 })] }, withAnother),
      // As many endpoints as branches, which nothing but their order brings together.
      rule(
        'latency',
        { Regions: [{ Region: 'us-east-1' }, { Region: 'eu-west-1' }] },
        { Endpoints: { x: a, y: a } },
      ),
    ]) {
      const document = toJson(before)
      expect(findRepairs(document).map(({ safe }) => safe)).toEqual([false])
      expect(repairDocument(document).document).toBe(document)
      expect(repairDocument(document, () => true).repairs).toHaveLength(1)
    }
  })

  test('leave alone what can mean several things', () => {
    for (const before of [
      // Two roots; two endpoints; two ids that differ in capitals alone; a code that is country and continent.
      {
        ...head,
        Endpoints: { a },
        Rules: { x: { RuleType: 'multivalue', Items: [to()] }, y: { RuleType: 'multivalue', Items: [to()] } },
      },
      { ...head, Endpoints: { a, b: a } },
      rule('multivalue', { Items: [{ EndpointReference: 'X' }] }, { Endpoints: { x: a, 'x-': a } }),
      rule('geo', { Locations: [to({ Country: 'NA' }), to({ IsDefault: true })] }),
      rule('geo', { Locations: [to({ Country: '${country}' }), to({ IsDefault: true })] }),
    ]) {
      expect(findRepairs(toJson(before))).toEqual([])
    }
  })

  test('of every code are tested', () => {
    const tested = new Set<string>(['repair/text', 'repair/bias', ...REPAIR_CASES.map(({ code }) => code)])
    expect(Object.keys(REPAIR_CODES).filter((code) => !tested.has(code))).toEqual([])
  })
})

/** Pointers of every place at which two documents differ. */
function changes(before: Json | undefined, after: Json | undefined, path: JsonPath = []): readonly string[] {
  if (before !== undefined && after !== undefined && equalJson(before, after)) return []
  if (isJsonObject(before) && isJsonObject(after)) {
    return [...new Set([...before.keys(), ...after.keys()])].flatMap((key) =>
      changes(before.get(key), after.get(key), [...path, key]),
    )
  }
  if (isJsonArray(before) && isJsonArray(after) && before.length === after.length) {
    return before.flatMap((item, index) => changes(item, after[index], [...path, index]))
  }
  return [toPointer(path)]
}

function names({ edits }: Repair, pointer: string): boolean {
  return edits.some((edit) => {
    const own = toPointer(edit.path)
    const renamed = edit.op === 'rename' ? toPointer([...edit.path.slice(0, -1), edit.key]) : own
    return pointer === own || pointer === renamed || pointer.startsWith(`${own}/`) || own === ''
  })
}
