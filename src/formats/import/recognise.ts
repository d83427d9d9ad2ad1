import type { Failure, Result } from '../../model/result'
import { recogniseAwsCli } from './aws-cli'
import { recogniseAwsDocument } from './aws-document'
import { recogniseCloudFormation } from './cloudformation'
import { recogniseEmbedded } from './embedded'
import { recogniseOctodns } from './octodns'
import type { Recognised, Recogniser, Tree } from './recogniser'
import { recogniseRecordSets } from './record-sets'
import { recogniseScenario } from './scenario'
import { recogniseTerraformJson } from './terraform-json'

/** Every kind of tree that can be opened, in the order they are asked; the first that knows it has it. */
const RECOGNISERS: readonly Recogniser[] = [
  recogniseScenario,
  recogniseAwsDocument,
  recogniseAwsCli,
  recogniseRecordSets,
  recogniseTerraformJson,
  recogniseCloudFormation,
  recogniseOctodns,
  // Last, since it looks for documents anywhere.
  recogniseEmbedded,
]

/** What a tree is; null when no recogniser knows it. */
export function recognise(tree: Tree): Result<Recognised> | null {
  for (const recogniser of RECOGNISERS) {
    const recognised = recogniser(tree)
    // What has nothing of its own to open may hold a document all the same, in a resource of another type.
    if (recognised?.ok === false && hasNothing(recognised)) return recogniseEmbedded(tree) ?? recognised
    if (recognised) return recognised
  }
  return null
}

function hasNothing({ problems }: Failure): boolean {
  return problems.some(({ code }) => code === 'import/no-policy')
}
