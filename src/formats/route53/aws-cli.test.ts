import { execFileSync, spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { policyOf } from '../../policy/testing/policy-of'
import { type Scenario, scenarioOf } from '../../scenario/scenario'
import { exportAwsPretty } from '../aws'
import { AWKWARD_SCENARIO } from '../testing/awkward.fixtures'
import { exampleScenarios } from '../testing/examples.fixtures'
import { hasProgram, runProgram } from '../testing/programs.fixtures'
import { exportAwsCli } from './aws-cli'

const Account = z.object({
  calls: z.array(z.array(z.string())),
  /** The operation that the account refuses. */
  fails: z.string().optional(),
  zones: z.array(z.array(z.string())),
  policies: z.array(
    z.object({ Id: z.string(), Type: z.string(), Name: z.string(), versions: z.array(z.string()) }),
  ),
  instances: z.array(z.record(z.string(), z.string())),
})
type Account = z.infer<typeof Account>

const EMPTY: Account = {
  calls: [],
  zones: [
    ['/hostedzone/Z0PRIVATE', 'True', 'example.com.'],
    ['/hostedzone/Z1EXAMPLE', 'False', 'example.com.'],
    ['/hostedzone/Z2EXAMPLE', 'False', 'example.net.'],
  ],
  policies: [
    { Id: 'other1', Type: 'A', Name: 'Another', versions: ['{}'] },
    { Id: 'other2', Type: 'AAAA', Name: 'Shop', versions: ['{}'] },
  ],
  instances: [
    { Id: 'j1', Name: 'a.example.com.', Type: 'A', TTL: '60' },
    { Id: 'j2', Name: 'www.example.com.', Type: 'AAAA', TTL: '60' },
  ],
}
const FAKE_AWS = fileURLToPath(new URL('../testing/fake-aws.mjs', import.meta.url))

const folder = mkdtempSync(path.join(tmpdir(), 'catchment-aws-'))
const [calls, answers] = [path.join(folder, 'calls'), path.join(folder, 'answers')]
execFileSync('mkfifo', [calls, answers])
const fake = spawn(process.execPath, [FAKE_AWS, calls, answers], { stdio: ['ignore', 'ignore', 'inherit'] })
afterAll(() => {
  fake.kill()
  rmSync(folder, { recursive: true })
})

/** What a script finds as `aws`. */
const CLIENT = `#!/bin/sh
printf '%s\\0' "$FAKE_AWS" "$@" >'${calls}'
{
  read -r status
  if [ "$status" = 0 ]; then cat; else cat >&2; fi
} <'${answers}'
exit "$status"
`
writeFileSync(path.join(folder, 'aws'), CLIENT, { mode: 0o755 })

let accounts = 0

/** An account at AWS, as far as the script can tell. */
function account(start: Account = EMPTY) {
  const file = path.join(folder, `account-${accounts++}.json`)
  writeFileSync(file, JSON.stringify(start))
  const state = () => Account.parse(JSON.parse(readFileSync(file, 'utf8')))
  const env = { ...process.env, FAKE_AWS: file, PATH: `${folder}:${process.env['PATH'] ?? ''}` }
  return {
    run: (scenario: Scenario, ...args: readonly string[]) =>
      runProgram('sh', ['-s', '--', ...args], exportAwsCli(scenario), env),
    state,
    writes: () =>
      state()
        .calls.map(([operation = '']) => operation)
        .filter((each) => /^(create|update)/.test(each)),
  }
}

const shop = (id: string, ttl = 60): Scenario => ({
  ...scenarioOf(policyOf(id), 'Shop'),
  record: { name: 'www.example.com', hostedZone: 'example.com', ttl },
})

describe('the script for the AWS CLI', () => {
  it('makes the policy and its record in the public zone of that name', () => {
    const { run, state } = account()
    expect(run(shop('a'))).toMatchObject({ status: 0, stdout: '' })
    const { policies, instances } = state()
    expect(policies.at(-1)).toMatchObject({ Name: 'Shop', Type: 'A' })
    expect(instances.at(-1)).toMatchObject({ Name: 'www.example.com.', TTL: '60', TrafficPolicyVersion: '1' })
    expect(state().calls.find(([name]) => name === 'create-traffic-policy-instance')).toContain('Z1EXAMPLE')
  })

  it('changes nothing when it is run again, however many pages come before', () => {
    const { run, writes } = account()
    run(shop('a'))
    const first = writes()
    expect(run(shop('a')).status).toBe(0)
    expect(writes()).toEqual(first)
  })

  it('makes a version of a changed document and moves the record to it', () => {
    const { run, state, writes } = account()
    run(shop('a'))
    expect(run(shop('b')).stderr).toContain('Created version 2')
    expect(state().policies.at(-1)?.versions).toHaveLength(2)
    expect(state().instances.at(-1)).toMatchObject({ TrafficPolicyVersion: '2' })
    run(shop('b', 300))
    expect(state().instances.at(-1)).toMatchObject({ TTL: '300' })
    expect(writes()).toEqual([
      'create-traffic-policy',
      'create-traffic-policy-instance',
      'create-traffic-policy-version',
      'update-traffic-policy-instance',
      'update-traffic-policy-instance',
    ])
  })

  it('finds the newest version behind any number of pages', () => {
    const { run, writes } = account()
    for (const id of ['a', 'b', 'c']) run(shop(id))
    const before = writes()
    expect(run(shop('c')).stderr).toContain('as version 3')
    expect(writes()).toEqual(before)
  })

  it.each([
    'list-hosted-zones-by-name',
    'list-traffic-policies',
    'list-traffic-policy-instances-by-hosted-zone',
  ])('makes nothing a second time where %s fails', (fails) => {
    const { run, state } = account()
    run(shop('a'))
    const broken = account({ ...state(), fails })
    expect(broken.run(shop('a'))).toMatchObject({ status: 254 })
    expect(broken.state()).toMatchObject({ policies: state().policies, instances: state().instances })
  })

  it('asks which zone is meant where two have the name', () => {
    const twins = [...EMPTY.zones, ['/hostedzone/Z3EXAMPLE', 'False', 'example.com.']]
    const { run, writes } = account({ ...EMPTY, zones: twins })
    expect(run(shop('a')).stderr).toContain('several public hosted zones')
    expect(writes()).toEqual([])
  })

  it('hands over the most awkward names and documents unharmed, and finds them again', () => {
    const { run, state, writes } = account()
    expect(run(AWKWARD_SCENARIO).status).toBe(0)
    const made = state().policies.at(-1)
    expect(made?.Name).toBe(AWKWARD_SCENARIO.name.replaceAll(/\s+/g, ' ').trim())
    expect(`${made?.versions[0] ?? ''}\n`).toBe(exportAwsPretty(AWKWARD_SCENARIO.policy))
    const first = writes()
    run(AWKWARD_SCENARIO)
    expect(writes()).toEqual(first)
  })

  it('does not let the AWS CLI read a name from a file or an address', () => {
    const { run, state } = account()
    run({ ...shop('a'), name: 'file:///etc/hostname' })
    expect(state().policies.at(-1)?.Name).toBe('file /etc/hostname')
  })

  it('takes the zone’s id as its argument, and asks for it where no name is known', () => {
    const { run, state, writes } = account()
    const nowhere = { ...shop('a'), record: { ...shop('a').record, hostedZone: null } }
    expect(run(nowhere).stderr).toContain('first argument')
    expect(run({ ...nowhere, record: { ...nowhere.record, hostedZone: 'example.org' } }).status).toBe(1)
    expect(writes()).toEqual([])
    expect(run(nowhere, '/hostedzone/Z9').status).toBe(0)
    expect(state().calls.find(([name]) => name === 'create-traffic-policy-instance')).toContain('Z9')
  })
})

describe('shellcheck', () => {
  const isThere = hasProgram('shellcheck', 'shellcheck of the script for the AWS CLI')
  it('finds nothing to say, or it is said that there is none', () => {
    if (!isThere) return
    for (const scenario of [...exampleScenarios(), AWKWARD_SCENARIO]) {
      expect(runProgram('shellcheck', ['--shell=sh', '-'], exportAwsCli(scenario))).toMatchObject({
        status: 0,
        stdout: '',
      })
    }
  })
})
