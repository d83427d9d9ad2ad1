import { describe, expect, it } from 'vitest'
import { parseMarkdown } from './parse-markdown'

const text = (words: string) => ({ kind: 'text', text: words }) as const

describe('reading a guide', () => {
  it('reads headings with their level', () => {
    expect(parseMarkdown('# One\n### Three ###')).toEqual([
      { kind: 'heading', level: 1, text: [text('One')] },
      { kind: 'heading', level: 3, text: [text('Three')] },
    ])
  })

  it('joins the lines of a paragraph and ends it at an empty line', () => {
    expect(parseMarkdown('one\ntwo\n\nthree')).toEqual([
      { kind: 'paragraph', text: [text('one two')] },
      { kind: 'paragraph', text: [text('three')] },
    ])
  })

  it('reads lists with dots or numbers, and items that go on in the next line', () => {
    expect(parseMarkdown('- one\n  goes on\n- two\n\n1. first')).toEqual([
      { kind: 'list', ordered: false, items: [[text('one goes on')], [text('two')]] },
      { kind: 'list', ordered: true, items: [[text('first')]] },
    ])
  })

  it('leaves fenced code as it is', () => {
    expect(parseMarkdown('```json\n{ "a": **1** }\n\n# no heading\n```\nafter')).toEqual([
      { kind: 'code', text: '{ "a": **1** }\n\n# no heading' },
      { kind: 'paragraph', text: [text('after')] },
    ])
  })

  it('reads a table without its rule', () => {
    expect(parseMarkdown('| a | b |\n| --- | :-: |\n| 1 | `2` |')).toEqual([
      {
        kind: 'table',
        rows: [
          [[text('a')], [text('b')]],
          [[text('1')], [{ kind: 'code', text: '2' }]],
        ],
      },
    ])
  })

  it('reads code, bold, emphasis and links within text', () => {
    expect(parseMarkdown('a `b*c*` **bold `x` more** _e_ [AWS](https://example.com/x)')).toEqual([
      {
        kind: 'paragraph',
        text: [
          text('a '),
          { kind: 'code', text: 'b*c*' },
          text(' '),
          { kind: 'strong', children: [text('bold '), { kind: 'code', text: 'x' }, text(' more')] },
          text(' '),
          { kind: 'emphasis', children: [text('e')] },
          text(' '),
          { kind: 'link', href: 'https://example.com/x', children: [text('AWS')] },
        ],
      },
    ])
  })

  it('takes a link to anything but the web as text', () => {
    expect(parseMarkdown('[x](javascript:alert(1))')).toEqual([
      { kind: 'paragraph', text: [text('[x](javascript:alert(1))')] },
    ])
  })

  it('takes lone stars and underscores as text', () => {
    expect(parseMarkdown('2 * 3 * 4 and snake_case_name')).toEqual([
      { kind: 'paragraph', text: [text('2 * 3 * 4 and snake_case_name')] },
    ])
  })
})
