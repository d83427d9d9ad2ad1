import type { Result } from '../model/result'
import type { Scenario } from '../scenario/scenario'

/** A scenario kept in this browser. */
export interface LibraryEntry {
  readonly id: string
  readonly name: string
  /** Milliseconds since 1970. */
  readonly savedAt: number
}

/** The part of the Web Storage interface that the library needs. */
export type KeyValueStorage = Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>

export interface LibraryCodec {
  encode(scenario: Scenario): string
  decode(text: string): Result<Scenario>
}

/** Every scenario that was open in this browser, its edits included, newest first. */
export interface Library {
  list(): readonly LibraryEntry[]
  /** The kept scenario; null when there is none by that id. A record that cannot be read is left alone. */
  read(id: string): Promise<Result<Scenario> | null>
  /** Resolves when scenarios can be written. */
  ready(): Promise<void>
  /**
   * Keeps a scenario, at once; `full` when the browser refuses the space even after old ones have gone,
   * `unready` before the codec is there.
   */
  write(id: string, scenario: Scenario): 'written' | 'full' | 'unready'
  remove(id: string): void
}

/** How many scenarios are kept; the oldest make way. */
export const LIBRARY_LIMIT = 40
/** How many are kept in any case when the browser runs short of space. */
export const LIBRARY_MINIMUM = 10

const PREFIX = 'catchment:scenario:'

/**
 * A library over Web Storage, which writes at once: what was edited a moment before a crash is there.
 * One record per scenario, so that tabs do not write over each other; `savedAt` leads the record.
 */
export function createLibrary(
  storage: KeyValueStorage,
  // The codec is none of what the first use needs, so it may come later.
  loadCodec: () => Promise<LibraryCodec>,
  now: () => number,
): Library {
  let codec: LibraryCodec | null = null
  async function load(): Promise<LibraryCodec> {
    codec ??= await loadCodec()
    return codec
  }

  function keys(): readonly string[] {
    const all = Array.from({ length: storage.length }, (_, index) => storage.key(index) ?? '')
    return all.filter((key) => key.startsWith(PREFIX))
  }

  function entries(): readonly LibraryEntry[] {
    const found = keys().flatMap((key): LibraryEntry[] => {
      const record = readRecord(storage.getItem(key))
      return record ? [{ id: key.slice(PREFIX.length), name: record.name, savedAt: record.savedAt }] : []
    })
    return found.sort((a, b) => b.savedAt - a.savedAt)
  }

  function put(id: string, text: string): boolean {
    try {
      storage.setItem(PREFIX + id, text)
      return true
    } catch {
      // The only documented failure is a full or forbidden store.
      return false
    }
  }

  return {
    list: entries,
    async read(id) {
      const record = readRecord(storage.getItem(PREFIX + id))
      return record && (await load()).decode(record.text)
    },
    async ready() {
      await load()
    },
    write(id, scenario) {
      if (!codec) return 'unready'
      const record = `${now()} ${JSON.stringify(scenario.name)}\n${codec.encode(scenario)}`
      const others = () => entries().filter((entry) => entry.id !== id)
      // Reading all records takes longer than writing one.
      if (keys().length >= LIBRARY_LIMIT) {
        for (const entry of others().slice(LIBRARY_LIMIT - 1)) storage.removeItem(PREFIX + entry.id)
      }
      while (!put(id, record)) {
        const oldest = others()
        const last = oldest.at(-1)
        if (!last || oldest.length < LIBRARY_MINIMUM) return 'full'
        storage.removeItem(PREFIX + last.id)
      }
      return 'written'
    },
    remove: (id) => storage.removeItem(PREFIX + id),
  }
}

interface StoredRecord {
  readonly savedAt: number
  readonly name: string
  readonly text: string
}

/** A record is one line of time and name, then the scenario file; anything else is not ours. */
function readRecord(stored: string | null): StoredRecord | null {
  const end = stored?.indexOf('\n') ?? -1
  if (stored === null || end < 0) return null
  const head = /^(\d+) ("(?:[^"\\]|\\.)*")$/.exec(stored.slice(0, end))
  const savedAt = Number(head?.[1])
  try {
    const name: unknown = JSON.parse(head?.[2] ?? '')
    return typeof name === 'string' ? { savedAt, name, text: stored.slice(end + 1) } : null
  } catch {
    return null
  }
}
