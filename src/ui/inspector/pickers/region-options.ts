import { REGIONS } from '../../../geo/regions'
import { ranked } from '../../kit/ranked'
import type { SearchOption } from '../../kit/search-field'

/** What a Region code looks like; AWS adds Regions faster than tables follow. */
const CODE = /^[a-z]{2,4}(-[a-z]+)+-\d$/

/** Regions by code or name. `whyNot` says why a code cannot be chosen here. */
export function regionOptions(
  typed: string,
  whyNot: (code: string) => string | null,
): readonly SearchOption<string>[] {
  const options = ranked(REGIONS, typed, ({ code, name }) => [code, name]).map(({ code, name, usable }) =>
    option(code, name, usable ? whyNot(code) : 'Route 53’s list of Regions does not name it.'),
  )
  const written = typed.trim().toLowerCase()
  if (!CODE.test(written) || REGIONS.some(({ code }) => code === written)) return options
  return [...options, option(written, 'as written; Catchment does not know its place', whyNot(written))]
}

function option(code: string, detail: string, reason: string | null): SearchOption<string> {
  const shared = { key: code, label: code, detail, value: code }
  return reason === null ? shared : { ...shared, disabled: true, reason }
}
