import { type Attempt, done, fault } from './attempt'

/** How an option is given: alone, with one value, or with a value each time it is repeated. */
export type OptionKind = 'flag' | 'once' | 'many'

/** The options of a command, by name without the dashes. */
export type OptionSpec = Readonly<Record<string, OptionKind>>

/** A command's arguments, told apart. */
export interface Arguments {
  /** What is no option, in order; `-` is one of them. */
  readonly operands: readonly string[]
  readonly flags: ReadonlySet<string>
  /** The values of options that take one, in the order given. */
  readonly values: ReadonlyMap<string, readonly string[]>
}

/**
 * Reads options standing anywhere, as `--opt VALUE` or `--opt=VALUE`. A value may begin with a dash, so
 * whatever follows an option that takes one is its value. After `--` everything is an operand.
 */
export function parseOptions(words: readonly string[], spec: OptionSpec): Attempt<Arguments> {
  const operands: string[] = []
  const flags = new Set<string>()
  const values = new Map<string, string[]>()
  const rest = [...words]
  for (let word = rest.shift(); word !== undefined; word = rest.shift()) {
    if (word === '--') {
      operands.push(...rest)
      break
    }
    if (word === '-' || !word.startsWith('-')) {
      operands.push(word)
      continue
    }
    const [shown, given] = split(word)
    const name = shown.startsWith('--') ? shown.slice(2) : ''
    const kind = Object.hasOwn(spec, name) ? spec[name] : undefined
    if (kind === undefined) return fault(unknownOption(shown, spec))
    if (kind === 'flag') {
      if (given !== undefined) return fault(`Option --${name} takes no value.`)
      flags.add(name)
      continue
    }
    const value = given ?? rest.shift()
    if (value === undefined) return fault(`Option --${name} needs a value.`)
    const before = values.get(name) ?? []
    if (kind === 'once' && before.length > 0) return fault(`Option --${name} is given more than once.`)
    values.set(name, [...before, value])
  }
  return done({ operands, flags, values })
}

/** The value of an option that is given once; undefined when it was not given. */
export function valueOf({ values }: Arguments, name: string): string | undefined {
  return values.get(name)?.[0]
}

/** The values of an option that may be repeated. */
export function valuesOf({ values }: Arguments, name: string): readonly string[] {
  return values.get(name) ?? []
}

/** The one operand that a command takes. */
export function onlyOperand({ operands }: Arguments, what: string): Attempt<string> {
  const [first, second] = operands
  if (first === undefined) return fault(`There is no ${what}.`)
  return second === undefined
    ? done(first)
    : fault(`There is more than one ${what}: “${first}”, “${second}”.`)
}

function split(word: string): readonly [string, string | undefined] {
  const at = word.indexOf('=')
  return at < 0 ? [word, undefined] : [word.slice(0, at), word.slice(at + 1)]
}

function unknownOption(shown: string, spec: OptionSpec): string {
  const known = Object.keys(spec).map((name) => `--${name}`)
  return `There is no option ${shown} here; there is ${known.join(', ')}.`
}
