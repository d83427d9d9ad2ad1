import { Button } from '../kit/button'
import { Dialog } from '../kit/dialog'
import { useCanvas, useCanvasState } from './canvas-context'
import { countText } from './commands/restructure-commands'

const MOST_NAMED = 8

/** Asks what becomes of nodes that only the deleted ones led to. */
export function OrphanDialog() {
  const { commands } = useCanvas()
  const question = useCanvasState((state) => state.question)
  if (!question) return null
  const { nodes, orphans } = question
  const named = orphans.slice(0, MOST_NAMED).map(({ id }) => id)
  const more = orphans.length - named.length
  const below = orphans.length === 1 ? 'the node below' : `the ${orphans.length} nodes below`
  return (
    <Dialog
      open
      onOpenChange={() => commands.answerDelete(null)}
      title={`Delete ${countText(nodes)}?`}
      description={`Nothing else leads to ${named.join(', ')}${more > 0 ? ` and ${more} more` : ''}.`}
      actions={
        <>
          <Button onClick={() => commands.answerDelete(null)}>Cancel</Button>
          <Button onClick={() => commands.answerDelete('drop')}>
            Delete {orphans.length === 1 ? 'it' : 'them'} too
          </Button>
          <Button look="primary" autoFocus onClick={() => commands.answerDelete('keep')}>
            Keep {below}
          </Button>
        </>
      }
    >
      <p>What is kept stays on the canvas, unused, until something leads to it again.</p>
    </Dialog>
  )
}
