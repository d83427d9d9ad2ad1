import { US_STATES } from '../../geo/us-states'
import { type CheckCase, documentWith } from '../../model/testing/check-case'

const geo = (...places: readonly object[]) =>
  documentWith({
    RuleType: 'geo',
    Locations: places.map((place, index) => ({ EndpointReference: `e${index}`, ...place })),
  })
const everywhere = { IsDefault: true }
const first = (key: string) => `/Rules/r/Locations/0${key === '' ? '' : `/${key}`}`
const states = US_STATES.map(({ code }) => ({ Country: 'US', Subdivision: code }))

/** The checks of a geolocation rule (route53.md 3.2, 8, V21–V24). */
export const cases: readonly CheckCase[] = [
  {
    title: 'a state, a country, a continent and a default are in order',
    document: geo(
      { Country: 'US', Subdivision: 'WA' },
      { Country: 'US', IsDefault: false },
      { Continent: 'NA' },
      { Country: '*', IsDefault: true },
    ),
    problems: [],
  },
  {
    title: 'AF, AS, NA and SA are continents and countries alike',
    document: geo({ Country: 'NA' }, { Continent: 'NA' }, everywhere),
    problems: [],
  },
  {
    title: 'an unknown country is an error',
    document: geo({ Country: 'UK' }, { Country: 'fr' }, { Country: 'EU' }, { Country: 'BV' }, everywhere),
    problems: [0, 1, 2, 3].map((index) => [
      'geolocation/unknown-country',
      `/Rules/r/Locations/${index}/Country`,
    ]),
  },
  {
    title: 'an unknown continent is an error',
    document: geo({ Continent: 'Europe' }, { Continent: 'eu' }, everywhere),
    problems: [
      ['geolocation/unknown-continent', first('Continent')],
      ['geolocation/unknown-continent', '/Rules/r/Locations/1/Continent'],
    ],
  },
  {
    title: 'an unknown state is an error',
    document: geo({ Country: 'US', Subdivision: 'PR' }, { Country: 'US', Subdivision: 'wa' }, everywhere),
    problems: [
      ['geolocation/unknown-subdivision', first('Subdivision')],
      ['geolocation/unknown-subdivision', '/Rules/r/Locations/1/Subdivision'],
    ],
  },
  {
    title: 'a postal code of the armed forces is a warning',
    document: geo({ Country: 'US', Subdivision: 'AE' }, everywhere),
    problems: [['geolocation/military-subdivision', first('Subdivision')]],
  },
  {
    title: 'a continent beside a country is an error',
    document: geo({ Continent: 'EU', Country: 'FR' }, everywhere),
    problems: [['geolocation/continent-not-alone', first('Continent')]],
  },
  {
    title: 'a subdivision of another country than the US is an error',
    document: geo({ Country: 'CA', Subdivision: 'QC' }, everywhere),
    problems: [['geolocation/subdivision-outside-us', first('Subdivision')]],
  },
  {
    title: 'a subdivision without a country is an error',
    document: geo({ Subdivision: 'WA' }, everywhere),
    problems: [['geolocation/subdivision-outside-us', first('Subdivision')]],
  },
  {
    title: 'a branch without a place is an error',
    document: geo({}, { IsDefault: false }, everywhere),
    problems: [
      ['geolocation/no-place', first('')],
      ['geolocation/no-place', '/Rules/r/Locations/1'],
    ],
  },
  {
    title: 'a place in two branches is an error of the later one',
    document: geo(
      { Country: 'FR' },
      { Country: 'FR' },
      { Continent: 'EU' },
      { Continent: 'EU' },
      { Country: 'US', Subdivision: 'WA' },
      { Country: 'US', Subdivision: 'WA' },
      everywhere,
    ),
    problems: [
      ['geolocation/duplicate-place', '/Rules/r/Locations/1/Country'],
      ['geolocation/duplicate-place', '/Rules/r/Locations/3/Continent'],
      ['geolocation/duplicate-place', '/Rules/r/Locations/5/Subdivision'],
    ],
  },
  {
    title: 'a second default is an error, in either spelling',
    document: geo(everywhere, { Country: '*' }, { IsDefault: 'true' }),
    problems: [
      ['geolocation/second-default', '/Rules/r/Locations/1/Country'],
      ['geolocation/second-default', '/Rules/r/Locations/2/IsDefault'],
    ],
  },
  {
    title: 'a rule without a default is a warning',
    document: geo({ Country: 'FR' }, { Country: 'DE' }),
    problems: [['geolocation/no-default', '/Rules/r']],
  },
  {
    title: 'every state without the US itself is a warning',
    document: geo(everywhere, ...states),
    problems: [['geolocation/states-without-country', '/Rules/r']],
  },
  {
    title: 'every state with the US itself is in order',
    document: geo(everywhere, { Country: 'US' }, ...states),
    problems: [],
  },
  {
    title: 'some states without the US are in order',
    document: geo(everywhere, ...states.slice(0, 9)),
    problems: [],
  },
  {
    title: 'a default that names a place is a warning',
    document: geo({ Country: 'FR', IsDefault: true }, { Country: '*', IsDefault: false }),
    problems: [
      ['geolocation/default-contradicts', first('IsDefault')],
      ['geolocation/default-contradicts', '/Rules/r/Locations/1/IsDefault'],
    ],
  },
  {
    title: 'placeholders are notes, even the same one twice',
    document: geo(
      { Country: '${cc}' },
      { Country: '${cc}' },
      { Country: 'US', Subdivision: '<state>' },
      everywhere,
    ),
    problems: [
      ['document/placeholder', first('Country')],
      ['document/placeholder', '/Rules/r/Locations/1/Country'],
      ['document/placeholder', '/Rules/r/Locations/2/Subdivision'],
    ],
  },
  {
    title: 'a country that is no string and a default that is neither true nor false are errors',
    document: geo({ Country: 33 }, { IsDefault: 'yes' }, everywhere),
    problems: [
      ['document/wrong-type', first('Country')],
      ['document/wrong-type', '/Rules/r/Locations/1/IsDefault'],
    ],
  },
]
