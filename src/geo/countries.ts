// Made when first needed: the platform reads its tables for it.
const names = new Map<string, Intl.DisplayNames>()

/** English name of a country code; the code itself where there is none. */
export function countryName(code: string): string {
  return countryNameIn('en', code)
}

/** Name of a country code in the language of a code such as `de`; the code itself where there is none. */
export function countryNameIn(language: string, code: string): string {
  // The platform knows the names of regions, groupings and three-digit areas too: only alpha-2 codes are countries.
  if (!/^[A-Z]{2}$/.test(code)) return code
  const known = names.get(language) ?? new Intl.DisplayNames([language], { type: 'region', fallback: 'none' })
  names.set(language, known)
  return known.of(code) ?? code
}
