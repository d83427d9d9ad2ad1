import { createSocket } from 'node:dgram'
import { parseIpPrefix } from '../../model/dns/ip-prefix'
import { nameAt, rdataText, TYPES } from './rdata-text.fixtures'

export interface Question {
  readonly port: number
  readonly name: string
  readonly type: string
  /** Network of the client, sent as EDNS Client Subnet (RFC 7871); without one nothing is sent. */
  readonly network?: string
  /** The TTL that every answer has to have, in s. */
  readonly ttl: number
}

/** How often each answer came: its values in order of text, joined by blanks; `NODATA`; or `rcode 2`. */
export type Counts = ReadonlyMap<string, number>

/** How many questions are under way at once. */
const WINDOW = 48

/** Asks the same question so many times over UDP. */
export function ask(question: Question, times: number): Promise<Counts> {
  const socket = createSocket('udp4')
  const counts = new Map<string, number>()
  let sent = 0
  let received = 0
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      socket.close()
      reject(new Error(`${question.name}: ${received.toString()} of ${times.toString()} answers came`))
    }, 20_000)
    const send = () => {
      socket.send(query(sent & 0xffff, question), question.port, '127.0.0.1')
      sent += 1
    }
    socket.on('message', (message) => {
      const answer = answerOf(message, question.ttl)
      counts.set(answer, (counts.get(answer) ?? 0) + 1)
      received += 1
      if (sent < times) send()
      if (received < times) return
      clearTimeout(timer)
      socket.close()
      resolve(counts)
    })
    while (sent < Math.min(WINDOW, times)) send()
  })
}

/** A question in wire format (RFC 1035 4.1), with an OPT record that holds the client's network (RFC 6891). */
function query(id: number, { name, type, network }: Question): Buffer {
  const labels = name.replace(/\.$/, '').split('.')
  const question = labels.flatMap((label) => [label.length, ...Buffer.from(label)])
  const option = network === undefined ? [] : subnetOption(network)
  const head = [id >> 8, id & 255, 0, 0, 0, 1, 0, 0, 0, 0, 0, 1]
  const code = TYPES[type] ?? 0
  const asked = [...question, 0, code >> 8, code & 255, 0, 1]
  return Buffer.from([...head, ...asked, 0, 0, 41, 16, 0, 0, 0, 0, 0, 0, option.length, ...option])
}

function subnetOption(network: string): readonly number[] {
  const prefix = parseIpPrefix(network)
  if (!prefix) throw new Error(`${network} is no network`)
  const octets = prefix.words.flatMap((word) => [word >> 8, word & 255])
  const told = octets.slice(0, Math.ceil(prefix.length / 8))
  return [0, 8, 0, told.length + 4, 0, prefix.family === 4 ? 1 : 2, prefix.length, 0, ...told]
}

function answerOf(message: Buffer, ttl: number): string {
  const code = message.readUInt8(3) & 15
  if (code !== 0) return `rcode ${code.toString()}`
  if ((message.readUInt8(2) & 2) !== 0) return 'truncated'
  let at = nameAt(message, 12).end + 4
  const values: string[] = []
  for (let left = message.readUInt16BE(6); left > 0; left--) {
    at = nameAt(message, at).end
    const got = message.readUInt32BE(at + 4)
    values.push(rdataText(message, at) + (got === ttl ? '' : ` ttl ${got.toString()}`))
    at += 10 + message.readUInt16BE(at + 8)
  }
  return values.length === 0 ? 'NODATA' : values.toSorted().join(' ')
}
