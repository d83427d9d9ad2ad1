import { describe, expect, test } from 'vitest'
import { toJson } from '../../model/json'
import { hclToJson, scopeOf } from './hcl-json'
import { parseHcl, parseHclExpression } from './parse-hcl'

const LOCALS = `
sites = { us = { region = "us-east-1", on = false }, eu = { region = "eu-west-1", on = true } }
names = ["a", "b"]
`

/** What an expression becomes, and what is said about it. */
function read(text: string) {
  const locals = parseHcl(LOCALS)
  const values = new Map(
    (locals.ok ? locals.value.attributes : []).map(({ name, value }) => [`local.${name}`, value]),
  )
  const said: string[] = []
  const expression = parseHclExpression(text)
  if (!expression.ok) throw new Error(expression.problems.map(({ message }) => message).join())
  const json = hclToJson(
    expression.value,
    scopeOf(values, (offset, message) => said.push(`${offset}: ${message}`)),
  )
  return { json, said }
}

describe('what Terraform computes', () => {
  test.each([
    ['[for n in local.names : { Value = n }]', [{ Value: 'a' }, { Value: 'b' }]],
    ['[for i, n in local.names : "${i}-${n}"]', ['0-a', '1-b']],
    ['{ for k, s in local.sites : "lb-${k}" => s.region }', { 'lb-eu': 'eu-west-1', 'lb-us': 'us-east-1' }],
    ['[for s in local.sites : s["region"] if s.on]', ['eu-west-1']],
    ['[for s in local.sites : s.region if !s.on]', ['us-east-1']],
    ['[for k, s in local.sites : s.region if k != "eu"]', ['us-east-1']],
    ['{ for s in ["a", "b"] : "x" => s... }', { x: ['a', 'b'] }],
    [
      '[for a in ["x"] : [for b in [1, 2] : { a = a, b = b }]]',
      [
        [
          { a: 'x', b: 1 },
          { a: 'x', b: 2 },
        ],
      ],
    ],
    ['flatten([["a"], [for n in local.names : [n]]])', ['a', 'a', 'b']],
    ['merge([for k in ["a"] : { (k) = 1 }]...)', { a: 1 }],
    ['[for k in keys(local.sites) : upper(k)]', ['EU', 'US']],
    ['format("%s-%02d", "a", 1)', 'a-01'],
    ['format("%s-%5d", "a", 1)', '${format("%s-%5d", "a", 1)}'],
    ['range(2)', [0, 1]],
    ['range(1, 6, 2)', [1, 3, 5]],
    ['length(local.sites)', 2],
    ['element(local.names, 3)', 'b'],
    ['lookup({ a = "x" }, "b", "y")', 'y'],
    ['zipmap(local.names, [1, 2])', { a: 1, b: 2 }],
    ['sort(distinct(["b", "a", "b"]))', ['a', 'b']],
    ['reverse(compact(["a", "", "b"]))', ['b', 'a']],
    ['format("%s-%d%%", "a", 1)', 'a-1%'],
    ['join(".", concat(local.names, ["c"]))', 'a.b.c'],
    ['local.sites.eu', { region: 'eu-west-1', on: true }],
    ['var.big ? 200 : 100', '${var.big ? 200 : 100}'],
    ['[for n in local.names : n == "a" ? { A = n } : { B = n }]', [{ A: 'a' }, { B: 'b' }]],
    [
      '[for n in local.names : { Value = aws_eip.main[n].public_ip }]',
      [{ Value: '${aws_eip.main["a"].public_ip}' }, { Value: '${aws_eip.main["b"].public_ip}' }],
    ],
  ])('%s is done where the text has what it takes', (text, expected) => {
    expect(read(text)).toEqual({ json: toJson(expected), said: [] })
  })

  test.each([
    [
      '[for s in var.sites : { Region = s.region, Weight = 10 }]',
      [{ Region: '${s.region}', Weight: 10 }],
      '0: this is made once for each of var.sites, which is not written out in this text; one stands for all of them.',
    ],
    [
      '{ for k, s in var.sites : k => { Value = s.ip } if s.on }',
      { '${k}': { Value: '${s.ip}' } },
      '0: this is made once for each of var.sites, which is not written out in this text; one stands for all of them.',
    ],
    [
      '[for n in local.names : n if contains(var.wanted, n)]',
      ['a', 'b'],
      '0: whether 0 belongs here depends on contains(var.wanted, n), which is not written out in this text; it is taken.',
    ],
    [
      'var.two ? [] : ["a"]',
      ['a'],
      '0: this depends on var.two, which is not written out in this text; what it is otherwise is opened.',
    ],
    [
      '(var.two ? { a = 1 } : null)',
      { a: 1 },
      '0: this depends on var.two, which is not written out in this text; what it is if so is opened.',
    ],
    [
      'concat(["a"], var.more)',
      ['a'],
      '0: what ${var.more} adds is not written out in this text, and is left out.',
    ],
  ])('%s is said to be less than it is', (text, expected, message) => {
    const { json, said } = read(text)
    expect({ json, said: said[0] }).toEqual({ json: toJson(expected), said: message })
  })
})

describe('what would grow beyond all measure', () => {
  test.each([
    ['loops in loops', '[for a in range(3000) : [for b in range(3000) : [a, b]]]', ''],
    [
      'locals of locals',
      '[local.l19]',
      Array.from(
        { length: 20 },
        (_, at) => `l${at} = ${at === 0 ? '[1]' : `[local.l${at - 1}, local.l${at - 1}]`}`,
      ).join('\n'),
    ],
  ])('is cut off and said: %s', (_, text, locals) => {
    const body = parseHcl(locals)
    const values = new Map(
      (body.ok ? body.value.attributes : []).map(({ name, value }) => [`local.${name}`, value]),
    )
    const said: string[] = []
    const expression = parseHclExpression(text)
    if (expression.ok)
      hclToJson(
        expression.value,
        scopeOf(values, (_offset, message) => said.push(message)),
      )
    expect(said).toContain('what is made from here on is more than Catchment writes out, and is left out.')
  })
})
