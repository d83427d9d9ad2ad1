import type { EndpointId } from '../../../model/address'
import { readable } from '../../../model/field'
import { addSecondValue, valuesIn } from '../../../policy/edits/add-second-value'
import { updateEndpoint } from '../../../policy/edits/update-endpoint'
import type { AppStore } from '../../../store/app-store'
import { say } from '../../shell/toast'
import { editPolicy } from '../../use-edit'

/** Offers a multivalue answer where several values were typed for one endpoint, which holds a single one. */
export function offerSeveral(store: AppStore, id: EndpointId): void {
  const { policy } = store.getState().scenario
  const endpoint = policy.endpoints.get(id)
  if (endpoint?.type !== 'value') return
  const [first = '', ...others] = valuesIn(readable(policy.recordType), readable(endpoint.value) ?? '')
  if (others.length === 0) return
  const count = others.length + 1
  void say(`${id} has ${count} values, and an endpoint holds one.`, 'plain', {
    label: 'Make a multivalue answer',
    onClick: () => {
      const edited = editPolicy(store, `Give ${id} ${count} values`, (before) =>
        addSecondValue(updateEndpoint(before, id, { value: first }), id, others),
      )
      if (!edited.ok) void say(edited.reason, 'error')
    },
  })
}
