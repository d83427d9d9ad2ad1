import { createSocket } from 'node:dgram'

const TYPES: Readonly<Record<string, number>> = { A: 1, CNAME: 5, TXT: 16, AAAA: 28 }

export interface Question {
  readonly port: number
  readonly name: string
  readonly type: string
  /** IPv4 network of the client, of 24 bits, sent as EDNS Client Subnet (RFC 7871). */
  readonly network: string
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
      const answer = answerOf(message)
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
  const subnet = [0, 1, 24, 0, ...network.split('.').slice(0, 3).map(Number)]
  const option = [0, 8, 0, subnet.length, ...subnet]
  const head = [id >> 8, id & 255, 0, 0, 0, 1, 0, 0, 0, 0, 0, 1]
  const asked = [...question, 0, 0, TYPES[type] ?? 0, 0, 1]
  return Buffer.from([...head, ...asked, 0, 0, 41, 4, 208, 0, 0, 0, 0, 0, option.length, ...option])
}

function answerOf(message: Buffer): string {
  const code = message.readUInt8(3) & 15
  if (code !== 0) return `rcode ${code.toString()}`
  let at = skipName(message, 12) + 4
  const values: string[] = []
  for (let left = message.readUInt16BE(6); left > 0; left--) {
    at = skipName(message, at)
    const length = message.readUInt16BE(at + 8)
    const data = message.subarray(at + 10, at + 10 + length)
    values.push(length === 4 ? [...data].join('.') : data.toString('hex'))
    at += 10 + length
  }
  return values.length === 0 ? 'NODATA' : values.toSorted().join(' ')
}

/** The place after a name, which may end in a pointer (RFC 1035 4.1.4). */
function skipName(message: Buffer, from: number): number {
  let at = from
  for (;;) {
    const length = message.readUInt8(at)
    if (length === 0) return at + 1
    if (length >= 192) return at + 2
    at += 1 + length
  }
}
