import { describe, expect, it } from 'vitest'
import { rememberedAnswer } from './remembered-answer'

/** A question that is answered by its words and how often it was asked, unless there is no network. */
function asking() {
  const asked: string[] = []
  const state = { offline: false }
  const ask = rememberedAnswer(async (...words: readonly string[]) => {
    asked.push(words.join(' '))
    await Promise.resolve()
    if (state.offline) throw new Error('offline')
    return `${words.join(' ')} ${asked.length}`
  })
  return { ask, asked, state }
}

describe('a remembered answer', () => {
  it('is asked for once, also while it is on its way', async () => {
    const { ask, asked } = asking()
    expect(await Promise.all([ask('a', 'b'), ask('a', 'b')])).toEqual(['a b 1', 'a b 1'])
    expect(await ask('a', 'b')).toBe('a b 1')
    expect(asked).toHaveLength(1)
  })

  it('is the last one only', async () => {
    const { ask } = asking()
    await ask('a')
    expect(await ask('b')).toBe('b 2')
    expect(await ask('a')).toBe('a 3')
  })

  it('is asked for again after a failure', async () => {
    const { ask, state } = asking()
    state.offline = true
    await expect(ask('a')).rejects.toThrow('offline')
    state.offline = false
    expect(await ask('a')).toBe('a 2')
  })

  it('stays when an older question fails later', async () => {
    const asked: string[] = []
    const ask = rememberedAnswer(async (word: string) => {
      asked.push(word)
      await Promise.resolve()
      if (word === 'a') throw new Error('offline')
      return word
    })
    const older = ask('a')
    const newer = ask('b')
    await expect(older).rejects.toThrow('offline')
    expect(await newer).toBe('b')
    expect(await ask('b')).toBe('b')
    expect(asked).toEqual(['a', 'b'])
  })
})
