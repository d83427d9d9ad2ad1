import { lazy, Suspense, useState } from 'react'
import { useApp, useAppStore } from '../app-context'
import { Button } from '../kit/button'
import type { TuneSectionProps } from './section'
import styles from './tuning.module.css'

const OwnDemandDialog = lazy(async () => ({ default: (await import('./own-demand-dialog')).OwnDemandDialog }))

/** Where the demand is from that everything here counts, and the way to bring one's own. */
export function DemandSource({ answer: { demand } }: TuneSectionProps) {
  const store = useAppStore()
  const own = useApp(({ scenario }) => scenario.demand)
  const [open, setOpen] = useState(false)
  const total = demand.total.toLocaleString('en', {
    notation: 'compact',
    compactDisplay: 'long',
    maximumSignificantDigits: 3,
  })

  return (
    <section className={styles['section']} aria-label="Demand">
      <h2>Demand</h2>
      <p>
        <strong>{own === null ? 'The bundled world' : own.name}</strong>: {total} {demand.unit} at{' '}
        {demand.places.toLocaleString('en')} places.
      </p>
      <p className={styles['soft']}>
        {demand.source}.{own === null && ' An estimate; your own counts are better.'}
      </p>
      <div className={styles['buttons']}>
        <Button onClick={() => setOpen(true)}>{own === null ? 'Use your own…' : 'Replace…'}</Button>
        {own !== null && (
          <Button
            onClick={() =>
              store
                .getState()
                .commit('Use the demand of the bundled world', (scenario) => ({ ...scenario, demand: null }))
            }
          >
            Back to the bundled world
          </Button>
        )}
      </div>
      <Suspense>{open && <OwnDemandDialog onClose={() => setOpen(false)} />}</Suspense>
    </section>
  )
}
