import fc from 'fast-check'
import { expect, test } from 'vitest'
import { edgeIdOf, flowIdOf, targetOfFlowId } from './flow-id'

const SEED = 20_261_101

test('the start node has an id of its own', () => {
  expect(targetOfFlowId(flowIdOf(null))).toBeNull()
})

test(`any id of a document comes back from its id on the canvas, which needs no quoting (seed ${SEED})`, () => {
  const ids = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.constantFrom('a"b', '%41', '\\', 'x:y', '\n', '__proto__'),
  )
  fc.assert(
    fc.property(fc.constantFrom('rule' as const, 'endpoint' as const), ids, (kind, id) => {
      const flowId = flowIdOf({ kind, id })
      expect(flowId).not.toMatch(/["\\\p{Cc}]/u)
      expect(targetOfFlowId(flowId)).toEqual({ kind, id })
    }),
    { seed: SEED },
  )
})

test('a rule and an endpoint of one id stay apart, and so do their connections', () => {
  expect(flowIdOf({ kind: 'rule', id: 'a' })).not.toBe(flowIdOf({ kind: 'endpoint', id: 'a' }))
  expect(edgeIdOf({ rule: 'a', branch: 'b1' })).not.toBe(edgeIdOf({ rule: 'a', branch: 'b2' }))
  expect(edgeIdOf(null)).not.toBe(edgeIdOf({ rule: 'start', branch: 'b1' }))
})
