import { describe, expect, it } from 'vitest'
import { runCli } from './testing/run-cli'

describe('the command line', () => {
  it('says how it is used when asked, on standard output', async () => {
    for (const word of ['--help', '-h', 'help']) {
      const { code, out, err } = await runCli([word])
      expect([code, err]).toEqual([0, ''])
      expect(out).toContain('Usage:')
    }
    for (const command of ['check', 'resolve', 'shares', 'tune', 'convert', 'link', 'unlink']) {
      const { code, out } = await runCli([command, '--help'])
      expect([code, out.startsWith(`Usage: catchment ${command} `)]).toEqual([0, true])
    }
  })

  it('says so on standard error when it is used otherwise', async () => {
    const bare = await runCli([])
    expect([bare.code, bare.out]).toEqual([2, ''])
    expect(bare.err).toContain('Usage:')
    for (const word of ['solve', 'constructor', '--json', '']) {
      const { code, out, err } = await runCli([word, 'x.json'])
      expect([code, out]).toEqual([2, ''])
      expect(err).toContain(`there is no command “${word}”`)
    }
  })
})
