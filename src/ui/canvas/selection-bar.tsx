import { SlidersHorizontal } from 'lucide-react'
import { useApp } from '../app-context'
import { Button } from '../kit/button'
import { useIsNarrow } from '../shell/use-media-query'
import { showDetails } from '../shown-panes'
import { nodeOf } from './selection'
import styles from './toolbar.module.css'

/** On a phone, where the properties are out of sight: the way to those of what is selected. */
export function SelectionBar() {
  const isNarrow = useIsNarrow()
  const selection = useApp((state) => state.selection)
  const [address] = selection
  if (!isNarrow || !address) return null
  const name = selection.length > 1 ? `${selection.length} selected` : (nodeOf(address)?.id ?? 'the policy')
  return (
    <div className={styles['selection']}>
      <Button onClick={() => showDetails('properties')}>
        <SlidersHorizontal /> Edit {name}
      </Button>
    </div>
  )
}
