import { describe, expect, it } from 'vitest'
import { openText } from '../open'
import { DOCUMENT, LINES, opened } from './opened.fixtures'

const MINIFIED = JSON.stringify(JSON.parse(DOCUMENT))
const doubled = DOCUMENT.replaceAll('"', '""')

describe('a document in a string of a program', () => {
  it.each([
    ['a verbatim string of C#', `class P {\n  const string Doc = @"${doubled}";\n}\n`],
    ['a verbatim string alone', `@"${doubled}"`],
    ['a raw string of C#', `var doc = """\n${DOCUMENT}\n""";\n`],
    ['an argument of a text block of Java', `    .document("""\n${DOCUMENT}\n""")\n`],
    ['a backtick string of Go', `package main\n\nconst policy = \`${DOCUMENT}\`\n`],
    ['a raw string of Rust', `const DOC: &str = r#"${DOCUMENT}"#;\n`],
    ['a triple-quoted string of Python', `import boto3\nDOC = '''${DOCUMENT}'''\n`],
    ['a cell of a table', `name,document\nweb,"${doubled}"\n`],
    [
      'strings of Java that are added',
      `String d =\n  ${LINES.map((line) => JSON.stringify(`${line}\n`)).join(' +\n  ')};\n`,
    ],
    [
      'strings of JavaScript that are added',
      `var d = ${LINES.map((line) => `'${line}\\n'`).join(' +\n  ')};\n`,
    ],
    ['strings of Python side by side', `DOC = (\n${LINES.map((line) => `  '${line}\\n'`).join('\n')}\n)\n`],
  ])('is found in %s, with its characters', (_, text) => {
    expect(opened(text)).toBe(DOCUMENT)
  })

  it.each([
    ['a string with escapes', `.document(${JSON.stringify(MINIFIED)})`],
    ['a string of PowerShell', `$doc = "${MINIFIED.replaceAll('"', '`"')}"\n`],
    ['a variable of a shell', `POLICY='${MINIFIED}'\n`],
    [
      'strings of Visual Basic',
      `Dim d As String = "{" & _\n  "${MINIFIED.slice(1).replaceAll('"', '""')}"\n`,
    ],
  ])('is found in %s', (_, text) => {
    expect(opened(text)).toBe(MINIFIED)
  })

  it('keeps what a program computes between its strings as a placeholder', () => {
    const [head = '', tail = ''] = MINIFIED.split('192.0.2.1')
    expect(opened(`const d = '${head}' + server.ip() + '${tail}';`)).toBe(`${head}\${server.ip()}${tail}`)
  })

  it.each(['say("{" + name)', '"{" & _', `f('{' + '"a": 1}')`])('is not seen in %s', (text) => {
    expect(openText(text).ok).toBe(false)
  })
})
