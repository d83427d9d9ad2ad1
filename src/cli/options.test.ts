import { describe, expect, it } from 'vitest'
import { onlyOperand, parseOptions, valueOf, valuesOf } from './options'

const SPEC = { json: 'flag', at: 'once', down: 'many' } as const

function parsed(...words: readonly string[]) {
  const result = parseOptions(words, SPEC)
  if (!result.ok) throw new Error(result.message)
  return result.value
}

describe('options', () => {
  it('may stand before, behind and between operands', () => {
    for (const words of [
      ['--json', '--at', '1,2', 'file'],
      ['file', '--at', '1,2', '--json'],
      ['--at', '1,2', 'file', '--json'],
    ]) {
      const args = parsed(...words)
      expect([args.operands, [...args.flags], valueOf(args, 'at')]).toEqual([['file'], ['json'], '1,2'])
    }
  })

  it('take a value behind a space or an equals sign, and one that begins with a dash', () => {
    expect(valueOf(parsed('--at', '-31.95,115.86'), 'at')).toBe('-31.95,115.86')
    expect(valueOf(parsed('--at=-31.95,115.86'), 'at')).toBe('-31.95,115.86')
    expect(valueOf(parsed('--at', '--json'), 'at')).toBe('--json')
    expect(valueOf(parsed('--at=a=b'), 'at')).toBe('a=b')
    expect(valueOf(parsed('--at='), 'at')).toBe('')
  })

  it('may be repeated where that means something, and only there', () => {
    expect(valuesOf(parsed('--down', 'a', '--down=b'), 'down')).toEqual(['a', 'b'])
    expect(valuesOf(parsed(), 'down')).toEqual([])
    expect(valueOf(parsed(), 'at')).toBeUndefined()
    expect(parseOptions(['--at', '1,2', '--at', '3,4'], SPEC)).toEqual({
      ok: false,
      message: 'Option --at is given more than once.',
    })
  })

  it.each([
    [['--nope'], 'There is no option --nope here; there is --json, --at, --down.'],
    [['--nope=1'], 'There is no option --nope here; there is --json, --at, --down.'],
    [['-x'], 'There is no option -x here; there is --json, --at, --down.'],
    [['--constructor'], 'There is no option --constructor here; there is --json, --at, --down.'],
    [['--at'], 'Option --at needs a value.'],
    [['--json=yes'], 'Option --json takes no value.'],
  ])('%j are refused with a sentence', (words, message) => {
    expect(parseOptions(words, SPEC)).toEqual({ ok: false, message })
  })
})

describe('operands', () => {
  it('are what is no option, the dash for standard input and all behind “--”', () => {
    expect(parsed('-').operands).toEqual(['-'])
    expect(parsed('--', '--json', '-x').operands).toEqual(['--json', '-x'])
  })

  it('are one where a command takes one', () => {
    expect(onlyOperand(parsed('a'), 'FILE')).toEqual({ ok: true, value: 'a' })
    expect(onlyOperand(parsed(), 'FILE')).toEqual({ ok: false, message: 'There is no FILE.' })
    expect(onlyOperand(parsed('a', 'b'), 'FILE')).toEqual({
      ok: false,
      message: 'There is more than one FILE: “a”, “b”.',
    })
  })
})
