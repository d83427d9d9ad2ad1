import { type Loose, numeric, readable, readField, writeField } from '../../model/field'
import { numberText } from '../../model/number-text'
import type { Branch } from '../branch'
import type { RuleDefinition, SettingWord } from '../definition'
import { outlookOfAny } from '../group-outlook'
import { check, GEOPROXIMITY_PROBLEMS } from './check'
import { byBiasedDistance } from './decision'
import { GEOPROXIMITY_KEYS } from './document-keys'
import { coordinatesOf, type Located, readLocation, writeLocation } from './location'

export interface GeoproximityBranch extends Branch, Located {
  /** −99…99; 0 when omitted. */
  readonly bias: Loose<number>
}

const locationWord: SettingWord = (_value, label) => `location ${label}`

function degreesText(degrees: Loose<number>): string {
  return numberText(readable(degrees) ?? '?')
}

/** Geoproximity: the location with the smallest biased distance (route53.md 4.5). */
export const geoproximity: RuleDefinition<'geoproximity', GeoproximityBranch> = {
  type: 'geoproximity',
  documentType: 'geoproximity',
  inTrafficFlow: true,
  title: 'Geoproximity',
  summary: 'Answers with the nearest location, where a bias makes a location reach further or less far.',
  reference: 'https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/routing-policy-geoproximity.html',
  form: { kind: 'list', key: 'GeoproximityLocations' },
  ruleKeys: {},
  documentKeys: GEOPROXIMITY_KEYS,
  usesClient: true,
  usesAddress: false,
  endpointsOnly: false,
  answersSeveral: false,
  settings: {
    Bias: (value) => (Number(value) === 0 ? null : `bias ${numberText(value)}`),
    Region: locationWord,
    Latitude: locationWord,
    Longitude: locationWord,
    Location: locationWord,
  },
  region: {
    keys: ['Region', 'Latitude', 'Longitude', 'Location'],
    read: ({ location }) => (location.kind === 'region' ? location.name : undefined),
    write: (branch, name) =>
      name === undefined ? branch : { ...branch, location: { kind: 'region', name } },
  },
  decodeBranch: (base) => ({
    ...base,
    ...readLocation(base.source),
    bias: readField(base.source, 'Bias', numeric),
  }),
  encodeBranch(branch, into) {
    writeLocation(into, branch)
    writeField(into, 'Bias', numeric, branch.bias)
  },
  adoptBranch: (base, _siblings, formatVersion) => ({
    ...base,
    form: formatVersion === '2015-10-01' ? 'flat' : 'nested',
    location: { kind: 'none' },
    bias: 0,
  }),
  labelOf({ location }) {
    switch (location.kind) {
      case 'region':
      case 'localZone':
        return readable(location.name) || 'No location'
      case 'coordinates':
        return `${degreesText(location.latitude)}, ${degreesText(location.longitude)}`
      case 'none':
      case 'unreadable':
        return 'No location'
    }
  },
  detailOf(branch) {
    const bias = readable(branch.bias) ?? 0
    return bias === 0 ? '' : `bias ${bias > 0 ? '+' : ''}${numberText(bias)}`
  },
  prepare: ({ branches }, world) =>
    byBiasedDistance(
      branches.map((branch) => ({
        coordinates: coordinatesOf(branch.location),
        bias: readable(branch.bias) ?? 0,
      })),
      world.negativeBias,
    ),
  groupOutlook: (_branches, outlooks) => outlookOfAny(outlooks),
  reasons: {},
  problems: GEOPROXIMITY_PROBLEMS,
  check,
}
