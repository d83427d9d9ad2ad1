import { describe, expect, test } from 'vitest'
import { emptyScenario } from '../../scenario/scenario'
import { exportAws } from '../aws'
import { encodeLink } from '../link'
import { openText } from '../open'

const DOCUMENT = '{"AWSPolicyFormatVersion":"2015-10-01",\n  "RecordType":"A"}'
const LINK = encodeLink({ ...emptyScenario(), name: 'From the mail', policy: emptyScenario().policy })

const half = (link: string) => Math.floor(link.length / 2)

function nameOf(text: string): string | null {
  const opened = openText(text)
  return opened.ok && opened.value.kind === 'scenario' ? opened.value.scenario.name : null
}

describe('a share link in a text', () => {
  test.each([
    ['a sentence', (link: string) => `Hi,\nhave a look at https://example.com/app/#${link} please.\n`],
    ['angle brackets', (link: string) => `<https://example.com/#${link}>`],
    ['Markdown', (link: string) => `[the policy](https://example.com/#${link}) and more`],
    [
      'lines that a mail program broke',
      (link: string) =>
        `See\nhttps://example.com/#${link.slice(0, half(link))}\n${link.slice(half(link))}\nBye`,
    ],
    [
      'a reply with quotes',
      (link: string) =>
        `> https://example.com/#${link.slice(0, 9)}\n> ${link.slice(9, half(link))}\n> ${link.slice(half(link))}\n> Bye`,
    ],
    [
      'quoted-printable',
      (link: string) => `https://example.com/#${link.slice(0, half(link))}=\r\n${link.slice(half(link))}\r\n`,
    ],
    ['another address with a fragment', (link: string) => `see https://example.com/#top and #${link}`],
  ])('is found in %s', (_, around) => {
    expect(nameOf(around(LINK))).toBe('From the mail')
  })

  test('that was cut off says so', () => {
    const opened = openText(`Look: https://example.com/#${LINK.slice(0, half(LINK))} thanks`)
    expect(opened.ok ? [] : opened.problems.map(({ code }) => code)).toEqual(['link/cut-off'])
  })
})

describe('a document in a text', () => {
  test.each([
    ['a fenced block', `Here is your policy:\n\n\`\`\`json\n${DOCUMENT}\n\`\`\`\n\nEnjoy!`],
    ['a fenced block behind another', `~~~\nnpm start\n~~~\n~~~~\n${DOCUMENT}\n~~~~\n`],
    [
      'the state of another tool',
      JSON.stringify({ deployment: { resources: [{ outputs: { document: DOCUMENT } }] } }),
    ],
    ['a list', JSON.stringify([{ policy: { body: DOCUMENT } }])],
    ['a block of YAML', `data:\n  web: |-\n    ${DOCUMENT.replace('\n', '\n    ')}\n`],
  ])('is found in %s, byte for byte', (_, text) => {
    const opened = openText(text)
    expect(opened.ok && opened.value.kind === 'policy' && exportAws(opened.value.policy)).toBe(DOCUMENT)
  })

  test.each([
    ['a message', `Hi {all},\n\n${DOCUMENT}\n\nBye {all}`],
    ['the text output of the AWS CLI', `TRAFFICPOLICY\tx\t${DOCUMENT}\tid\tweb\tA\t1\n`],
    ['a script', `#!/bin/sh\ncat > p.json <<EOF\n${DOCUMENT}\nEOF\n`],
    ['XML', `<R><Document>${DOCUMENT.replaceAll('"', '&quot;')}</Document></R>`],
    ['a quoted argument', `aws … --document "${DOCUMENT.replaceAll('"', '\\"')}"`],
    ['a template of Jinja', `{% set a = 1 %}\n${DOCUMENT}\n`],
    ['a reply', `> ${DOCUMENT.replaceAll('\n', '\n> ')}\n`],
    [
      'a reply with words around it',
      `Hi,\n\nAnn wrote:\n> > ${DOCUMENT.replaceAll('\n', '\n> > ')}\n\nBye\n`,
    ],
    ['a diff', `--- a/p.json\n+++ b/p.json\n@@ -1 +1,2 @@\n-{}\n+${DOCUMENT.replaceAll('\n', '\n+')}\n`],
  ])('is found in %s, with its characters', (_, text) => {
    const opened = openText(text)
    const found = opened.ok && opened.value.kind === 'policy' && exportAws(opened.value.policy)
    expect(found && found.trimEnd()).toBe(DOCUMENT)
  })

  test.each([
    ['a stray sign', `0${DOCUMENT}`],
    ['stray letters', `note${DOCUMENT}`],
    ['a stray quote', `"${DOCUMENT}`],
    ['signs behind it', `${DOCUMENT}}]`],
  ])('is not taken out of %s: the text is damaged, and says where', (_, text) => {
    const opened = openText(text)
    expect(opened.ok ? [] : opened.problems.map(({ code }) => code)).toContain('json/syntax')
  })

  test('is found in what a plan of Terraform shows, with the values that will be', () => {
    const text = `Terraform will perform the following actions:

  # aws_route53_traffic_policy.web will be updated in-place
  ~ resource "aws_route53_traffic_policy" "web" {
        id       = "x"
      ~ document = jsonencode(
          ~ {
              ~ Endpoints     = {
                  ~ a = {
                      ~ Value = "192.0.2.1" -> "192.0.2.2"
                        Type  = "value"
                    }
                  - b = {} -> null
                }
              + StartEndpoint = "a"
            }
        )
      ~ version  = 1 -> (known after apply)
    }

Plan: 0 to add, 1 to change, 0 to destroy.
`
    const opened = openText(text)
    expect(opened.ok && opened.value.kind === 'policy' && exportAws(opened.value.policy)).toBe(
      '{\n  "Endpoints": {\n    "a": {\n      "Value": "192.0.2.2",\n      "Type": "value"\n    }\n  },\n  "StartEndpoint": "a"\n}\n',
    )
  })

  test('is found among others that follow one another', () => {
    const opened = openText(`${DOCUMENT}\n${DOCUMENT.replace('"A"', '"AAAA"')}\n`, { choice: '#2' })
    expect(opened.ok && opened.value.kind === 'policy' && opened.value.policy.recordType).toBe('AAAA')
    expect(opened.ok && opened.value.found.choices).toHaveLength(2)
  })

  test('is found in every code block of a text, and what cannot be read there is named', () => {
    const block = (text: string, language = 'json') => `\`\`\`${language}\n${text}\n\`\`\`\n`
    const text = `First set a name:\n${block('NAME=web', 'sh')}Then one\n${block(DOCUMENT)}and another\n${block(DOCUMENT)}`
    const opened = openText(text)
    expect(opened.ok && opened.value.found.choices).toHaveLength(2)
    expect(opened.ok && opened.value.problems.map(({ code }) => code)).toContain('import/several')
    const damaged = openText(`${block(DOCUMENT)}${block(DOCUMENT.replace('"A"', '"A'))}`)
    expect(damaged.ok && damaged.value.problems.map(({ code, message }) => `${code}: ${message}`)).toEqual([
      expect.stringMatching(
        /^import\/loss: The policy in code block 2 is left out\. In it, at line 2, column/,
      ),
    ])
  })

  test('of several documents each can be chosen', () => {
    const opened = openText(`{"web": ${DOCUMENT}, "api": ${JSON.stringify(DOCUMENT)}}`)
    expect(opened.ok && opened.value.found.choices.map(({ name, where }) => [name, where])).toEqual([
      ['web', 'web'],
      ['api', 'api'],
    ])
  })
})
