// Made when first needed: the platform reads its tables for it.
let names: Intl.DisplayNames | undefined

/** English name of a country code; the code itself where there is none. */
export function countryName(code: string): string {
  // The platform knows the names of regions, groupings and three-digit areas too: only alpha-2 codes are countries.
  if (!/^[A-Z]{2}$/.test(code)) return code
  names ??= new Intl.DisplayNames(['en'], { type: 'region', fallback: 'none' })
  return names.of(code) ?? code
}
