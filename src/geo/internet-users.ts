/** How many people of each country use the internet: one year's figures, some of them estimated. */
export interface InternetUsers {
  readonly year: number
  /** Users by country code. */
  readonly users: ReadonlyMap<string, number>
  /** Countries without a figure of their own: theirs follows from countries around. */
  readonly estimated: ReadonlySet<string>
}

/** `data/internet-users.json`, as `data/build/build.mjs` writes it. */
export interface InternetUsersFile {
  readonly year: number
  readonly users: Readonly<Record<string, number>>
  readonly estimated: readonly string[]
}

/** The figures in a file. */
export function decodeInternetUsers({ year, users, estimated }: InternetUsersFile): InternetUsers {
  return { year, users: new Map(Object.entries(users)), estimated: new Set(estimated) }
}
