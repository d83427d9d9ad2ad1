import { type ChildProcess, spawn } from 'node:child_process'
import { createSocket } from 'node:dgram'
import { mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'

/** A name server of the system that runs for a test. */
export interface RunningServer {
  readonly port: number
  stop(): void
}

export interface ServerPlan {
  readonly program: string
  /** Writes the configuration into the folder and gives the arguments to start with. */
  readonly prepare: (folder: string, port: number) => readonly string[]
  /** What the server's log says once it answers. */
  readonly ready: RegExp
}

const PATIENCE_MS = 30_000

/** Starts a server on a free port of the loopback interface and waits until it answers. */
export async function startServer({ program, prepare, ready }: ServerPlan): Promise<RunningServer> {
  const folder = mkdtempSync(path.join(tmpdir(), 'catchment-server-'))
  const port = await freePort()
  const args = prepare(folder, port)
  const log = path.join(folder, 'log')
  const output = openSync(log, 'w')
  const child = spawn(program, args, { stdio: ['ignore', output, output], cwd: folder })
  const stop = () => {
    child.kill('SIGKILL')
    rmSync(folder, { recursive: true, force: true })
  }
  try {
    await waitFor(child, log, ready)
  } catch (error) {
    stop()
    throw error
  }
  return { port, stop }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const socket = createSocket('udp4')
    socket.once('error', reject)
    socket.bind(0, '127.0.0.1', () => {
      const { port } = socket.address()
      socket.close(() => resolve(port))
    })
  })
}

async function waitFor(child: ChildProcess, log: string, ready: RegExp): Promise<void> {
  const since = Date.now()
  for (;;) {
    const said = readFileSync(log, 'utf8')
    if (ready.test(said)) return
    if (child.exitCode !== null || Date.now() - since > PATIENCE_MS) {
      const lines = said.split('\n').filter((line) => /fatal|error|warn/i.test(line))
      throw new Error(`the server did not start:\n${[...lines, said.slice(-500)].join('\n').slice(0, 3000)}`)
    }
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}
