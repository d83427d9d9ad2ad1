/** Has the browser ask before a text that cannot be opened is left behind: it is kept in the page alone. */
export function guardLeaving(isBroken: boolean): void {
  if (isBroken) window.addEventListener('beforeunload', askFirst)
  else window.removeEventListener('beforeunload', askFirst)
}

function askFirst(event: BeforeUnloadEvent): void {
  event.preventDefault()
}
