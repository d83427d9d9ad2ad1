import { Button } from '../kit/button'
import { Callout } from '../kit/callout'
import { goToBrokenText, useBrokenText } from './broken-text'

/** Says that the text in Code has a mistake, and what follows from that: `so it is no part of this link`. */
export function BrokenTextNotice({ consequence }: { readonly consequence: string }) {
  const broken = useBrokenText()
  if (!broken) return null
  return (
    <Callout tone="warning" actions={<Button onClick={goToBrokenText}>Go to the mistake</Button>}>
      The text in Code has a mistake at line {broken.line.toLocaleString('en')}, {consequence}.
    </Callout>
  )
}
