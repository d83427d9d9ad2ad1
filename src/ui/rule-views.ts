import type { RuleType } from '../rules'
import { failoverView } from '../rules/failover/view'
import { geolocationView } from '../rules/geolocation/view'
import { geoproximityView } from '../rules/geoproximity/view'
import { ipBasedView } from '../rules/ip-based/view'
import { latencyView } from '../rules/latency/view'
import { multivalueView } from '../rules/multivalue/view'
import { weightedView } from '../rules/weighted/view'
import type { RuleView } from './rule-view'

/** The view of each rule type: the only place that lists them. */
export const RULE_VIEWS: { readonly [K in RuleType]: RuleView<K> } = {
  weighted: weightedView,
  failover: failoverView,
  geolocation: geolocationView,
  latency: latencyView,
  geoproximity: geoproximityView,
  multivalue: multivalueView,
  'ip-based': ipBasedView,
}

/** The view of a rule's own type. */
export function viewOf<T extends RuleType>(rule: { readonly type: T }): RuleView<T> {
  return RULE_VIEWS[rule.type]
}
