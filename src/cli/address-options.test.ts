import { describe, expect, it } from 'vitest'
import { cidr, documentOf, to } from '../policy/testing/policy-of'
import { jsonOf, memberOf, runCli } from './testing/run-cli'

const FILES = {
  'policy.json': JSON.stringify(
    documentOf(
      cidr(
        ['office', ['198.51.100.0/24'], to('intranet')],
        ['network', ['198.51.0.0/16'], to('branches')],
        ['*', [], to('public')],
      ),
    ),
  ),
}
const resolve = (...options: readonly string[]) => runCli(['resolve', 'policy.json', ...options], FILES)

describe('asking from an address', () => {
  it('passes on 24 bits, or as many as are given', async () => {
    const [near, wide] = [
      await resolve('--address', '198.51.100.7', '--json'),
      await resolve('--address=198.51.100.0/20', '--json'),
    ]
    expect(memberOf(jsonOf(near), 'endpoints')).toEqual(['intranet'])
    expect(memberOf(jsonOf(near), 'address')).toBe('198.51.100.0/24')
    expect(memberOf(jsonOf(wide), 'endpoints')).toEqual(['branches'])
  })

  it('goes by the resolver’s address where nothing is passed on', async () => {
    const options = ['--ecs', 'off', '--address', '198.51.100.7', '--json']
    expect(memberOf(jsonOf(await resolve(...options)), 'endpoints')).toEqual(['public'])
    const known = await resolve(...options, '--resolver-address', '198.51.7.53')
    expect(memberOf(jsonOf(known), 'endpoints')).toEqual(['branches'])
  })

  it('says in words who asked, which block holds it, and that an address is not known', async () => {
    const { out } = await resolve('--address', '198.51.100.7')
    expect(out).toContain('address 198.51.100.0/24')
    expect(out).toContain('198.51.100.0/24')
    expect(out).toContain('The longest block here that holds the client’s address')
    expect((await resolve()).out).toContain(
      'The client’s address is not known, so only the default can answer',
    )
  })

  it.each([
    ['--address', '198.51.100', '--address takes an IP address such as 192.0.2.7'],
    ['--address', '198.51.100.0/33', '--address takes an IP address such as 192.0.2.7'],
    ['--resolver-address', '198.51.100.0/24', '--resolver-address takes one IP address'],
  ])('refuses %s %s', async (option, value, message) => {
    const { code, err } = await resolve(option, value)
    expect([code, err]).toEqual([2, expect.stringContaining(message)])
  })

  it.each(['aws', 'aws-pretty', 'aws-min', 'aws-cli', 'terraform', 'cloudformation'])(
    'writes nothing as %s, for which AWS has no such rule, even when losses are allowed',
    async (format) => {
      const { code, out, err } = await runCli(
        ['convert', 'policy.json', '--to', format, '--allow-loss'],
        FILES,
      )
      expect([code, out]).toEqual([1, ''])
      expect(err).toContain('Traffic Flow has no rule of the type IP-based')
    },
  )

  it('is checked as a policy that no traffic policy document can hold', async () => {
    const { code, out } = await runCli(['check', 'policy.json'], FILES)
    expect(code).toBe(1)
    expect(out).toContain('rule/not-in-traffic-flow')
  })
})
