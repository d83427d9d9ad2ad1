import { useEffect, useRef, useState } from 'react'
import type { Target } from '../../../model/address'
import { shownPolicy } from '../../../store/app-store'
import { selectMapAddress } from '../../../store/derived'
import { createContestedClient, startContestedWorker } from '../../../store/workers/contested-client'
import { useAppStore } from '../../app-context'
import type { MapFrame } from '../map-frame'
import { MapNote } from '../notes/map-note'
import notes from '../notes/notes.module.css'
import { createCatchmentPicture, wholePicture } from '../painting/catchment-picture'
import { useMapTheme } from '../painting/use-map-theme'
import styles from './map-tuning.module.css'

export interface ContestedOverlayProps {
  readonly frame: MapFrame
  /** Where queries begin: the policy's start, or the rule that is shown alone. */
  readonly start: Target | null
}

/** Lines over the places that reach another endpoint by the other of AWS's two formulas for negative biases. */
export function ContestedOverlay({ frame, start }: ContestedOverlayProps) {
  const store = useAppStore()
  const { edge } = useMapTheme()
  const sharp = useRef<HTMLCanvasElement>(null)
  const around = useRef<HTMLCanvasElement>(null)
  const [failure, setFailure] = useState<string | null>(null)
  // By value: the target of a rule shown alone is made anew at each change.
  const kind = start?.kind
  const id = start?.id

  useEffect(() => {
    if (!sharp.current || !around.current) return
    const picture = createCatchmentPicture({ sharp: sharp.current, around: around.current })
    const client = createContestedClient(startContestedWorker(), (answer) => {
      setFailure(answer.kind === 'failed' ? answer.reason : null)
      if (answer.kind === 'hatched') picture.showView(wholePicture(answer.painted))
    })
    const from = kind === undefined || id === undefined ? null : { kind, id }
    let shown: readonly unknown[] = []
    const refresh = () => {
      const { view, rest } = frame.getState()
      if (view) picture.place(view)
      const state = store.getState()
      const inputs = [shownPolicy(state), state.scenario.world, selectMapAddress(state), rest] as const
      const [policy, world, address] = inputs
      if (!rest || inputs.every((each, index) => each === shown[index])) return
      shown = inputs
      client.show({ policy, world, start: from, address, view: rest, ink: edge })
    }
    refresh()
    const stops = [store.subscribe(refresh), frame.subscribe(refresh)]
    return () => {
      for (const stop of stops) stop()
      client.close()
    }
  }, [store, frame, kind, id, edge])

  return (
    <>
      <canvas ref={around} className={styles['hatch']} hidden />
      <canvas ref={sharp} className={styles['hatch']} data-testid="map-contested" hidden />
      {failure !== null && (
        <MapNote>
          <p className={notes['hint']}>Contested places could not be hatched: {failure}</p>
        </MapNote>
      )}
    </>
  )
}
