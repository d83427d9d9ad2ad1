import { useEffect, useRef, useState } from 'react'
import { outlineFeatures } from '../../../analysis/outline-features'
import { loadAtlas, loadGazetteer } from '../../../geo/load'
import { savedScenario } from '../../../store/app-store'
import { createReadingClient, type ReadingClient, startReadingWorker } from '../../../store/reading-client'
import type { OutlineReading } from '../../../store/reading-protocol'
import { useAppStore } from '../../app-context'
import { endpointLooks } from '../../endpoint-colours'
import { startOf } from '../follow-coverage'
import { mapScene } from '../map-scene'
import { worldShapes } from '../world-shapes'
import { pictureSvg } from './picture'
import { type PictureOptions, pictureOf, pictureView } from './picture-of'

/** What is made of the map, from its outlines. */
export interface MapFiles {
  readonly svg: (options: PictureOptions) => Promise<ReturnType<typeof pictureSvg>>
  readonly geoJson: () => Promise<string>
  /** The part of the outlines that is traced, 0…1; null while none are. */
  readonly progress: number | null
}

/** Files of the map as it is now. Outlines are traced once for a state, in a worker that ends with the component. */
export function useMapFiles(): MapFiles {
  const store = useAppStore()
  const [progress, setProgress] = useState<number | null>(null)
  const client = useRef<ReadingClient | null>(null)
  const known = useRef<{
    readonly key: readonly unknown[]
    readonly reading: Promise<OutlineReading>
  } | null>(null)
  useEffect(
    () => () => {
      client.current?.close()
      client.current = null
      known.current = null
    },
    [],
  )

  function read() {
    const scenario = savedScenario(store.getState())
    const { policy, world, demand } = scenario
    const { alone: chosen, view, nightTime } = mapScene.getState()
    const alone = chosen !== null && policy.rules.has(chosen) ? chosen : null
    const key = [policy, world, demand, alone]
    if (!known.current || known.current.key.some((each, index) => each !== key[index])) {
      client.current ??= createReadingClient(startReadingWorker())
      setProgress(0)
      const inputs = { policy, world, demand, start: startOf(policy, alone) }
      const reading = client.current.outlines(inputs, setProgress).finally(() => setProgress(null))
      known.current = { key, reading }
    }
    return { scenario, alone, view, nightTime, reading: known.current.reading }
  }

  return {
    progress,
    async svg(options) {
      const { scenario, alone, view, nightTime, reading } = read()
      const shown = scenario.view.layers ?? []
      const [outlines, atlas, gazetteer] = await Promise.all([
        reading,
        loadAtlas(),
        shown.includes('population') ? loadGazetteer() : null,
      ])
      const layers = {
        nightTime: shown.includes('night') ? (nightTime ?? Date.now()) : null,
        people: gazetteer?.places ?? null,
      }
      const seen = pictureView(options.area === 'view' ? view : null)
      const start = startOf(scenario.policy, alone)
      return pictureSvg(
        pictureOf(scenario, alone, start, outlines, worldShapes(atlas), seen, layers, options),
      )
    },
    async geoJson() {
      const { scenario, alone, reading } = read()
      const { outlines, parts, demand } = await reading
      const looks = endpointLooks(scenario.policy)
      const collection = outlineFeatures(outlines, {
        title: alone === null ? scenario.name : `${scenario.name}: rule ${alone} alone`,
        colourOf: (endpoint) => looks.get(endpoint)?.colour ?? '#808080',
        isDown: (endpoint) => scenario.world.down.has(endpoint),
        demand: { parts, ...demand, own: scenario.demand !== null },
      })
      return `${JSON.stringify(collection)}\n`
    },
  }
}
