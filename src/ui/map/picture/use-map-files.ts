import { useEffect, useState } from 'react'
import { outlineFeatures } from '../../../analysis/outline-features'
import { loadAtlas, loadGazetteer } from '../../../geo/load'
import { useAppStore } from '../../app-context'
import { endpointLooks } from '../../endpoint-colours'
import { worldShapes } from '../painting/world-shapes'
import { createOutlineReader } from './outline-reader'
import { pictureSvg } from './picture'
import { type PictureOptions, paintedText, pictureOf, pictureView } from './picture-of'
import { shownScene } from './shown-scene'

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
  const [reader] = useState(() => createOutlineReader(setProgress))
  useEffect(() => reader.close, [reader])

  function read() {
    const scene = shownScene(store.getState())
    const { scenario, alone, address } = scene
    const { policy, world, demand } = scenario
    return { scene, reading: reader.read(policy, world, demand, alone, address) }
  }

  return {
    progress,
    async svg(options) {
      const { scene, reading } = read()
      const shown = scene.scenario.view.layers ?? []
      const [outlines, atlas, gazetteer] = await Promise.all([
        reading,
        loadAtlas(),
        shown.includes('population') ? loadGazetteer() : null,
      ])
      const layers = {
        nightTime: shown.includes('night') ? (scene.nightTime ?? Date.now()) : null,
        people: gazetteer?.places ?? null,
      }
      const view = pictureView(options.area === 'view' ? scene.view : null)
      return pictureSvg(pictureOf(scene, outlines, worldShapes(atlas), view, layers, options))
    },
    async geoJson() {
      const { scene, reading } = read()
      const { scenario } = scene
      const { outlines, parts, demand } = await reading
      const looks = endpointLooks(scenario.policy)
      const collection = outlineFeatures(outlines, {
        title: `${scenario.name}. ${paintedText(scene)}`,
        colourOf: (endpoint) => looks.get(endpoint)?.colour ?? '#808080',
        isDown: (endpoint) => scenario.world.down.has(endpoint),
        demand: { parts, ...demand, own: scenario.demand !== null },
      })
      return `${JSON.stringify(collection)}\n`
    },
  }
}
