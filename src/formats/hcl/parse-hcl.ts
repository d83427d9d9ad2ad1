import { failure, type Result, success } from '../../model/result'
import { importProblem } from '../import/import-problem'
import { describeFault, HclFault, HclReader, IDENTIFIER } from './hcl-reader'
import { readQuoted } from './hcl-strings'
import type { HclAttribute, HclBlock, HclBody, HclExpression } from './hcl-tree'
import { readExpression } from './parse-expression'

/** In UTF-16 units; far more than people write, and few enough to read within a fraction of a second. */
export const LONGEST_HCL = 1_000_000

/** Reads HCL2's structure and literals; what is computed stays as it is written. */
export function parseHcl(text: string): Result<HclBody> {
  return reading(text, (reader) => readBody(reader, null))
}

/** Reads a text that is one expression, such as `jsonencode({…})`. */
export function parseHclExpression(text: string): Result<HclExpression> {
  return reading(text, (reader) => {
    reader.skipSpace(true)
    const expression = readExpression(reader, 'at bracket')
    reader.skipSpace(true)
    if (!reader.atEnd) reader.fail(`the expression ends before this, but then there is ${reader.found()}.`)
    return expression
  })
}

function reading<T>(text: string, read: (reader: HclReader) => T): Result<T> {
  if (text.length > LONGEST_HCL) {
    const most = LONGEST_HCL.toLocaleString('en-GB')
    return failure(
      importProblem(
        'import/hcl',
        `This text has more than ${most} characters, which is more than Catchment reads of HCL.`,
      ),
    )
  }
  try {
    return success(read(new HclReader(text)))
  } catch (error) {
    if (!(error instanceof HclFault)) throw error
    return failure(importProblem('import/hcl', describeFault(text, error)))
  }
}

/** Attributes and blocks up to the brace that closes the body; `start` is that of its block, null for a file. */
function readBody(reader: HclReader, start: number | null): HclBody {
  const attributes: HclAttribute[] = []
  const blocks: HclBlock[] = []
  for (;;) {
    reader.skipSpace(true)
    if (start !== null && reader.take('}')) return { attributes, blocks }
    if (reader.atEnd) {
      if (start !== null) reader.fail('there is no “}” to close this block.', start)
      return { attributes, blocks }
    }
    const at = reader.at
    const name = reader.sign === '"' ? readQuoted(reader) : reader.match(IDENTIFIER)
    if (name === null) reader.fail(`expected an argument or a block, but found ${reader.found()}.`)
    reader.skipSpace(false)
    if (reader.sign === '=' && !reader.startsWith('==')) {
      reader.at++
      reader.skipSpace(false)
      attributes.push({ name, value: readExpression(reader, 'at line end') })
    } else blocks.push(readBlock(reader, name, at))
    reader.skipSpace(false)
    if (!reader.atEnd && reader.sign !== '\n' && reader.sign !== '}') {
      reader.fail(`expected a line break, but found ${reader.found()}.`)
    }
  }
}

function readBlock(reader: HclReader, type: string, start: number): HclBlock {
  const labels: string[] = []
  for (;;) {
    reader.skipSpace(false)
    if (reader.take('{')) break
    const label = reader.sign === '"' ? readQuoted(reader) : reader.match(IDENTIFIER)
    if (label === null)
      reader.fail(`expected “=”, a label or “{” after ${type}, but found ${reader.found()}.`)
    labels.push(label)
  }
  return { type, labels, body: reader.nested(() => readBody(reader, start)), start }
}
