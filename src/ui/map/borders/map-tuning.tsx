import { isFresh } from '../../../store/app-store'
import { useApp, useAppStore } from '../../app-context'
import { acceptProposal, isUpToDate } from '../../biases/accept'
import { useDesk } from '../../biases/desk'
import { MapNote } from '../notes/map-note'
import notes from '../notes/notes.module.css'
import { BorderDrag, type BorderDragProps } from './border-drag'
import { ContestedOverlay } from './contested-overlay'

/** What tuning adds to the map: borders to pull, the note that a preview shows, contested places. */
export function MapTuning(props: BorderDragProps) {
  const store = useAppStore()
  const hatched = useDesk((desk) => desk.hatched)
  const proposal = useDesk((desk) => desk.proposal)
  const canAccept = useApp(({ scenario }) => proposal !== null && isUpToDate(proposal, scenario))
  const isPreview = useApp(({ preview, scenario }) => preview !== null && isFresh(preview, scenario))
  return (
    <>
      {hatched && <ContestedOverlay frame={props.frame} start={props.compiled.policy.start} />}
      {isPreview && (
        <MapNote>
          <p className={notes['preview']}>
            Preview, not accepted yet
            {proposal && canAccept && (
              <button type="button" onClick={() => acceptProposal(store, proposal)}>
                Accept
              </button>
            )}
            <button
              type="button"
              onClick={() => {
                useDesk.setState({ proposal: null })
                store.getState().showPreview(null)
              }}
            >
              Discard
            </button>
          </p>
        </MapNote>
      )}
      <BorderDrag {...props} />
    </>
  )
}
