import { describe, expect, it } from 'vitest'
import { FILES } from './documents.fixtures'
import { jsonOf, runCli } from './testing/run-cli'

describe('link and unlink', () => {
  it('put a scenario behind the base, and take it back', async () => {
    const link = await runCli(['link', 'layers.json', '--base', 'https://example.com/app/#old'], FILES)
    expect(link).toMatchObject({ code: 0, err: '' })
    expect(link.out).toMatch(/^https:\/\/example\.com\/app\/#c2\.[A-Za-z0-9_-]+\n$/)
    const scenario = await runCli(['unlink', link.out.trim()])
    expect(scenario).toMatchObject({ code: 0, err: '' })
    expect(jsonOf(scenario)).toMatchObject({ record: { name: 'example.com.', ttl: 60 } })
    const question = ['--at', '48.85,2.35', '--json']
    const before = await runCli(['resolve', 'layers.json', ...question], FILES)
    const after = await runCli(['resolve', '-', ...question], { '-': scenario.out })
    expect(after.out).toBe(before.out)
    expect((await runCli(['resolve', link.out.trim(), ...question])).out).toBe(before.out)
  })

  it('print the fragment alone without a base, which unlinks as well, also from standard input', async () => {
    const { out } = await runCli(['link', 'simple.json'], FILES)
    expect(out).toMatch(/^#c2\./)
    const scenario = await runCli(['unlink', out.trim()])
    expect(scenario.code).toBe(0)
    expect(await runCli(['unlink', '-'], { '-': out })).toEqual(scenario)
    expect(await runCli(['unlink', out.trim().slice(1), '--json'])).toEqual(scenario)
  })

  it('print one JSON value with --json, and take it back', async () => {
    const link = await runCli(['link', 'simple.json', '--json'], FILES)
    expect(jsonOf(link)).toMatch(/^#c2\./)
    expect((await runCli(['unlink', link.out.trim()])).code).toBe(0)
  })

  it('refuse a link that was changed, with its own message', async () => {
    const { out } = await runCli(['link', 'simple.json'], FILES)
    for (const [url, message] of [
      [out.trim().slice(0, -1), 'cut off'],
      [`${out.trim()}A`, 'too many'],
      [`${out.trim()} `, 'one character too many'],
      [` ${out.trim().slice(1)}`, 'no Catchment link'],
      ['https://example.com/', 'no Catchment link'],
      ['nothing', 'no Catchment link'],
    ] as const) {
      const { code, out: printed, err } = await runCli(['unlink', url])
      expect([code, printed]).toEqual([2, ''])
      expect(err).toContain(message)
      // White space around a text is not part of a link that is pasted or piped.
      if (url === url.trim()) expect((await runCli(['resolve', '-'], { '-': url })).code).toBe(2)
    }
  })

  it('refuse to be called otherwise', async () => {
    expect((await runCli(['link'])).err).toContain('There is no FILE.')
    expect((await runCli(['unlink'])).err).toContain('There is no URL.')
    expect((await runCli(['unlink', '-'])).code).toBe(2)
    expect((await runCli(['link', 'cut.json'], FILES)).code).toBe(2)
  })
})
