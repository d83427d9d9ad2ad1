import { useApp, useAppStore } from '../app-context'
import { Switch } from '../kit/switch'

/** Which published formula a negative bias follows. Nothing where no rule has biases and the guide's is used. */
export function BiasFormula() {
  const store = useAppStore()
  const formula = useApp(({ scenario }) => scenario.world.negativeBias)
  const hasBiases = useApp(({ scenario: { policy } }) =>
    [...policy.rules.values()].some(({ type }) => type === 'geoproximity'),
  )
  if (!hasBiases && formula === 'guide') return null
  return (
    <Switch
      label="Negative bias as AWS’s own map draws it (distance ÷ (1 + bias/100)) instead of the guide’s formula"
      checked={formula === 'map'}
      onChange={(map) =>
        store.getState().commit('Change the formula of negative bias', (scenario) => ({
          ...scenario,
          world: { ...scenario.world, negativeBias: map ? 'map' : 'guide' },
        }))
      }
    />
  )
}
