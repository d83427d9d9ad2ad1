import { Pin, X } from 'lucide-react'
import { useApp, useAppStore } from '../app-context'
import { Button, IconButton } from '../kit/button'
import styles from './ask-panel.module.css'

/** The queries kept with the scenario, to ask again; they travel with files and links. */
export function SavedQueries() {
  const store = useAppStore()
  const queries = useApp(({ scenario }) => scenario.queries)
  const asked = useApp((state) => state.asked)
  const kept = asked !== null && queries.some(({ query }) => query === asked.query)

  return (
    <div className={styles['saved']}>
      {queries.map((saved, index) => (
        // Two kept queries may have one name; their order is theirs.
        <span
          key={`${saved.name} ${index.toString()}`}
          className={styles['chip']}
          data-active={saved.query === asked?.query}
        >
          <button type="button" onClick={() => store.getState().ask(saved)}>
            {saved.name}
          </button>
          <IconButton
            label={`Forget the query “${saved.name}”`}
            onClick={() =>
              store.getState().commit(`Forget query “${saved.name}”`, (scenario) => ({
                ...scenario,
                queries: scenario.queries.filter((each) => each !== saved),
              }))
            }
          >
            <X />
          </IconButton>
        </span>
      ))}
      {asked !== null && !kept && (
        <Button
          look="quiet"
          onClick={() =>
            store.getState().commit(`Keep query “${asked.name}”`, (scenario) => ({
              ...scenario,
              queries: [...scenario.queries, asked],
            }))
          }
        >
          <Pin /> Keep this query
        </Button>
      )}
    </div>
  )
}
