import { BARE_NAME } from '../formats/aws-losses'
import { type Opened, openedScenario } from '../formats/import/open-read'
import { openPlain } from '../formats/open-plain'
import type { Problem } from '../model/problem'
import type { Scenario } from '../scenario/scenario'
import { done } from './attempt'
import type { ExitCode, Io } from './io'
import { type Arguments, valueOf } from './options'
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
  const name = file === '-' ? null : file
  const opened = (choice === undefined ? openPlain(text) : null) ?? (await openAny(text, name, choice))
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

/** The readers of all other texts are loaded when there is one. */
async function openAny(text: string, name: string | null, choice: string | undefined) {
  const { openText } = await import('../formats/open')
  return openText(text, { name, ...(choice === undefined ? {} : { choice }) })
}

/** The option of every command that opens a file: which policy is meant of one that holds several. */
export const PICK_OPTION = { pick: 'once' } as const
export const PICK_USAGE = `  --pick NAME              which policy of a file that holds several: its name, NAME@VERSION, its version, or its
                           position from 1
`

/**
 * Opens the file of a command with its `--pick`, and says on standard error what answers differ by: that there
 * are others in the file, and what of it could not be taken over.
 */
export async function openPicked(file: string, args: Arguments, io: Io): Promise<OpenedFile | UnopenedFile> {
  const opened = await openFile(file, io, valueOf(args, 'pick'))
  if (!opened.ok) return opened
  const said = opened.problems.filter(
    ({ code, severity }) => severity === 'warning' || code === 'import/several',
  )
  for (const line of problemLines(shownName(file), opened.text, said)) io.err(`${line}\n`)
  return opened
}

function shownName(file: string): string {
  return file === '-' ? 'standard input' : file
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
  const lines = problemLines(shownName(file), text, problems)
  io.err(`${lines.join('\n')}\n`)
}

/** What was lost when a file was opened, before anything was made of it. */
export function isOpeningLoss({ code }: Problem): boolean {
  return code.startsWith('records/') || code === 'import/loss' || code === 'import/several'
}

/** Says the same of a file that a command needs, and whether it can be mended. */
export async function refuseUnopened(unopened: UnopenedFile, args: Arguments, io: Io): Promise<ExitCode> {
  explainUnopened(unopened, io)
  const { canRepair } = await import('../formats/repair/repair-text')
  const { file, text } = unopened
  if (canRepair(text, file === '-' ? null : file, valueOf(args, 'pick'))) io.err(`${CAN_MEND}\n`)
  return 2
}

export const CAN_MEND = '“catchment check --fix” can mend this.'

/** A problem whose path leads from the root of the file already. */
export function inFile(problem: Problem): FileProblem {
  return { ...problem, filePath: problem.path }
}
