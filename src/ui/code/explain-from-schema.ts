import { hoverTooltip } from '@codemirror/view'
import { getLocation, parse } from 'jsonc-parser'
import { schemaAt } from '../../formats/schema-lookup'
import { policySchema } from './policy-schema'

/** Says at the pointer what a key of the document means. */
export const explainFromSchema = hoverTooltip((view, position) => {
  const text = view.state.doc.toString()
  const { path, previousNode } = getLocation(text, position)
  if (!previousNode) return null
  const schema = schemaAt(policySchema(), parse(text), path)
  const words = [schema?.title, schema?.description].filter((each) => each !== undefined)
  if (words.length === 0) return null
  return {
    pos: previousNode.offset,
    end: previousNode.offset + previousNode.length,
    create() {
      const dom = document.createElement('div')
      dom.textContent = words.join('. ')
      return { dom }
    },
  }
})
