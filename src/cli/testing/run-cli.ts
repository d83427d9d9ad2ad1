import { fault } from '../attempt'
import type { ExitCode } from '../io'
import { run } from '../run'

/** What a command line printed, and its exit code. */
export interface Ran {
  readonly code: ExitCode
  readonly out: string
  readonly err: string
}

/** Runs a command line in this process on files that are given by name; `-` is standard input. For tests only. */
export async function runCli(
  words: readonly string[],
  files: Readonly<Record<string, string>> = {},
): Promise<Ran> {
  let out = ''
  let err = ''
  const code = await run(words, {
    readText: (file) => {
      const text = files[file]
      return Promise.resolve(
        text === undefined
          ? fault(`“${file}” cannot be read: there is no such file.`)
          : { ok: true, value: text },
      )
    },
    out: (text) => {
      out += text
    },
    err: (text) => {
      err += text
    },
  })
  return { code, out, err }
}

/** The one JSON value that a command printed; throws when it printed anything else. For tests only. */
export function jsonOf({ out }: Ran): unknown {
  const value: unknown = JSON.parse(out)
  return value
}

/** A member of what a command printed; undefined where there is none. For tests only. */
export function memberOf(value: unknown, key: string): unknown {
  if (typeof value !== 'object' || value === null) return undefined
  return new Map<string, unknown>(Object.entries(value)).get(key)
}

/** The problems that a command printed as JSON, each as `severity code path`. For tests only. */
export function problemsIn(ran: Ran): readonly string[] {
  const problems = memberOf(jsonOf(ran), 'problems')
  if (!Array.isArray(problems)) throw new Error('There is no list of problems.')
  return problems.map((problem: unknown) =>
    ['severity', 'code', 'path'].map((key) => String(memberOf(problem, key))).join(' '),
  )
}
