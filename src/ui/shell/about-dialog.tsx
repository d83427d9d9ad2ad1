import { Dialog } from '../kit/dialog'
import styles from './dialogs.module.css'
import { useDialogs } from './dialogs-store'

/** What Catchment is, what it estimates, and whose work it stands on. */
export function AboutDialog() {
  const { open, show } = useDialogs()
  return (
    <Dialog title="About Catchment" open={open === 'about'} onOpenChange={() => show(null)}>
      <div className={styles['prose']}>
        <p>
          A visual editor for DNS traffic policies. Everything runs in this browser: no server, no account, no
          tracking, and it works offline. MIT licence.
        </p>
        <h3>What is exact and what is estimated</h3>
        <ul>
          <li>Rules, health and probabilities follow Route 53’s documentation exactly.</li>
          <li>Distances are great-circle distances; Region points are those of AWS’s own map component.</li>
          <li>
            Latencies are estimated as 12 ms + 0.0149 ms per km, with a median error of 13 %, unless you give
            your own. AWS does not publish its table.
          </li>
          <li>Country borders are simplified for the map; the same shapes decide queries.</li>
        </ul>
        <h3>Data</h3>
        <ul>
          <li>Country and state shapes: Natural Earth, public domain.</li>
          <li>Populated places: GeoNames, CC BY 4.0.</li>
          <li>Internet users per country: CIA World Factbook, 2014, public domain.</li>
          <li>Region and Local Zone coordinates: awslabs/geoproximity-map, Apache-2.0.</li>
          <li>Proposed zone names: the Public Suffix List, MPL-2.0.</li>
        </ul>
        <h3>Software</h3>
        <p>
          React, React Flow, Leaflet, Zustand, Radix, fflate, zod, lucide and others under MIT, BSD, ISC and
          Apache licences; react-leaflet under Hippocratic-2.1; elkjs under EPL-2.0. The full notices are in{' '}
          <a href="./licenses.md" target="_blank" rel="noreferrer">
            licenses.md
          </a>
          .
        </p>
        <p>Amazon Route 53 is a service of Amazon Web Services, with which Catchment has no connection.</p>
      </div>
    </Dialog>
  )
}
