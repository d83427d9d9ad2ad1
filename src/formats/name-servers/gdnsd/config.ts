import { absoluteName } from '../../../model/dns/domain-name'
import { readable } from '../../../model/field'
import type { Scenario } from '../../../scenario/scenario'
import { shellWord } from '../../route53/shell-word'
import { comment, zoneOf } from '../zone-of'
import { DATABASE } from './maps'
import { type GdnsdResources, gdnsdResources } from './resources'

/**
 * The configuration of gdnsd, with the zone and the files of states as comments that one command each takes out.
 */
export function exportGdnsd(scenario: Scenario): string {
  const resources = gdnsdResources(scenario)
  const zone = zoneOf(scenario).replace(/\.$/, '')
  const files = [...(resources?.files ?? [])]
  return `# ${comment(scenario.name)}: for gdnsd 3, as /etc/gdnsd/config.
${howTo(zone, resources)}

${gdnsdConfig(resources ? [resources] : [])}
${commented('zone', gdnsdZone(scenario, resources ? [[scenario, resources]] : []).split('\n'))}
${files.map(([name, lines]) => `\n${commented(name, lines)}\n`).join('')}`
}

/** What an operator has to do with the file, as comments. */
function howTo(zone: string, resources: GdnsdResources | null): string {
  const files = [...(resources?.files.keys() ?? [])]
  const needsPlaces = resources?.maps.some((line) => line.includes(DATABASE)) === true
  return [
    ...(needsPlaces ? [`# It needs a database of places as /etc/gdnsd/geoip/${DATABASE}.`] : []),
    '#',
    '# The zone:',
    taking('zone', `/etc/gdnsd/zones/${comment(zone)}`),
    ...(files.length > 0
      ? ['# States of values, changed while gdnsd runs:', '#   mkdir -p /var/lib/gdnsd/extfile']
      : []),
    ...files.map((name) => taking(name, `/var/lib/gdnsd/extfile/${name}`)),
    '# Then check it, and let gdnsd begin anew:',
    '#   gdnsd checkconf && gdnsdctl replace',
    ...(files.length > 0
      ? ['# Or put another plugin in the place of extfile, such as http_status, which asks by itself.']
      : []),
  ].join('\n')
}

/** The command that takes what stands behind a name in the comments out into a file. */
const taking = (name: string, file: string) =>
  `#   sed -n 's/^#${name}| //p' /etc/gdnsd/config > ${shellWord(file)}`

const commented = (name: string, lines: readonly string[]) =>
  lines.map((line) => `#${name}| ${line}`).join('\n')

/** The sections of a configuration for some policies. */
export function gdnsdConfig(policies: readonly GdnsdResources[]): string {
  const services = policies
    .flatMap(({ files }) => [...files.keys()])
    .map((name) => `  ${name} => { plugin => extfile, file => "${name}", direct => true }`)
  const all = (key: 'weighted' | 'multifo' | 'metafo' | 'maps' | 'geoip') =>
    policies.flatMap((each) => each[key])
  const block = (name: string, lines: readonly string[], margin: string) =>
    lines.length === 0
      ? []
      : [`${margin}${name} => {`, ...lines.map((line) => `${margin}  ${line}`), `${margin}}`]
  const resources = (name: string, lines: readonly string[]) => block(name, lines, '')
  const plugins = [
    // One healthy member is enough, and with none all count.
    ...block('weighted', sectionOf('0.000001', all('weighted')), '  '),
    ...block('multifo', sectionOf('0.01', all('multifo')), '  '),
    ...block('metafo', resources('resources', all('metafo')), '  '),
    ...block('geoip', [...resources('maps', all('maps')), ...resources('resources', all('geoip'))], '  '),
  ]
  return [
    ...(services.length > 0 ? ['service_types => {', ...services, '}'] : []),
    ...(plugins.length > 0 ? ['plugins => {', ...plugins, '}'] : []),
  ].join('\n')
}

function sectionOf(threshold: string, lines: readonly string[]): readonly string[] {
  return lines.length === 0 ? [] : [`up_thresh => ${threshold}`, ...lines]
}

/** The zone file in which some policies of one zone answer. */
export function gdnsdZone(
  zone: Pick<Scenario, 'record' | 'policy'>,
  policies: readonly (readonly [Scenario, GdnsdResources])[],
): string {
  const apex = zoneOf(zone)
  const records = policies.map(([{ policy, record }, { start }]) => {
    const ttl = Math.max(1, record.ttl).toString()
    const type = readable(policy.recordType) === 'CNAME' ? 'DYNC' : 'DYNA'
    return `${absoluteName(record.name)} ${ttl}/${ttl} ${type} ${start}`
  })
  return [
    `$ORIGIN ${apex}`,
    '; Put your own in the place of these two.',
    '@ 3600 SOA ns.invalid. hostmaster.invalid. ( 1 7200 900 1209600 60 )',
    '@ 3600 NS ns.invalid.',
    ...records,
  ].join('\n')
}
