// @ts-check
/**
 * Stands in for the AWS CLI in the test of the exported script: keeps policies and records in a file, notes every call
 * there, and gives out one item a page, so that paging is met. It stays while scripts run, since starting Node for every
 * call would take longer than all the rest: `aws` is a script of the test that hands its words over through a pipe.
 *
 *   node fake-aws.mjs CALLS ANSWERS
 *
 * CALLS gives the account's file and the words of one call, each ended by a NUL; ANSWERS takes the exit status in a line
 * and what is printed behind it.
 */
import { readFileSync, writeFileSync } from 'node:fs'

/**
 * @typedef {{ Id: string, Type: string, Name: string, versions: string[] }} Policy
 * @typedef {{ calls: string[][], fails?: string, zones: string[][], policies: Policy[], instances: Record<string, string>[] }} Account
 */

/**
 * What the AWS CLI answers to one call: its exit status and what it prints, to the standard error unless that is 0.
 * @param {Account} state is changed
 * @param {string} operation
 * @param {readonly string[]} words
 * @returns {readonly [number, string]}
 */
function answered(state, operation, words) {
  state.calls.push([operation, ...words])

  /** @type {Record<string, string>} */
  const options = {}
  for (let at = 0; at < words.length; at++) {
    const [, name = '', value] = /^--([a-z-]+)(?:=([\s\S]*))?$/.exec(words[at] ?? '') ?? []
    options[name] = value ?? words[++at] ?? ''
  }
  const { id = '', query = '' } = options
  const policy = state.policies.find((each) => each.Id === (options['traffic-policy-id'] ?? id))
  const instance = state.instances.find((each) => each['Id'] === id)

  const isAboutPage = query.startsWith('[IsTruncated')

  /** One page of a list: its only row, or whether there are more. @param {string[][]} rows @param {number} at */
  const page = (rows, at) =>
    isAboutPage
      ? [
          String(at + 1 < rows.length).replace(/^./, (first) => first.toUpperCase()),
          ...(rows[at + 1] ?? ['None', 'None']),
        ]
      : (rows[at] ?? [])

  /** @type {Record<string, () => string[]>} */
  const OPERATIONS = {
    'list-hosted-zones-by-name': () => [state.zones.map((zone) => zone.join('\t')).join('\n')],
    'list-traffic-policies': () => {
      const marker = options['traffic-policy-id-marker']
      const at = marker === undefined ? 0 : state.policies.findIndex((each) => each.Id === marker)
      const rows = state.policies.map((each) => [each.Id, each.Type, each.Name])
      return page(isAboutPage ? rows.map(([first = '']) => [first]) : rows, at)
    },
    'create-traffic-policy': () => {
      const Id = `p${String(state.policies.length + 1)}`
      const document = options['document'] ?? ''
      const Type = /"RecordType": "(\w+)"/.exec(document)?.[1] ?? ''
      state.policies.push({ Id, Type, Name: options['name'] ?? '', versions: [document] })
      return [Id]
    },
    'list-traffic-policy-versions': () => {
      const at = Number(options['traffic-policy-version-marker'] ?? '1')
      const isMore = at < (policy?.versions.length ?? 0)
      return [isMore ? 'True' : 'False', isMore ? String(at + 1) : 'None', String(at)]
    },
    'get-traffic-policy': () => [policy?.versions[Number(options['traffic-policy-version']) - 1] ?? ''],
    'create-traffic-policy-version': () => [String(policy?.versions.push(options['document'] ?? ''))],
    'list-traffic-policy-instances-by-hosted-zone': () => {
      const [name, type] = [
        options['traffic-policy-instance-name-marker'],
        options['traffic-policy-instance-type-marker'],
      ]
      const marked = state.instances.findIndex((each) => each['Name'] === name && each['Type'] === type)
      const at = name === undefined ? 0 : marked
      const rows = state.instances.map((each) => [each['Id'] ?? '', each['Type'] ?? '', each['Name'] ?? ''])
      return page(isAboutPage ? rows.map(([, each = '', owner = '']) => [owner, each]) : rows, at)
    },
    'create-traffic-policy-instance': () => {
      const Id = `i${String(state.instances.length + 1)}`
      state.instances.push({
        Id,
        Name: (options['name'] ?? '').replace('*', '\\052'),
        TTL: options['ttl'] ?? '',
        Type: policy?.Type ?? '',
        TrafficPolicyId: options['traffic-policy-id'] ?? '',
        TrafficPolicyVersion: options['traffic-policy-version'] ?? '',
      })
      return [Id]
    },
    'update-traffic-policy-instance': () => {
      if (instance) {
        instance['TTL'] = options['ttl'] ?? ''
        instance['TrafficPolicyId'] = options['traffic-policy-id'] ?? ''
        instance['TrafficPolicyVersion'] = options['traffic-policy-version'] ?? ''
      }
      return []
    },
    'get-traffic-policy-instance': () => {
      if (query.endsWith('State')) return ['Applied']
      return [instance?.['TrafficPolicyId'], instance?.['TrafficPolicyVersion'], instance?.['TTL']].map(
        (each) => each ?? '',
      )
    },
  }

  if (operation === state.fails) return [254, 'An error occurred (Throttling)']
  const answer = OPERATIONS[operation]
  return answer ? [0, answer().join('\t')] : [252, `there is no operation ${operation}`]
}

/** @param {string} call */
function answerTo(call) {
  const [file = '', , operation = '', ...words] = call.split('\0').slice(0, -1)
  // The test's own file.
  const state = /** @type {Account} */ (/** @type {unknown} */ (JSON.parse(readFileSync(file, 'utf8'))))
  const [status, text] = answered(state, operation, words)
  if (status === 0) writeFileSync(file, JSON.stringify(state))
  return `${String(status)}\n${text}\n`
}

const [calls = '', answers = ''] = process.argv.slice(2)
// Each waits for the other side of its pipe; until the test ends this process.
for (;;) {
  const call = readFileSync(calls, 'utf8')
  try {
    writeFileSync(answers, answerTo(call))
  } catch (error) {
    writeFileSync(answers, `70\n${String(error)}\n`)
  }
}
