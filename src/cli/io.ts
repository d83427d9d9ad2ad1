import { readFile } from 'node:fs/promises'
import { decodeBytes } from '../formats/decode-bytes'
import { type Attempt, done, fault } from './attempt'

/** What a command may do to the world; tests hand in their own. */
export interface Io {
  /** The text of a file, or of standard input for `-`. */
  readText(file: string): Promise<Attempt<string>>
  /** Writes to standard output exactly what it is given. */
  out(text: string): void
  /** Writes to standard error. */
  err(text: string): void
}

/** Exit codes: done, the answer is “no”, unusable input or arguments. */
export type ExitCode = 0 | 1 | 2

export const processIo: Io = {
  readText,
  out: (text) => void process.stdout.write(text),
  err: (text) => void process.stderr.write(text),
}

async function readText(file: string): Promise<Attempt<string>> {
  try {
    const bytes = file === '-' ? await readStandardInput() : await readFile(file)
    return decode(bytes, nameOf(file))
  } catch (error) {
    return fault(`${nameOf(file)} cannot be read: ${reasonOf(error)}.`)
  }
}

function decode(bytes: Uint8Array, name: string): Attempt<string> {
  const text = decodeBytes(bytes)
  return text === null ? fault(`${name} is not a text in UTF-8 or UTF-16.`) : done(text)
}

async function readStandardInput(): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  for await (const chunk of process.stdin) {
    const piece: unknown = chunk
    if (piece instanceof Uint8Array) chunks.push(piece)
  }
  return Buffer.concat(chunks)
}

/** What a file is called in a message. */
export function nameOf(file: string): string {
  return file === '-' ? 'Standard input' : `“${file}”`
}

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file',
  EISDIR: 'it is a directory',
  EACCES: 'permission is denied',
}

function reasonOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  return REASONS[code] ?? (code === '' ? 'it failed' : code)
}
