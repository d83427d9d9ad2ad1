import { expect, test } from 'vitest'
import { failure, success } from '../model/result'
import { emptyScenario, type Scenario } from '../scenario/scenario'
import { createLibrary, type KeyValueStorage, LIBRARY_LIMIT, LIBRARY_MINIMUM } from './library'

/** Web Storage with room for a number of records. */
function storageOf(
  room = Number.POSITIVE_INFINITY,
): KeyValueStorage & { readonly records: Map<string, string> } {
  const records = new Map<string, string>()
  return {
    records,
    get length() {
      return records.size
    },
    key: (index) => [...records.keys()][index] ?? null,
    getItem: (key) => records.get(key) ?? null,
    setItem(key, value) {
      if (!records.has(key) && records.size >= room) throw new DOMException('full', 'QuotaExceededError')
      records.set(key, value)
    },
    removeItem: (key) => records.delete(key),
  }
}

const codec = {
  encode: ({ name }: Scenario) => `scenario ${name}`,
  decode: (text: string) =>
    text.startsWith('scenario ')
      ? success(named(text.slice('scenario '.length)))
      : failure({ code: 'x', severity: 'error', message: 'unreadable', path: [] }),
}
const named = (name: string): Scenario => ({ ...emptyScenario(), name })

function libraryOf(storage: KeyValueStorage) {
  let time = 0
  return createLibrary(
    storage,
    () => Promise.resolve(codec),
    () => ++time,
  )
}

async function readyLibraryOf(storage: KeyValueStorage) {
  const library = libraryOf(storage)
  await library.ready()
  return library
}

test('what was written is read back, newest first, whatever its name holds', async () => {
  const library = await readyLibraryOf(storageOf())
  library.write('1', named('line\nbreak "quoted"'))
  library.write('2', named('second'))
  expect(library.list().map(({ id, name }) => [id, name])).toEqual([
    ['2', 'second'],
    ['1', 'line\nbreak "quoted"'],
  ])
  expect(await library.read('1')).toMatchObject({ ok: true, value: { name: 'line\nbreak "quoted"' } })
})

test('an unknown id reads as nothing', async () => {
  expect(await libraryOf(storageOf()).read('none')).toBeNull()
})

test('a record that cannot be read is reported and left where it is', async () => {
  const storage = storageOf()
  storage.setItem('catchment:scenario:bad', '1 "Bad"\nnot a scenario')
  const library = await readyLibraryOf(storage)
  expect(await library.read('bad')).toMatchObject({ ok: false })
  expect(storage.records.size).toBe(1)
})

test('records of others in the same storage are never touched or listed', async () => {
  const storage = storageOf()
  storage.setItem('theme', 'dark')
  storage.setItem('catchment:scenario:odd', 'no head line')
  const library = await readyLibraryOf(storage)
  library.write('1', named('mine'))
  expect(library.list().map(({ id }) => id)).toEqual(['1'])
  expect(storage.getItem('theme')).toBe('dark')
})

test('only the newest scenarios are kept', async () => {
  const library = await readyLibraryOf(storageOf())
  for (let each = 0; each < LIBRARY_LIMIT + 3; each++) library.write(`${each}`, named(`${each}`))
  expect(library.list()).toHaveLength(LIBRARY_LIMIT)
  expect(await library.read('2')).toBeNull()
})

test('a full browser costs the oldest scenarios, but never the last ten', async () => {
  const library = await readyLibraryOf(storageOf(LIBRARY_MINIMUM + 1))
  for (let each = 0; each < LIBRARY_MINIMUM + 1; each++) library.write(`${each}`, named(`${each}`))
  expect(library.write('new', named('new'))).toBe('written')
  expect(await library.read('0')).toBeNull()
  expect(library.list()).toHaveLength(LIBRARY_MINIMUM + 1)

  const tight = await readyLibraryOf(storageOf(LIBRARY_MINIMUM - 1))
  for (let each = 0; each < LIBRARY_MINIMUM - 1; each++) tight.write(`${each}`, named(`${each}`))
  expect(tight.write('new', named('new'))).toBe('full')
  expect(tight.list()).toHaveLength(LIBRARY_MINIMUM - 1)
})

test('nothing can be written before the codec is there', () => {
  const storage = storageOf()
  expect(libraryOf(storage).write('1', named('early'))).toBe('unready')
  expect(storage.records.size).toBe(0)
})
