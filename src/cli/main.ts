const USAGE = `Usage: catchment <command> FILE [options]

Commands: check, resolve, convert, link, unlink
`

process.stderr.write(USAGE)
process.exitCode = 2
