import type { AuditEntry } from '@flora/contract/staff.ts'
import type { Shop } from '../shop.ts'
import { type AuditSearch, listAuditEntries } from './audit-queries.ts'

/** A page of what was done, and where the next one begins; null on the last. */
export async function readAudit(
  { db }: Pick<Shop, 'db'>,
  search: AuditSearch,
): Promise<{ entries: AuditEntry[]; next: number | null }> {
  // One more than is shown: whether there is another page is then known.
  const found = await listAuditEntries(db, { ...search, limit: search.limit + 1 })
  const entries = found.slice(0, search.limit)
  return { entries, next: found.length > entries.length ? entries.at(-1)!.id : null }
}
