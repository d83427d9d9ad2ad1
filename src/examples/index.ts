/** A scenario that ships with Catchment; its file is also a fixture of the tests. */
export interface Example {
  readonly file: string
  readonly title: string
  readonly story: string
  /** The text of the scenario file. */
  load(): Promise<string>
}

function example(
  file: string,
  title: string,
  story: string,
  load: () => Promise<{ readonly default: string }>,
): Example {
  return { file, title, story, load: async () => (await load()).default }
}

/** The gallery, simplest first. */
export const EXAMPLES: readonly Example[] = [
  example(
    'canary',
    '80/20 canary',
    'One user in five meets the new release. Move a weight and see the shares change everywhere.',
    () => import('./canary.scenario.json?raw'),
  ),
  example(
    'active-passive',
    'Active-passive failover',
    'A primary with a health check and a standby. Mark the primary down and ask again.',
    () => import('./active-passive.scenario.json?raw'),
  ),
  example(
    'country-sites',
    'France and Germany to their own sites',
    'Two countries have sites of their own, one country is shown a notice, everyone else gets the default.',
    () => import('./country-sites.scenario.json?raw'),
  ),
  example(
    'five-regions',
    'Latency over five Regions',
    'Everyone goes to the Region that is fastest to reach, estimated from distance.',
    () => import('./five-regions.scenario.json?raw'),
  ),
  example(
    'tuned-bias',
    'Geoproximity with a tuned bias',
    'Three European sites; Frankfurt is large, so its bias pulls more of the map. Drag it and watch the borders.',
    () => import('./tuned-bias.scenario.json?raw'),
  ),
  example(
    'many-values',
    'Multivalue answer',
    'Ten servers with health checks: each answer holds eight of the healthy ones.',
    () => import('./many-values.scenario.json?raw'),
  ),
  example(
    'by-address',
    'Offices and a partner by address',
    'An intranet for the company’s own networks, a gateway for a partner’s. Route 53 does this with plain records only.',
    () => import('./by-address.scenario.json?raw'),
  ),
  example(
    'three-levels',
    'Three levels: country, latency, failover',
    'The kind of policy AWS draws in its documentation: one country only, the faster coast, a spare on each.',
    () => import('./three-levels.scenario.json?raw'),
  ),
  example(
    'global-video',
    'A nested policy for the whole world',
    'A restricted country, a European geoproximity rule below geolocation, a canary below that.',
    () => import('./global-video.scenario.json?raw'),
  ),
]
