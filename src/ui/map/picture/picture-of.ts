import { MAP_ATTRIBUTION } from '../../../analysis/outline-features'
import { shareText } from '../../../analysis/share-words'
import { percentText } from '../../../analysis/words'
import { compilePolicy } from '../../../engine/compile'
import { type RasterView, worldPixels } from '../../../geo/raster-view'
import { prefixText } from '../../../model/dns/ip-prefix'
import type { OutlineReading } from '../../../store/workers/reading-protocol'
import { endpointLooks } from '../../endpoint-colours'
import { paletteOf } from '../painting/palette'
import type { WorldShapes } from '../painting/world-shapes'
import { mercatorOf } from '../projection'
import { labelOf, placeSites } from '../sites/site-labels'
import { sitesOf } from '../sites/sites'
import { DARK, LIGHT } from './colours'
import { countedOf } from './counted'
import type { LegendEntry } from './legend'
import type { Picture, PictureLayers, PictureMarker } from './picture'
import type { ShownScene } from './shown-scene'

/** What the user chooses about a picture. */
export interface PictureOptions {
  readonly area: 'view' | 'world'
  readonly theme: 'light' | 'dark'
  readonly patterns: boolean
}

/** Width of a picture of the whole world in pixels, and the least of a view. */
const WORLD_WIDTH = 1600
const LEAST_WIDTH = 1100

/** Between which latitudes a picture of the whole world shows it: without the far south, where nobody asks. */
const NORTH = 83.6
const SOUTH = -58

/** The part of the world in a picture: the whole, or a view of the map, made larger where it is small. */
export function pictureView(view: RasterView | null): RasterView {
  if (view) {
    const scale = Math.max(1, LEAST_WIDTH / view.width)
    return {
      zoom: view.zoom + Math.log2(scale),
      left: view.left * scale,
      top: view.top * scale,
      width: Math.round(view.width * scale),
      height: Math.round(view.height * scale),
    }
  }
  const zoom = Math.log2(WORLD_WIDTH / 256)
  const size = worldPixels(zoom)
  const top = mercatorOf(NORTH) * size
  return { zoom, left: 0, top, width: WORLD_WIDTH, height: Math.round(mercatorOf(SOUTH) * size - top) }
}

/** The picture of what is on the map. */
export function pictureOf(
  scene: ShownScene,
  reading: OutlineReading,
  shapes: WorldShapes,
  view: RasterView,
  layers: PictureLayers,
  { theme, patterns }: PictureOptions,
): Picture {
  const { scenario, start, address } = scene
  const { policy, world } = scenario
  const { outlines } = reading
  const { shares, title: legendTitle, notes } = countedOf(scenario, reading)
  const { inks } = paletteOf(policy, world.down, '#000000', patterns)
  const looks = endpointLooks(policy)
  const compiled = compilePolicy({ ...policy, start }, world, address)
  const entries = [...policy.endpoints.keys()].map((endpoint): LegendEntry => {
    const share = shares.shares.get(endpoint) ?? 0
    const isDown = world.down.has(endpoint)
    return {
      name: endpoint,
      ink: inks.get(endpoint) ?? null,
      share: shareText(share),
      state: isDown ? (share > 0 ? 'black-holed' : 'down') : '',
    }
  })
  const leavesSomeoneOut = outlines.some(({ mix }) => mix.nodata > 0)
  if (leavesSomeoneOut)
    entries.push({ name: 'No answer', ink: null, share: shareText(shares.nodata), state: '' })
  const markers = placeSites(view, sitesOf(compiled)).map(({ site, at, side, hasRoom }): PictureMarker => {
    const first = site.mix.endpoints[0]?.endpoint
    const colour = (first && looks.get(first)?.colour) ?? '#808080'
    return { at, label: hasRoom ? labelOf(site) : null, side, colour }
  })
  const hasStripes = outlines.some(({ mix }) => mix.endpoints.length + Math.sign(mix.nodata) > 1)
  return {
    title: scenario.name,
    subtitle: paintedText(scene),
    view,
    outlines,
    inks,
    shapes,
    markers,
    layers,
    legend: entries,
    legendTitle,
    notes: [
      ...notes,
      ...(shares.blackholed > 0
        ? [`${percentText(shares.blackholed)} is black-holed: it is sent to an endpoint that is down.`]
        : []),
      ...(hasStripes
        ? ['Areas in several colours reach several endpoints, by the widths of the stripes.']
        : []),
      ...layerNotes(layers),
      `${MAP_ATTRIBUTION} Made with Catchment.`,
    ],
    colours: theme === 'dark' ? DARK : LIGHT,
  }
}

/** What is painted, in a sentence without a full stop: of the whole policy or of a rule, accepted or not. */
export function paintedText({ alone, isPreview, address }: ShownScene): string {
  const what = alone === null ? 'the whole policy' : `the rule ${alone} alone`
  const whom = address === null ? '' : `, for clients at ${prefixText(address)}`
  return `${isPreview ? 'Preview, not accepted yet: who' : 'Who'} reaches what, by ${what}${whom}`
}

/** What the optional layers show, and for which time. */
function layerNotes({ nightTime, people }: PictureLayers): readonly string[] {
  return [
    ...(nightTime === null
      ? []
      : [`Shaded: night on ${timeText(nightTime)}, darker where the sun is more than 6° below the horizon.`]),
    ...(people === null ? [] : ['Dots: populated places, by area in proportion to their people.']),
  ]
}

/** `27 November 2026 at 19:45 UTC` */
function timeText(timeMs: number): string {
  const date = new Date(timeMs)
  const day = date.toLocaleDateString('en-GB', {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  })
  return `${day} at ${date.toISOString().slice(11, 16)} UTC`
}
