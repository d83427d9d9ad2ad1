import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import {
  CreateTrafficPolicyCommand,
  CreateTrafficPolicyInstanceCommand,
  CreateTrafficPolicyVersionCommand,
  Route53Client,
  UpdateTrafficPolicyInstanceCommand,
} from '@aws-sdk/client-route-53'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { exportAwsMinified } from '../aws'
import { AWKWARD_SCENARIO } from '../testing/awkward.fixtures'
import { AWS_CLI_STEPS } from './aws-cli-steps'
import { policyName } from './policy-name'

const document = exportAwsMinified(AWKWARD_SCENARIO.policy)
const name = policyName(AWKWARD_SCENARIO)
const { ttl } = AWKWARD_SCENARIO.record
const version = { TrafficPolicyId: 'p1', TrafficPolicyVersion: 2 }
const REQUESTS = {
  'create-traffic-policy': new CreateTrafficPolicyCommand({ Name: name, Document: document }),
  'create-traffic-policy-version': new CreateTrafficPolicyVersionCommand({ Id: 'p1', Document: document }),
  'create-traffic-policy-instance': new CreateTrafficPolicyInstanceCommand({
    HostedZoneId: 'Z1',
    Name: '*.example.com.',
    TTL: ttl,
    ...version,
  }),
  'update-traffic-policy-instance': new UpdateTrafficPolicyInstanceCommand({
    Id: 'i1',
    TTL: ttl,
    ...version,
  }),
}
type Operation = keyof typeof REQUESTS
const OPERATIONS: readonly Operation[] = [
  'create-traffic-policy',
  'create-traffic-policy-version',
  'create-traffic-policy-instance',
  'update-traffic-policy-instance',
]

/** What the SDK sent last. */
let sent = { url: '', body: '' }
const server = createServer((request, response) => {
  let body = ''
  request.setEncoding('utf8')
  request.on('data', (part: string) => {
    body += part
  })
  request.on('end', () => {
    sent = { url: request.url ?? '', body }
    response.writeHead(400, { 'content-type': 'text/xml' })
    response.end('<ErrorResponse><Error><Code>Refused</Code><Message>noted</Message></Error></ErrorResponse>')
  })
})
beforeAll(() => new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve)))
afterAll(() => new Promise<void>((resolve) => void server.close(() => resolve())))

/** Has the official SDK write a request to a server of our own, which notes it and refuses. */
async function serialised(operation: Operation): Promise<typeof sent> {
  // A TCP server that listens has an address with a port.
  const { port } = server.address() as AddressInfo
  const client = new Route53Client({
    region: 'us-east-1',
    endpoint: `http://127.0.0.1:${port.toString()}`,
    credentials: { accessKeyId: 'none', secretAccessKey: 'none' },
    maxAttempts: 1,
  })
  const command = REQUESTS[operation]
  const refused =
    command instanceof CreateTrafficPolicyCommand
      ? client.send(command)
      : command instanceof CreateTrafficPolicyVersionCommand
        ? client.send(command)
        : command instanceof CreateTrafficPolicyInstanceCommand
          ? client.send(command)
          : client.send(command)
  await expect(refused).rejects.toMatchObject({ name: 'Refused' })
  client.destroy()
  return sent
}

/** The options that the script gives to an operation, as the API calls them. */
function membersInScript(operation: Operation): readonly string[] {
  const call = new RegExp(`aws route53 ${operation} ((?:.*\\\\\\n)*.*)`).exec(AWS_CLI_STEPS)?.[1] ?? ''
  return Array.from(call.matchAll(/--([a-z-]+)/g), ([, option = '']) => option)
    .filter((option) => option !== 'query' && option !== 'output')
    .map((option) =>
      option === 'ttl'
        ? 'TTL'
        : option.replaceAll(/(?:^|-)([a-z])/g, (_, letter: string) => letter.toUpperCase()),
    )
}

describe('requests as AWS’s own SDK writes them', () => {
  it.each(OPERATIONS)('%s takes the members that the script gives it, and no others', async (operation) => {
    const { url, body } = await serialised(operation)
    const members = Array.from(body.matchAll(/<([A-Z]\w+)>/g), ([, member = '']) => member)
    const inUrl = /trafficpolicy(?:instance)?\/[\w-]+/.test(url) ? ['Id'] : []
    expect(new Set(membersInScript(operation))).toEqual(new Set([...members, ...inUrl]))
  })

  it('carry the document unharmed', async () => {
    const { body } = await serialised('create-traffic-policy')
    const written = /<Document>([\s\S]*)<\/Document>/.exec(body)?.[1] ?? ''
    const plain = written
      .replaceAll(/&#x([0-9a-f]+);/gi, (_, digits: string) =>
        String.fromCodePoint(Number.parseInt(digits, 16)),
      )
      .replaceAll('&lt;', '<')
      .replaceAll('&gt;', '>')
      .replaceAll('&quot;', '"')
      .replaceAll('&apos;', "'")
      .replaceAll('&amp;', '&')
    expect(plain).toBe(document)
  })
})
