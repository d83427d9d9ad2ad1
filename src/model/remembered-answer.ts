/**
 * Remembers the last answer of a question with few arguments, compared by identity. After a failure (say, without a
 * network) the next call asks again.
 */
export function rememberedAnswer<A extends readonly unknown[], R>(
  ask: (...args: A) => Promise<R>,
): (...args: A) => Promise<R> {
  let last: { readonly args: A; readonly answer: Promise<R> } | null = null
  return (...args) => {
    if (last?.args.every((arg, index) => arg === args[index])) return last.answer
    const asked = { args, answer: ask(...args) }
    last = asked
    asked.answer.catch(() => {
      if (last === asked) last = null
    })
    return asked.answer
  }
}
