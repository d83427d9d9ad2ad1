import { type Failure, failure } from '../../model/result'
import { positionAt } from '../text-position'
import { importProblem } from './import-problem'

/** A language of templates: how its loops and conditionals look, and how to have a template filled in. */
interface TemplateLanguage {
  readonly at: RegExp
  readonly name: string
  readonly render: string
}

/** In the order in which they are asked. */
const LANGUAGES: readonly TemplateLanguage[] = [
  {
    at: /\{%[-+]?\s*(?:for|if|set|macro|block|include|extends|import|from|raw)\b/,
    name: 'a Jinja template',
    render: "“ansible localhost -m template -a 'src=FILE dest=policy.json'” or “jinja2 FILE VALUES.yaml”",
  },
  {
    at: /\{\{-?\s*(?:range|if|with|include|template|define|block)\s/,
    name: 'a template of Helm or Go',
    render: '“helm template CHART” or “gomplate -f FILE”',
  },
  {
    at: /\{\{\{?[#^]\s*[\w.]+/,
    name: 'a Handlebars template',
    render: '“handlebars FILE” or “mustache VALUES.json FILE”',
  },
  { at: /<%-?\s*[\w@]/, name: 'an ERB template', render: '“erb FILE”' },
  {
    at: /%\{~?\s*(?:for|if)\s/,
    name: 'a template of Terraform',
    render: '“terraform console” for templatefile("FILE", { … }), or “terraform show -json PLAN”',
  },
]

/**
 * What a text with loops or conditionals of a template is, which are no document until they are run; null for any
 * other. Placeholders alone are kept as they are, and are for others to read.
 */
export function templateText(text: string): Failure | null {
  const found = LANGUAGES.flatMap(({ at, name, render }) => {
    const match = at.exec(text)
    return match ? [{ line: positionAt(text, match.index).line, name, render }] : []
  })
  const [first] = found
  if (!first) return null
  const message = `At line ${first.line}: ${first.name} begins a loop or a condition here, and is no document until its values are filled in. Render it, as with ${first.render}, and open what comes out.`
  return failure(importProblem('import/unrecognised', message))
}
