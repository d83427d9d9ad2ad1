import { LOCAL_ZONES, localZoneByName, parentRegionOf } from '../../../geo/local-zones'
import { ranked } from '../../kit/ranked'
import type { SearchOption } from '../../kit/search-field'

/** What the name of a Local Zone looks like; AWS adds zones faster than tables follow. */
const NAME = /^[a-z]{2,4}(-[a-z]+)+-\d-[a-z]{3}-\d[a-z]$/

/** Local Zones by name, place or Region. `whyNot` says why one cannot be chosen here. */
export function zoneOptions(
  typed: string,
  whyNot: (name: string) => string | null,
): readonly SearchOption<string>[] {
  const options = ranked(LOCAL_ZONES, typed, ({ name, place }) => [
    name,
    place,
    parentRegionOf(name)?.name ?? '',
  ]).map(({ name, place }) => option(name, place, whyNot(name)))
  const written = typed.trim().toLowerCase()
  if (!NAME.test(written) || localZoneByName(written)) return options
  return [...options, option(written, 'as written; Catchment does not know its place', whyNot(written))]
}

function option(name: string, detail: string, reason: string | null): SearchOption<string> {
  const shared = { key: name, label: name, detail, value: name }
  return reason === null ? shared : { ...shared, disabled: true, reason }
}
