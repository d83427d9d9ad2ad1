import { localZoneByName, localZoneGroupOf, parentRegionOf } from '../geo/local-zones'
import { regionByCode } from '../geo/regions'

/** What was probably meant by a text that is no Region code Route 53 knows, as a sentence. */
export function regionHint(code: string): string {
  const known = regionByCode(code)
  if (known) return `AWS has ${known.name}, but Route 53’s list of Regions does not name it.`
  const plain = code
    .trim()
    .toLowerCase()
    .replace(/^aws:route53:/, '')
  if (regionByCode(plain)?.usable) return `Write ${plain}.`
  const parent = parentRegionOf(plain)
  if (parent && (localZoneByName(plain) || localZoneGroupOf(`${plain}a`))) {
    return `${plain} is a Local Zone; its Region is ${parent.code}.`
  }
  // An Availability Zone is its Region's code and a letter.
  const region = regionByCode(plain.replace(/[a-z]$/, ''))
  return region
    ? `${plain} is an Availability Zone; its Region is ${region.code}.`
    : 'Use a code such as eu-central-1.'
}
