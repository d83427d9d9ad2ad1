import { namedAfterBucket } from '../../scenario/named-after-bucket'
import type { Session } from '../../store/session'
import { say } from './toast'

/** Opens whatever a file, a drop or a paste holds, or says why not; the open scenario is never touched. */
export async function openIncoming(session: Session, text: string, name: string | null): Promise<boolean> {
  const { openedScenario, openText } = await import('../../formats/open')
  const opened = openText(text, { name })
  if (!opened.ok) {
    const what = name === null ? 'The pasted text could not be opened.' : `“${name}” could not be opened.`
    session.refuse(what, opened.problems)
    return false
  }
  const { value } = opened
  const title =
    value.found.name ?? (name?.replace(/(\.scenario|\.catchment)?\.[^.]+$/, '') || 'Imported policy')
  const scenario = openedScenario(value, title)
  session.open(
    value.kind === 'scenario' || value.record?.name !== undefined ? scenario : namedAfterBucket(scenario),
  )
  // Repeated keys, a wrapper taken off: the text is no longer there to say so later.
  for (const { message } of value.problems) await say(message)
  return true
}

/** Opens the first file of a list. */
export async function openFile(session: Session, files: FileList | null): Promise<void> {
  const file = files?.[0]
  if (file) await openIncoming(session, await file.text(), file.name)
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
