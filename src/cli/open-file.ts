import { BARE_NAME } from '../formats/aws-losses'
import { type Opened, openedScenario, openText } from '../formats/open'
import type { Problem } from '../model/problem'
import type { Scenario } from '../scenario/scenario'
import { done } from './attempt'
import type { Io } from './io'
import { type FileProblem, problemLines } from './problems'

/** A file that was opened. */
export interface OpenedFile {
  readonly ok: true
  readonly file: string
  readonly text: string
  readonly scenario: Scenario
  /** Whether it was a scenario; else it was a policy alone. */
  readonly isScenario: boolean
  /** What opening had to say: warnings and notes. */
  readonly problems: readonly FileProblem[]
}

/** A file that was not, with the problems that prevented it. */
export interface UnopenedFile {
  readonly ok: false
  readonly file: string
  readonly text: string
  readonly problems: readonly FileProblem[]
}

/** Opens a file, standard input for `-`, or a link in the place of a file; `choice` is for one that holds several policies. */
export async function openFile(file: string, io: Io, choice?: string): Promise<OpenedFile | UnopenedFile> {
  const read = LINK.test(file) ? done(file) : await io.readText(file)
  if (!read.ok) {
    const unreadable: Problem = {
      code: 'file/unreadable',
      severity: 'error',
      message: read.message,
      path: [],
    }
    return { ok: false, file, text: '', problems: [inFile(unreadable)] }
  }
  const text = read.value
  const opened = openText(text, {
    name: file === '-' ? null : file,
    ...(choice === undefined ? {} : { choice }),
  })
  if (!opened.ok) return { ok: false, file, text, problems: opened.problems.map(inFile) }
  const isScenario = opened.value.kind === 'scenario'
  return {
    ok: true,
    file,
    text,
    scenario: isScenario ? openedScenario(opened.value) : bareScenario(opened.value),
    isScenario,
    problems: opened.value.problems.map(inFile),
  }
}

const LINK = /^([a-z][a-z0-9+.-]*:\/\/[^#]*)?#/i

// A policy alone has no name; the one it is given here is part of the command line's contract.
function bareScenario(opened: Opened): Scenario {
  const scenario = openedScenario(opened)
  const name = opened.kind === 'policy' ? opened.record?.name : undefined
  return { ...scenario, record: { ...scenario.record, name: name ?? BARE_NAME } }
}

/** Says on standard error why a file could not be opened. */
export function explainUnopened({ file, text, problems }: UnopenedFile, io: Io): void {
  const lines = problemLines(file === '-' ? 'standard input' : file, text, problems)
  io.err(`${lines.join('\n')}\n`)
}

/** A problem whose path leads from the root of the file already. */
export function inFile(problem: Problem): FileProblem {
  return { ...problem, filePath: problem.path }
}
