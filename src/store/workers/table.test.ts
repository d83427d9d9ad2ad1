import { expect, test } from 'vitest'
import { loadAtlas, loadGazetteer } from '../../geo/load'
import { createTableClient } from './table-client'
import { createTableServer, type TableAnswer, type TableRequest } from './table-server'

/** A client and a server that talk through a worker's port, everything copied on the way as between threads. */
function connected(load = loadGazetteer) {
  const events = new EventTarget()
  const posted: TableAnswer[] = []
  const answers: TableAnswer[] = []
  let done = Promise.resolve()
  const receive = createTableServer({
    loadGazetteer: load,
    loadAtlas,
    post(answer) {
      posted.push(answer)
      events.dispatchEvent(new MessageEvent('message', { data: structuredClone(answer) }))
    },
    pause: () => Promise.resolve(),
  })
  const worker = {
    addEventListener: events.addEventListener.bind(events),
    postMessage(request: TableRequest) {
      const received = receive(structuredClone(request))
      done = done.then(() => received)
    },
    terminate: () => {},
  }
  const client = createTableClient(worker, (answer) => answers.push(answer))
  return { client, answers, posted, events, settled: () => done }
}

test('a table is matched, and what the scenario would keep comes back with what is said of the rows', async () => {
  const { client, answers, settled } = connected()
  client.read('country,city,queries\nDE,,30\n,Paris,20\n,Nowhere at all,50\nFR,,many', 'log.csv')
  await settled()
  const [answer] = answers
  if (answer?.kind !== 'matched') throw new Error(JSON.stringify(answer))
  const { table } = answer
  expect(table.model.name).toBe('log.csv')
  expect(table.model.places.map(({ country, city, weight }) => [country, city, weight])).toEqual([
    ['DE', null, 30],
    ['FR', 'Paris', 20],
  ])
  expect(table.model.leftOut).toEqual({ rows: 1, weight: 50 })
  expect(table).toMatchObject({
    weightColumn: 'queries',
    rows: { all: 4, used: 2 },
    weight: 50,
    unmatchedPart: 0.5,
    doubts: { count: 0, lines: [] },
  })
  expect(table.largest.map(({ country }) => country)).toEqual(['DE', 'FR'])
  expect(table.leftOut.count).toBe(2)
  expect(table.leftOut.lines.map((line) => line.slice(0, 7))).toEqual(['Line 4:', 'Line 5:'])
})

test('of many rows that were left out the first ones come back, and how many there are', async () => {
  const { client, answers, settled } = connected()
  const rows = Array.from({ length: 1500 }, (_, index) => `Nowhere${index},1`)
  client.read(['city,queries', 'Paris,1', ...rows].join('\n'), 'log.csv')
  await settled()
  expect(answers).toMatchObject([{ kind: 'matched', table: { leftOut: { count: 1500 } } }])
  const [answer] = answers
  const lines = answer?.kind === 'matched' ? answer.table.leftOut.lines : []
  expect(lines).toHaveLength(200)
  expect(lines.at(-1)).toContain('Line 202: ')
})

test('a table of no use comes back with the reason', async () => {
  const { client, answers, settled } = connected()
  client.read('city,queries\nNowhere at all,5', 'log.csv')
  await settled()
  const [answer] = answers
  expect(answer?.kind === 'refused' && answer.message).toContain('Line 2: ')
})

test('only the newest of several tables is read', async () => {
  const { client, answers, posted, settled } = connected()
  client.read('city,queries\nParis,5', 'a')
  client.read('city,queries\nRome,5', 'b')
  await settled()
  expect(posted).toHaveLength(1)
  expect(answers).toMatchObject([{ kind: 'matched', table: { model: { name: 'b' } } }])
})

test('a table that was dropped is not answered', async () => {
  const { client, answers, settled } = connected()
  client.read('city,queries\nParis,5', 'a')
  client.drop()
  await settled()
  expect(answers).toEqual([])
})

test('what goes wrong is an answer, too', async () => {
  const { client, answers, events, settled } = connected(() => Promise.reject(new Error('No network')))
  client.read('city,queries\nParis,5', 'a')
  await settled()
  events.dispatchEvent(Object.assign(new Event('error'), { message: '' }))
  expect(answers).toMatchObject([
    { kind: 'failed', reason: 'No network' },
    { kind: 'failed', reason: 'The worker that reads tables could not be started.' },
  ])
})
