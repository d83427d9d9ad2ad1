import { CONTINENTS, COUNTRY_CODES, continentName, isContinentCode } from '../../geo/continents'
import { countryName } from '../../geo/countries'
import { subdivisionName, US_STATES } from '../../geo/us-states'
import { flag, readField, text, writeField } from '../../model/field'
import { flagSchema, oneOfWords } from '../../model/json-schema'
import type { Branch } from '../branch'
import type { RuleDefinition, SettingWord } from '../definition'
import { outlookOfChain } from '../group-outlook'
import { check, GEOLOCATION_PROBLEMS } from './check'
import { byPlace, REASONS } from './decision'
import { type GeolocationKeys, keysOf, placeOf } from './location'

export interface GeolocationBranch extends Branch, GeolocationKeys {}

const placeWord: SettingWord = (_value, label) => `place ${label}`

/** Geolocation: the smallest place of the rule that the client is in (route53.md 4.5). */
export const geolocation: RuleDefinition<'geolocation', GeolocationBranch> = {
  type: 'geolocation',
  documentType: 'geo',
  inTrafficFlow: true,
  title: 'Geolocation',
  summary: 'Answers by the US state, country or continent that the client is in.',
  reference: 'https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/routing-policy-geo.html',
  form: { kind: 'list', key: 'Locations' },
  ruleKeys: {},
  documentKeys: {
    IsDefault: flagSchema('Whether this branch is for everybody whom no other place of the rule holds'),
    Continent: oneOfWords(
      'Continent code, alone',
      CONTINENTS.map(({ code }) => code),
    ),
    Country: oneOfWords('Country code (ISO 3166-1 alpha-2 in Route 53’s use of it), or * for the default', [
      '*',
      ...COUNTRY_CODES,
    ]),
    Subdivision: oneOfWords(
      'US state code, with Country US',
      US_STATES.map(({ code }) => code),
    ),
  },
  keyRules: {
    Continent: {
      description: 'A continent stands alone',
      type: 'object',
      not: { anyOf: [{ required: ['Country'] }, { required: ['Subdivision'] }] },
    },
    Subdivision: {
      description: 'A state stands with its country',
      type: 'object',
      properties: { Country: oneOfWords('The United States', ['US']) },
      required: ['Country'],
    },
  },
  usesClient: true,
  usesAddress: false,
  endpointsOnly: false,
  answersSeveral: false,
  settings: {
    IsDefault: (value, label) => (value === 'true' ? `place ${label}` : null),
    Continent: placeWord,
    Country: placeWord,
    Subdivision: placeWord,
  },
  region: null,
  decodeBranch: (base) => ({
    ...base,
    isDefault: readField(base.source, 'IsDefault', flag),
    continent: readField(base.source, 'Continent', text),
    country: readField(base.source, 'Country', text),
    subdivision: readField(base.source, 'Subdivision', text),
  }),
  encodeBranch(branch, into) {
    writeField(into, 'IsDefault', flag, branch.isDefault)
    writeField(into, 'Continent', text, branch.continent)
    writeField(into, 'Country', text, branch.country)
    writeField(into, 'Subdivision', text, branch.subdivision)
  },
  // The first branch is the default, so that no client is left without an answer.
  adoptBranch: (base, siblings) => ({
    ...base,
    ...keysOf(
      siblings.some((sibling) => placeOf(sibling).kind === 'default')
        ? { kind: 'none' }
        : { kind: 'default' },
    ),
  }),
  labelOf(branch) {
    const place = placeOf(branch)
    switch (place.kind) {
      case 'default':
        return 'Default'
      case 'none':
        return 'No place'
      case 'continent':
        return isContinentCode(place.code) ? continentName(place.code) : place.code || 'No place'
      case 'country':
        return countryName(place.code) || 'No place'
      case 'subdivision':
        return place.country === 'US' ? subdivisionName(place.code) : `${place.country}-${place.code}`
    }
  },
  prepare: ({ branches }) => byPlace(branches.map(placeOf)),
  groupOutlook: (branches, outlooks) =>
    outlookOfChain(
      outlooks,
      branches.findIndex((branch) => placeOf(branch).kind === 'default'),
    ),
  reasons: REASONS,
  problems: GEOLOCATION_PROBLEMS,
  check,
}
