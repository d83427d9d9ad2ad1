import { expect, test } from 'vitest'
import { compilePolicy } from '../../../engine/compile'
import { seededRandom } from '../../../engine/random'
import { resolve } from '../../../engine/resolve'
import { UNMAPPED } from '../../../model/query'
import { ALL_UP } from '../../../model/world'
import { nestedScenario } from '../canvas.fixtures'
import { traceMarks } from './trace-marks'

const { policy } = nestedScenario()
const ask = (country: string | null, down: readonly string[] = []) =>
  traceMarks(
    resolve(
      compilePolicy(policy, { ...ALL_UP, down: new Set(down) }),
      { type: null, client: { ...UNMAPPED, country }, resolver: null, clientSubnet: true },
      seededRandom(1),
    ),
  )

test('the way of a query is marked with how every branch on it was weighed', () => {
  const marks = ask('FR')
  expect([...marks.rules.keys()]).toEqual(['places', 'safe'])
  expect(marks.rules.get('places')?.get('b1')?.taken).toBe(true)
  expect(marks.rules.get('places')?.get('b2')).toMatchObject({ taken: false, reason: 'larger-place' })
  expect([...marks.endpoints.keys()]).toEqual(['paris'])
  expect(marks.depths.get('safe')).toBe(1)
})

test('rules that the query does not reach have no marks', () => {
  const marks = ask(null)
  expect(marks.rules.has('safe')).toBe(false)
  expect([...marks.endpoints.keys()]).toEqual(['rest'])
})

test('an endpoint that answers although it is down is marked as black-holed', () => {
  expect(ask(null, ['rest']).endpoints.get('rest')).toEqual({ blackholed: true })
})
