import { type Db, isAlive, sqlState } from './db.ts'

/**
 * Whether work that failed would now fail for everything, because the database is away. For loops over items in which one that fails is
 * told and left: they end with the one error then, instead of saying the same of each. The database itself is asked, since a lost
 * connection has many words, and one that is back already is no reason to leave the rest.
 */
export async function isDatabaseAway(db: Db, error: unknown): Promise<boolean> {
  if (answersAndTakesNothing.has(sqlState(error) ?? '')) return true
  return !(await isAlive(db).catch(() => false))
}

// Read only, as a standby is that was not promoted yet; and a full disk.
const answersAndTakesNothing = new Set(['25006', '53100'])
