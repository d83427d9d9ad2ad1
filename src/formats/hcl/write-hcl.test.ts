import { describe, expect, it } from 'vitest'
import { escapeTemplates, quoted } from './write-hcl'

describe('texts in HCL', () => {
  it.each([
    ['w${x}', '"w$${x}"'],
    ['${file("/etc/passwd")}', '"$${file(\\"/etc/passwd\\")}"'],
    ['%{ if a }', '"%%{ if a }"'],
    ['$${var.a}', '"$$${var.a}"'],
    ['${AWS::Region} costs $5', '"$${AWS::Region} costs $5"'],
  ])('are no templates: %s', (text, literal) => {
    expect(quoted(text)).toBe(literal)
  })

  it('keep what Terraform computed where it refers to a value', () => {
    for (const reference of ['${var.weight}', '${aws_lb.web.dns_name}', 'a ${local.names[0].eu} b']) {
      expect(escapeTemplates(reference)).toBe(reference)
    }
  })
})
