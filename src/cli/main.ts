import { processIo } from './io'
import { run } from './run'

// A reader that has seen enough, such as `head`, closes the pipe: that is no failure of ours.
process.stdout.on('error', (error: Error) => {
  if ('code' in error && error.code === 'EPIPE') return
  process.stderr.write(`catchment: writing failed: ${error.message}\n`)
  process.exitCode = 2
})

run(process.argv.slice(2), processIo)
  .then((code) => {
    process.exitCode = code
  })
  .catch((error: unknown) => {
    const what = error instanceof Error ? error.message : String(error)
    process.stderr.write(`catchment: this is a bug in Catchment, please report it: ${what}\n`)
    process.exitCode = 2
  })
