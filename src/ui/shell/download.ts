/** Hands a text or a picture to the user as a file. */
export function download(fileName: string, content: string | Blob, type = 'application/json'): void {
  const blob = typeof content === 'string' ? new Blob([content], { type }) : content
  const address = URL.createObjectURL(blob)
  const link = document.createElement('a')
  link.href = address
  link.download = fileName
  link.click()
  // The browser has taken its own reference by the next task.
  window.setTimeout(() => URL.revokeObjectURL(address), 10_000)
}

/** A file name from what the user calls a thing: `Video: EU first` becomes `video-eu-first`. */
export function fileStem(name: string): string {
  const stem = name
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-+|-+$/g, '')
  return stem === '' ? 'scenario' : stem
}
