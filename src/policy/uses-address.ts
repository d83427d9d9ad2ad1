import { definitionOf } from '../rules'
import type { Policy } from './policy'

/** Whether a rule of the policy goes by the asker's IP address. */
export function usesAddress({ rules }: Policy): boolean {
  return [...rules.values()].some((rule) => definitionOf(rule).usesAddress)
}
