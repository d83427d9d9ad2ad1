import { Download, Printer } from 'lucide-react'
import { useState } from 'react'
import { useStore } from 'zustand'
import { shownPolicy } from '../../../store/app-store'
import { useApp } from '../../app-context'
import { Button } from '../../kit/button'
import { Callout } from '../../kit/callout'
import { Dialog } from '../../kit/dialog'
import { Segmented } from '../../kit/segmented'
import { Switch } from '../../kit/switch'
import { useDialogs } from '../../shell/dialogs-store'
import { download, fileStem } from '../../shell/download'
import { mapScene } from '../map-scene'
import { usePatterns } from '../painting/patterns'
import styles from './map-export.module.css'
import type { PictureOptions } from './picture-of'
import { printPicture } from './print'
import { pngOf } from './rasterise'
import { useMapFiles } from './use-map-files'

type Format = 'png' | 'svg' | 'geojson'

const FORMATS: readonly { readonly value: Format; readonly label: string }[] = [
  { value: 'png', label: 'PNG' },
  { value: 'svg', label: 'SVG' },
  { value: 'geojson', label: 'GeoJSON' },
]

const ABOUT: Record<Format, string> = {
  png: 'A picture with title, legend and sources, in twice the pixels, for documents and chats.',
  svg: 'The same picture as lines and areas: sharp at any size, and to be edited.',
  geojson:
    'The area of each answer as polygons of longitude and latitude, within 1 km of the true border and along the shapes of countries; with chances, colour, area and the estimated part of demand. For QGIS, PostGIS and the like.',
}

/** The map as a picture, as areas for a geographic information system, or on paper. */
export function MapExportDialog() {
  const { open, show } = useDialogs()
  return (
    <Dialog
      title="Export the map"
      description="The catchments as the map shows them, of the whole policy or of the rule that is painted alone."
      open={open === 'map'}
      onOpenChange={() => show(null)}
    >
      <Body />
    </Dialog>
  )
}

function Body() {
  const name = useApp(({ scenario }) => scenario.name)
  const isEmpty = useApp(({ scenario }) => scenario.policy.start === null)
  const isPreview = useApp((state) => shownPolicy(state) !== state.scenario.policy)
  const measure = useApp(({ view }) => view.legend ?? 'area')
  const hasView = useStore(mapScene, ({ view }) => view !== null)
  const [format, setFormat] = useState<Format>('png')
  const [area, setArea] = useState<PictureOptions['area']>(hasView ? 'view' : 'world')
  const [theme, setTheme] = useState<PictureOptions['theme']>('light')
  const [patterns, setPatterns] = useState(usePatterns())
  const [failure, setFailure] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  const files = useMapFiles()
  const isPicture = format !== 'geojson'

  async function attempt(make: () => Promise<void>): Promise<void> {
    setBusy(true)
    setFailure(null)
    try {
      await make()
    } catch (error) {
      setFailure(error instanceof Error ? error.message : String(error))
    }
    setBusy(false)
  }

  async function save(): Promise<void> {
    const stem = `${fileStem(name)}-map${isPreview ? '-preview' : ''}`
    if (format === 'geojson') {
      download(`${stem}.geojson`, await files.geoJson(), 'application/geo+json')
      return
    }
    const { svg, width, height } = await files.svg({ area, theme, patterns })
    if (format === 'svg') download(`${stem}.svg`, svg, 'image/svg+xml')
    else download(`${stem}.png`, await pngOf(svg, width, height))
  }

  if (isEmpty) return <p>The policy has no start yet, so there is nothing on the map.</p>
  return (
    <div className={styles['body']}>
      <Segmented label="Format" value={format} options={FORMATS} onChange={setFormat} />
      <p className={styles['about']}>{ABOUT[format]}</p>
      {isPreview && (
        <Callout tone="note">
          The preview is on the map, so the file shows the preview and says so. Nothing is accepted by it.
        </Callout>
      )}
      {isPicture && (
        <div className={styles['options']}>
          <Segmented
            label="Part of the world"
            value={area}
            options={[
              ...(hasView ? [{ value: 'view', label: 'As on the map now' } as const] : []),
              { value: 'world', label: 'Whole world' } as const,
            ]}
            onChange={setArea}
          />
          <Segmented
            label="Colours"
            value={theme}
            options={[
              { value: 'light', label: 'Light' },
              { value: 'dark', label: 'Dark' },
            ]}
            onChange={setTheme}
          />
          <Switch
            label="A pattern for each endpoint beside its colour"
            checked={patterns}
            onChange={setPatterns}
          />
        </div>
      )}
      {isPicture && (
        <p className={styles['about']}>
          The legend counts {measure === 'area' ? 'land area' : 'demand'}, as on the map.
        </p>
      )}
      {failure !== null && <Callout tone="error">The file could not be made: {failure}</Callout>}
      <div className={styles['row']}>
        <span className={styles['progress']} role="status">
          {busy && files.progress !== null && `Tracing the borders: ${Math.round(files.progress * 100)} %`}
          {busy && files.progress === null && 'Drawing…'}
        </span>
        {isPicture && (
          <Button
            disabled={busy}
            onClick={() =>
              void attempt(async () => {
                const { svg } = await files.svg({ area, theme: 'light', patterns: true })
                await printPicture(svg)
              })
            }
          >
            <Printer /> Print
          </Button>
        )}
        <Button look="primary" disabled={busy} onClick={() => void attempt(save)}>
          <Download /> Download {FORMATS.find(({ value }) => value === format)?.label}
        </Button>
      </div>
    </div>
  )
}
