import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import { RULE_TYPES, RULES } from './index'

const SRC = fileURLToPath(new URL('..', import.meta.url))

/** The two lists of rule types. */
const LISTS = ['rules/index.ts', 'ui/rule-views.ts']

/** Files and folders that are about one rule type alone. Everything else asks the definition. */
const ABOUT_ONE_TYPE = [
  // Biases, which only geoproximity has.
  'analysis/',
  'cli/tune.ts',
  'ui/biases/',
  'ui/tuning/',
  'ui/map/',
  // The option --latency.
  'cli/world-options.ts',
  // What another format can say of each type is the affair of that format.
  'formats/',
  // A name with several values is the one rule type that answers with several.
  'policy/edits/add-second-value.ts',
  // The two versions of the format differ in the locations of geoproximity alone.
  'policy/edits/format-version.ts',
  'policy/edits/set-location.ts',
  'policy/edits/add-location.ts',
  // What people get wrong in the spelling of one type.
  'policy/repair/',
  // Places of geolocation rules, picked and pasted.
  'policy/edits/geolocation-places.ts',
  'policy/edits/parse-place-list.ts',
  'ui/inspector/pickers/',
  'ui/inspector/places/',
  // Latencies that the user has measured.
  'ui/ask/latency-controls.tsx',
  // The formula of negative biases.
  'ui/ask/bias-formula.tsx',
  // Shares by weight under two TTLs.
  'scenario/check-endpoints.ts',
]

/** Code that a user runs: no tests, no fixtures, no tools, no folder of a rule type, neither list, no data. */
function isShared(file: string): boolean {
  const ofType = RULE_TYPES.some((type) => file.startsWith(`rules/${type}/`))
  const helper = /\.(test|bench|fixtures)\.tsx?$|\/testing\/|^(tools|geo\/data)\//.test(file)
  return /\.tsx?$/.test(file) && !ofType && !helper && !LISTS.includes(file)
}

/** Whether a text names a rule type, or what a document calls it, as a value, or imports from its folder. */
function namesType(text: string): boolean {
  return RULE_TYPES.some((type) => {
    const { documentType } = RULES[type]
    return new RegExp(`'(${type}|${documentType})'|rules/${type}/|RULES\\.${type}\\b`).test(text)
  })
}

it('leaves what a rule type decides to its definition: no other file names a type, but those about one alone', () => {
  const files = readdirSync(SRC, { recursive: true, encoding: 'utf8' })
    .map((file) => file.split(path.sep).join('/'))
    .filter(isShared)
  const naming = files.filter((file) => namesType(readFileSync(path.join(SRC, file), 'utf8')))
  expect(naming.filter((file) => !ABOUT_ONE_TYPE.some((each) => file.startsWith(each)))).toEqual([])
})
