/** Arguments of a block, each with its value as HCL. */
export type Arguments = readonly (readonly [name: string, value: string])[]

/** A text as a Terraform identifier: letters, digits, underscores, beginning with a letter. */
export function identifier(text: string): string {
  const plain = text
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^_+|_+$/g, '')
  return /^[a-z]/.test(plain) ? plain : `r_${plain}`
}

/** A string literal; HCL has no `\b` and `\f`, and takes no line breaks of any kind. */
export function quoted(text: string): string {
  const literal = JSON.stringify(text)
    .replace(/\\[\s\S]/g, (escape) => LONG_ESCAPES[escape] ?? escape)
    .replace(/[\p{Zl}\p{Zp}]/gu, (character) => `\\u${character.charCodeAt(0).toString(16)}`)
  return escapeTemplates(literal)
}

/**
 * A text in which `${` and `%{` would begin templates; a heredoc knows no other escapes. What is nothing but a
 * reference, `${aws_lb.web.dns_name}`, stays one: it was computed by Terraform, and is there again.
 */
export function escapeTemplates(text: string): string {
  return text.replaceAll(TEMPLATE, (sign) => `${sign.charAt(0)}${sign}`)
}

/** The beginning of a template, but for that of a reference; an escaped one is none either. */
const TEMPLATE = /(?<=\$)\$\{|\$\{(?![a-z][\w-]*(?:\.[a-z_][\w-]*|\[\d+\])+\})|%\{/g

const LONG_ESCAPES: Readonly<Record<string, string>> = { '\\b': '\\u0008', '\\f': '\\u000c' }

/** An input variable without a default. */
export function variable(name: string, description: string): string {
  return block(
    `variable ${quoted(name)}`,
    aligned([
      ['description', quoted(description)],
      ['type', 'string'],
    ]),
  )
}

/** A block with its lines, and an empty line after it when joined by line breaks. */
export function block(head: string, lines: readonly string[]): string {
  return `${head} {\n${lines.map((line) => (line === '' ? '\n' : `  ${line}\n`)).join('')}}\n`
}

/** A block inside another, with an empty line before it. */
export function inner(head: string, lines: readonly string[]): readonly string[] {
  return ['', `${head} {`, ...lines.map((line) => (line === '' ? '' : `  ${line}`)), '}']
}

/** Arguments with their equals signs below each other, as `terraform fmt` has them. */
export function aligned(entries: Arguments): readonly string[] {
  const widest = Math.max(0, ...entries.map(([name]) => name.length))
  return entries.map(([name, value]) => `${name.padEnd(widest)} = ${value}`)
}

/** A comment of one line, whatever the text holds. */
export function comment(text: string): string {
  return `# ${text.replace(/\s+/g, ' ')}\n`
}
