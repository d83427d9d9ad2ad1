import { toJsonText } from '../model/json-text'
import { type Problem, toPointer } from '../model/problem'
import type { Repair } from '../policy/repair/repair'

/** A repair as the JSON of the command line: edits as in JSON Patch (RFC 6902), with `rename` besides. */
export function fixJson({ code, title, safe, edits }: Repair): Readonly<Record<string, unknown>> {
  return {
    code,
    title,
    safe,
    edits: edits.map((edit) => ({
      op: edit.op,
      path: toPointer(edit.path),
      ...(edit.op === 'set' ? { value: plainOf(edit.value) } : {}),
      ...(edit.op === 'rename' ? { key: edit.key } : {}),
    })),
  }
}

/** A repair that was made, as a note at its place. */
export function repairNote({ code, title, path }: Pick<Repair, 'code' | 'title' | 'path'>): Problem {
  return { code, severity: 'note', message: `${title}.`, path }
}

function plainOf(json: Parameters<typeof toJsonText>[0]): unknown {
  return JSON.parse(toJsonText(json))
}
