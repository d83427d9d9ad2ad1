import { readable } from '../../model/field'
import type { World } from '../../model/world'
import type { Policy } from '../../policy/policy'
import { type Scenario, withEndpointDown } from '../../scenario/scenario'
import { useApp, useAppStore } from '../app-context'
import { endpointLooks } from '../endpoint-colours'
import { Button } from '../kit/button'
import { Select } from '../kit/select'
import { Swatch } from '../kit/swatch'
import { Switch } from '../kit/switch'
import styles from './ask-panel.module.css'
import { BiasFormula } from './bias-formula'

type CheckState = 'as-endpoint' | 'healthy' | 'unhealthy'

/** The world that queries meet: which endpoints are up and what the health checks say. */
export function WorldControls() {
  const store = useAppStore()
  const policy = useApp(({ scenario }) => scenario.policy)
  const world = useApp(({ scenario }) => scenario.world)
  const looks = endpointLooks(policy)
  const checks = healthChecks(policy)
  const changes = world.down.size + world.checks.size
  if (policy.endpoints.size === 0) return null

  return (
    <details className={styles['more']}>
      <summary>What is up? {stateText(world)}</summary>
      <ul className={styles['world']}>
        {[...policy.endpoints.keys()].map((id) => (
          <li key={id}>
            <Swatch look={looks.get(id)} />
            <Switch
              label={id}
              checked={!world.down.has(id)}
              onChange={(up) =>
                store
                  .getState()
                  .commit(`Mark ${id} ${up ? 'up' : 'down'}`, (scenario) =>
                    withEndpointDown(scenario, id, !up),
                  )
              }
            />
          </li>
        ))}
        {checks.map((check) => (
          <li key={check}>
            <Select<CheckState>
              label={`Health check ${check}`}
              value={world.checks.get(check) ?? 'as-endpoint'}
              options={[
                { value: 'as-endpoint', label: 'As its endpoint' },
                { value: 'healthy', label: 'Healthy' },
                { value: 'unhealthy', label: 'Unhealthy' },
              ]}
              onChange={(state) =>
                store
                  .getState()
                  .commit(`Set health check ${check}`, (scenario) => withCheck(scenario, check, state))
              }
            />
          </li>
        ))}
      </ul>
      <div className={styles['resolver']}>
        <BiasFormula />
        {changes > 0 && (
          <Button
            onClick={() =>
              store.getState().commit('Bring everything up', (scenario) => ({
                ...scenario,
                world: { ...scenario.world, down: new Set<string>(), checks: new Map<string, 'healthy'>() },
              }))
            }
          >
            Bring everything up
          </Button>
        )}
      </div>
    </details>
  )
}

/** `Everything`, or `1 endpoint down, 2 health checks set`. */
function stateText({ down, checks }: World): string {
  const parts = [
    ...(down.size > 0 ? [`${down.size} ${down.size === 1 ? 'endpoint' : 'endpoints'} down`] : []),
    ...(checks.size > 0
      ? [`${checks.size} ${checks.size === 1 ? 'health check' : 'health checks'} set`]
      : []),
  ]
  return parts.length === 0 ? 'Everything' : parts.join(', ')
}

function healthChecks(policy: Policy): readonly string[] {
  const ids = [...policy.rules.values()].flatMap(({ branches }) =>
    branches.flatMap(({ healthCheck }) => readable(healthCheck) ?? []),
  )
  return [...new Set(ids)]
}

function withCheck(scenario: Scenario, check: string, state: CheckState): Scenario {
  const checks = new Map<string, 'healthy' | 'unhealthy'>(scenario.world.checks)
  if (state === 'as-endpoint') checks.delete(check)
  else checks.set(check, state)
  const world: World = { ...scenario.world, checks }
  return { ...scenario, world }
}
