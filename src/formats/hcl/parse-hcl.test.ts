import { parse } from '@cdktn/hcl2json'
import { describe, expect, test } from 'vitest'
import { isJsonArray, isJsonNumber, isJsonObject, type Json } from '../../model/json'
import { hclToJson, scopeOf } from './hcl-json'
import type { HclBody } from './hcl-tree'
import { parseHcl, parseHclExpression } from './parse-hcl'

/** Every construct that policies are written with. */
const EVERYTHING = `# A comment
// another
/* and
   another */
terraform {
  required_version = ">= 1.5"
}

locals {
  name   = "web"
  empty  = {}
  none   = []
  nested = { a = { b = [1, 2.50, -3, 1e3], "c-d" = true, e : null }, f = "x", }
}

resource "aws_route53_traffic_policy" "example" {
  name    = "example"   # behind
  comment = "tab\\tquote\\" back\\\\slash \\u00e9 $5 50%"
  document = <<EOF
{
  "AWSPolicyFormatVersion": "2015-10-01",
  "Back": "a\\nb"
}
EOF
  other = <<-END
      indented
        more

      less
    END
  list = [
    "a", # one
    "b",
  ]
  call     = jsonencode({ Weight = 10, Items = [{ EndpointReference = "a" }] })
  computed = var.a == "x" ? [for k, v in var.map : v if v != "}"] : { for k in var.list : k => "]" }
  template = "a-\${var.name}-\${length("}")}"
  math     = var.one + (1 + 2) * 3
  lifecycle { create_before_destroy = true }
  provisioner "local-exec" {
    command = "true"
  }
  provisioner "local-exec" {
    command = "false"
  }
}
`

describe('HCL', () => {
  test('is read as Terraform’s own parser reads it, wherever it is literal', async () => {
    const body = parseHcl(EVERYTHING)
    const theirs: unknown = await parse('main.tf', EVERYTHING)
    expect(body.ok && asTheirs(body.value)).toEqual(theirs)
  })

  test.each([
    ['a = "x', 'At line 1, column 5: this string is not closed on its line.'],
    ['a = <<EOF\nx\n', 'At line 1, column 5: there is no line with EOF alone to end this heredoc.'],
    ['a {\n  b = 1\n', 'At line 1, column 1: there is no “}” to close this block.'],
    ['a = [1 2]', 'At line 1, column 8: expected a comma or “]”, but found “2”.'],
    ['a = {\n  b 1\n}', 'At line 2, column 5: expected “=” after the key, but found “1”.'],
    ['a = 1 b = 2', 'At line 1, column 7: expected a line break, but found “b”.'],
    ['a =\n', 'At line 1, column 4: expected a value, but found the end of the line.'],
    ['a = "\\q"', 'At line 1, column 6: a backslash here escapes nothing that HCL knows.'],
    ['a = "${b', 'At line 1, column 6: this “${” is not closed.'],
    ['= 1', 'At line 1, column 1: expected an argument or a block, but found “=”.'],
    ['/* a', 'At line 1, column 1: this comment is not closed.'],
    ['a = f(', 'At line 1, column 5: there is no “)” to close this.'],
  ])('%j is refused with its place', (text, message) => {
    const body = parseHcl(text)
    expect(body.ok ? [] : body.problems.map((problem) => problem.message)).toEqual([message])
  })

  test.each([
    ['local.all', { a: '1' }],
    ['merge(local.all, { b = tostring(2) })', { a: '1', b: '2' }],
    ['concat(["a"], tolist(["b"]))', ['a', 'b']],
    ['tonumber("5")', 5],
    ['var.x', '${var.x}'],
    ['"${var.x}"', '${var.x}'],
    ['[var.x, 1 +\n 2]', ['${var.x}', '${1 + 2}']],
    ['{ (var.key) = aws_lb.main["a"].dns_name }', { '${var.key}': '${aws_lb.main["a"].dns_name}' }],
    ['local.loop', '${local.loop}'],
    ['"$${a} %%{b}"', '${a} %{b}'],
  ])('%s becomes values, with placeholders for what is computed', (text, expected) => {
    const locals = parseHcl('all = { a = "1" }\nloop = local.loop')
    const values = new Map(
      (locals.ok ? locals.value.attributes : []).map(({ name, value }) => [`local.${name}`, value]),
    )
    const expression = parseHclExpression(text)
    expect(expression.ok && plain(hclToJson(expression.value, scopeOf(values)))).toEqual(expected)
  })

  test('that nests without end is refused', () => {
    for (const piece of ['[', 'a {\n', 'f(', '"${', '(']) {
      const body = parseHcl(`a = ${piece.repeat(5_000)}`)
      expect(body.ok).toBe(false)
    }
  })
})

/** A body in the form of the other parser: blocks as lists by type and labels. */
function asTheirs(body: HclBody): Record<string, unknown> {
  const result: Record<string, unknown> = {}
  for (const { name, value } of body.attributes) {
    // What that parser does not evaluate stands as `${…}` there too.
    result[name] =
      value.kind === 'call' || value.kind === 'for' || value.kind === 'either'
        ? `\${${value.written}}`
        : plain(hclToJson(value, scopeOf(new Map())))
  }
  for (const { type, labels, body: inner } of body.blocks) {
    const keys = [type, ...labels]
    let at = result
    for (const [index, key] of keys.entries()) {
      const before = at[key]
      if (index === keys.length - 1) at[key] = [...asList(before), asTheirs(inner)]
      else {
        const child: Record<string, unknown> =
          typeof before === 'object' && before !== null ? { ...before } : {}
        at[key] = child
        at = child
      }
    }
  }
  return result
}

function asList(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : []
}

function plain(json: Json): unknown {
  if (isJsonArray(json)) return json.map(plain)
  if (isJsonObject(json)) return Object.fromEntries([...json].map(([key, value]) => [key, plain(value)]))
  return isJsonNumber(json) ? Number(json.number) : json
}
