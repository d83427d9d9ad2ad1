const names = new Intl.DisplayNames(['en'], { type: 'region', fallback: 'none' })

/** English name of a country code; the code itself where there is none. */
export function countryName(code: string): string {
  // The platform knows the names of regions, groupings and three-digit areas too: only alpha-2 codes are countries.
  if (!/^[A-Z]{2}$/.test(code)) return code
  return names.of(code) ?? code
}
