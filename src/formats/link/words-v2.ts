import { SHAPES, WORDS } from './words-v1'

/**
 * The vocabulary of links of version 2: that of version 1 and what scenarios have got since. FROZEN: a link names these
 * by number, so a change of a word or of the order breaks every link there is. New words need a new version.
 */
export const WORDS_V2: readonly string[] = [
  ...WORDS,
  ...[
    'demand unit places leftOut rows weight city',
    'capacities total amount endpoints in percent load',
    'clientAddress resolverAddress targets pins ranges least most share rule endpoint biases locked',
    'assertions expect answer cidr collection blocks ip-based',
    'layers night population legend area',
  ].flatMap((line) => line.split(' ')),
]

export const SHAPES_V2: readonly (readonly string[])[] = [
  ...SHAPES,
  ['country', 'weight'],
  ['country', 'subdivision', 'weight'],
  ['country', 'city', 'weight'],
  ['country', 'subdivision', 'city', 'weight'],
  ['coordinates', 'weight'],
  ['amount', 'in'],
  ['amount', 'unit'],
  ['client', 'clientAddress'],
  ['client', 'clientSubnet'],
  ['latitude', 'longitude', 'zoom', 'layers'],
  ['latitude', 'longitude', 'zoom', 'legend'],
  ['latitude', 'longitude', 'zoom', 'layers', 'legend'],
]
