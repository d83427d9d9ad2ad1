import { existsSync, readFileSync } from 'node:fs'

/** What the corpus says of a document. */
export const CORPUS_STATUSES = ['valid', 'template', 'dubious', 'invalid', 'not-json'] as const
export type CorpusStatus = (typeof CORPUS_STATUSES)[number]

/** A real document from public sources, kept outside the repository for its licence. */
export interface CorpusDocument {
  readonly file: string
  readonly status: CorpusStatus
  readonly text: string
}

const CORPUS = '../shared/corpus'

/**
 * The documents of the corpus beside the repository. Null where there is none, which is said in a line
 * that begins with `not run:`; with CATCHMENT_REQUIRE_ALL=1 that throws.
 */
export function readCorpus(whatFor: string): readonly CorpusDocument[] | null {
  const index = `${CORPUS}/INDEX.md`
  if (!existsSync(index)) {
    if (process.env['CATCHMENT_REQUIRE_ALL'] === '1') throw new Error(`${whatFor}: there is no ${index}`)
    console.log(`not run: ${whatFor}, since there is no ${index}`)
    return null
  }
  return readFileSync(index, 'utf8')
    .split('\n')
    .flatMap((line) => {
      const [, file, , written] = line.split('|').map((cell) => cell.trim())
      const status = CORPUS_STATUSES.find((each) => each === written)
      if (!file?.endsWith('.json') || status === undefined) return []
      return [{ file, status, text: readFileSync(`${CORPUS}/documents/${file}`, 'utf8') }]
    })
}
