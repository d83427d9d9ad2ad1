import type { Problem } from '../../model/problem'
import { namedAfterBucket } from '../../scenario/named-after-bucket'
import type { Session } from '../../store/session'
import { useAsked } from '../incoming/asked-store'
import { say } from './toast'

/**
 * Opens whatever a file, a drop or a paste holds, or says why not; the open scenario is never touched. Of several
 * policies in it the user chooses, unless `choice` says which.
 */
export async function openIncoming(
  session: Session,
  text: string,
  name: string | null,
  choice?: number,
): Promise<boolean> {
  const source = { text, name, ...(choice === undefined ? {} : { choice }) }
  const { readIncoming } = await import('../incoming/read-apart')
  const opened = await readIncoming(source)
  if (!opened) return false
  if (!opened.ok) {
    const what = name === null ? 'The pasted text could not be opened.' : `“${name}” could not be opened.`
    session.refuse(what, opened.problems, source)
    return false
  }
  const { openedScenario } = await import('../../formats/import/open-read')
  const { value } = opened
  if (choice === undefined && value.found.choices.length > 1) {
    useAsked.getState().ask({ kind: 'choose', text, name, found: value.found })
    return true
  }
  const title =
    value.found.name ?? (name?.replace(/(\.scenario|\.catchment)?\.[^.]+$/, '') || 'Imported policy')
  const scenario = openedScenario(value, title)
  session.open(
    value.kind === 'scenario' || value.record?.name !== undefined ? scenario : namedAfterBucket(scenario),
  )
  await sayNotes(
    scenario.name,
    value.problems.filter(({ code }) => code !== 'import/several'),
  )
  return true
}

/** So many notes are said in passing; more, or a loss, deserve a list. */
const MOST_TOASTS = 2

// Repeated keys, a wrapper taken off, losses: the text is no longer there to say so later.
async function sayNotes(name: string, problems: readonly Problem[]): Promise<void> {
  const grave = problems.some(({ severity }) => severity !== 'note')
  if (problems.length > MOST_TOASTS || grave) {
    useAsked.getState().ask({ kind: 'notes', title: `“${name}” was opened`, problems })
    return
  }
  for (const { message } of problems) await say(message)
}

/** Opens the first file of a list. */
export async function openFile(session: Session, files: FileList | null): Promise<void> {
  const file = files?.[0]
  if (!file) return
  const { decodeBytes } = await import('../../formats/decode-bytes')
  const text = decodeBytes(new Uint8Array(await file.arrayBuffer()))
  // What is no text at all is refused as one would be, with its name.
  await openIncoming(session, text ?? (await file.text()), file.name)
}

/** Lets the user choose a file to open. */
export function chooseFile(session: Session): void {
  const input = document.createElement('input')
  input.type = 'file'
  input.accept =
    '.json,.txt,.tf,.hcl,.tfstate,.yaml,.yml,.template,application/json,text/plain,application/yaml'
  input.hidden = true
  input.addEventListener('change', () => void openFile(session, input.files))
  input.addEventListener('change', () => input.remove())
  input.addEventListener('cancel', () => input.remove())
  // Some browsers open the chooser for an input of the document only.
  document.body.append(input)
  input.click()
}
