import { bench, describe } from 'vitest'
import { repairText } from './repair-text'

/** A weighted rule of so many branches, each with a weight that has to be mended, a line for each member. */
function faulty(count: number): string {
  const Items = Array.from({ length: count }, () => ({ EndpointReference: 'a', Weight: '5%' }))
  const document = {
    AWSPolicyFormatVersion: '2015-10-01',
    RecordType: 'A',
    StartRule: 'r',
    Endpoints: { a: { Type: 'value', Value: '192.0.2.1' } },
    Rules: { r: { RuleType: 'weighted', Items } },
  }
  return JSON.stringify(document, null, 2)
}

const FEW = faulty(500)
const MANY = faulty(5_000)

// The times should stand as the numbers do: what is done is in proportion to the faults.
describe('repairing a text', () => {
  bench('repairs × 500', () => void repairText(FEW))
  bench('repairs × 5,000', () => void repairText(MANY))
})
