/** A table of the shop, as the database describes it. */
export interface Table {
  readonly name: string
  /** Those that are written, in order: what the database makes of others itself is left out. */
  readonly columns: readonly string[]
  readonly key: readonly string[]
  /** Columns that count by themselves. */
  readonly counters: readonly string[]
  /** Tables whose rows must be there before this one's. */
  readonly needs: readonly string[]
}

/**
 * What does not leave the shop: that somebody is signed in somewhere, what opens an account, and how often somebody guessed. Whoever moves
 * along chooses a new password by letter, and sets up her second factor again.
 */
export const leftBehind: ReadonlySet<string> = new Set([
  'migrations',
  'sessions',
  'refresh_tokens',
  'account_tokens',
  'sign_in_failures',
  'two_factors',
  'recovery_codes',
])

/** Cells that stay too, though their table goes. */
export const blanked: Readonly<Record<string, readonly string[]>> = { accounts: ['password_hash'] }

/** Tables in an order in which each comes after those it needs. Throws when two need each other at once. */
export function inOrder(tables: readonly Table[]): Table[] {
  const known = new Map(tables.map((table) => [table.name, table]))
  const done = new Set<string>()
  const ordered: Table[] = []
  const visit = (table: Table, under: readonly string[]): void => {
    if (done.has(table.name)) return
    if (under.includes(table.name)) throw new Error(`tables need each other: ${[...under, table.name].join(' → ')}`)
    for (const need of table.needs) {
      const needed = need === table.name ? undefined : known.get(need)
      if (needed) visit(needed, [...under, table.name])
    }
    done.add(table.name)
    ordered.push(table)
  }
  for (const table of tables.toSorted((a, b) => (a.name < b.name ? -1 : 1))) visit(table, [])
  return ordered
}
