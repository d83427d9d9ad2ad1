import {
  ADDRESS_BITS,
  hasHostBits,
  type IpPrefix,
  networkOf,
  parseIpPrefix,
  prefixText,
  unmapped,
} from '../../model/dns/ip-prefix'
import { isPlaceholder, readable } from '../../model/field'
import { capitalised, examine } from '../../model/field-checks'
import type { Problem } from '../../model/problem'
import { type ProblemTable, quote, reporter, type Subject } from '../../model/problem-kind'
import { BLOCK_LENGTHS, type IpBasedKeys, isDefaultLocation } from './location'

export const BLOCK_PROBLEMS = {
  'ip-based/no-block': { severity: 'error', row: '3.7' },
  'ip-based/default-blocks': { severity: 'warning', row: '3.7' },
  'ip-based/block-form': { severity: 'error', row: '3.7' },
  'ip-based/block-length': { severity: 'error', row: '3.7' },
  'ip-based/mapped-block': { severity: 'error', row: '3.7' },
  'ip-based/host-bits': { severity: 'warning', row: '3.7' },
  'ip-based/placeholder-block': { severity: 'note', row: '10' },
} as const satisfies ProblemTable

const report = reporter(BLOCK_PROBLEMS)

/** A fault of one block: its code, and a sentence that names the block and says how to mend it. */
export interface BlockFault {
  readonly code: Exclude<keyof typeof BLOCK_PROBLEMS, 'ip-based/no-block' | 'ip-based/default-blocks'>
  /** The sentence from the block on: `“192.0.2.1/24” has …`. */
  readonly text: string
}

/** Problems of the blocks of one branch (route53.md 3.7). */
export function checkBlocks(keys: IpBasedKeys, subject: Subject): readonly Problem[] {
  const { value, problems } = examine(keys.blocks, subject, 'CidrList', 'a list of blocks in quotes')
  if (problems.length > 0) return problems
  const blocks = value ?? []
  if (isDefaultLocation(keys)) {
    if (blocks.length === 0) return []
    const message = `${subject.name} is the default location, which has no blocks of its own: those in its CidrList have no effect. Remove them, or name the location.`
    return [report('ip-based/default-blocks', subject, capitalised(message), 'CidrList')]
  }
  if (blocks.length === 0) {
    const message = `${subject.name} has no block, so that no client ever gets it; add one to CidrList, such as 192.0.2.0/24.`
    const keysBelow = readable(keys.blocks) === undefined ? [] : ['CidrList']
    return [report('ip-based/no-block', subject, capitalised(message), ...keysBelow)]
  }
  return blocks.flatMap((text, index): Problem[] => {
    const fault = blockFault(text)
    if (!fault) return []
    const message = `Block ${fault.text.replace(/^(“[^”]*”)/, `$1 of ${subject.name}`)}`
    return [report(fault.code, subject, message, 'CidrList', index)]
  })
}

/** What is wrong with one block; null when nothing is. */
export function blockFault(text: string): BlockFault | null {
  if (isPlaceholder(text)) {
    const sentence = `${quote(text)} holds a placeholder; fill it in before the policy is used.`
    return { code: 'ip-based/placeholder-block', text: sentence }
  }
  const block = parseIpPrefix(text)
  if (!block) return { code: 'ip-based/block-form', text: `${quote(text)} ${formHint(text)}` }
  if (unmapped(block) !== block) {
    const sentence = `${quote(text)} holds IPv4 addresses written as IPv6, and is never met as such; write ${prefixText(networkOf(unmapped(block)))}.`
    return { code: 'ip-based/mapped-block', text: sentence }
  }
  const { least, most } = BLOCK_LENGTHS[block.family]
  if (block.length < least || block.length > most) {
    return { code: 'ip-based/block-length', text: `${quote(text)} ${lengthHint(block, text, least, most)}` }
  }
  if (!hasHostBits(block)) return null
  const sentence = `${quote(text)} has bits set behind its length of ${block.length}; it is read as ${prefixText(networkOf(block))}. Write that.`
  return { code: 'ip-based/host-bits', text: sentence }
}

function formHint(text: string): string {
  const [address = '', length] = text.split('/')
  if (text === '*') return 'is no block; make it the name of the location for the default.'
  if (length !== undefined && parseIpPrefix(address)) {
    return 'has a length that is no number of bits of the address; use /1 to /24 for IPv4 and /1 to /48 for IPv6.'
  }
  if (/-/.test(text))
    return 'is no block in CIDR notation; write a range as one or more blocks such as 192.0.2.0/24.'
  return 'is no block in CIDR notation; write one such as 192.0.2.0/24 or 2001:db8::/32.'
}

function lengthHint(block: IpPrefix, text: string, least: number, most: number): string {
  const kind = block.family === 4 ? 'IPv4' : 'IPv6'
  const range = `${kind} blocks of Route 53 have a length from /${least} to /${most}`
  const wider = prefixText(networkOf({ ...block, length: most }))
  if (!text.includes('/')) return `is a single address, and ${range}; write ${wider} for the block around it.`
  if (block.length === 0)
    return `holds every address of ${kind}, and ${range}; use the default location * instead.`
  const single = block.length === ADDRESS_BITS[block.family] ? 'is a single address' : 'is too small'
  return `${single}, and ${range}; write ${wider} for the block around it.`
}
