/** Registered media types, by the end of a file's name. */
const TYPES: ReadonlyMap<string, string> = new Map([
  ['.json', 'application/json'],
  ['.yaml', 'application/yaml'],
  ['.md', 'text/markdown'],
  ['.dot', 'text/vnd.graphviz'],
  ['.zone', 'text/dns'],
])

/** The media type of a file with such an ending: `.template.json`; plain text where none is registered. */
export function mediaTypeOf(extension: string): string {
  return TYPES.get(extension.slice(extension.lastIndexOf('.'))) ?? 'text/plain'
}
