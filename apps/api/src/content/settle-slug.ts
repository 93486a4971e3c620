import type { ContentId } from '@flora/contract/ids.ts'
import type { Tx } from '../platform/db.ts'
import { listTakenSlugs, takeSlug } from './draft-queries.ts'
import { slugTaken } from './errors.ts'
import { freeSlug, isReserved, slugOfTitle } from './slug.ts'

// Somebody who takes the same free address at the same moment is waited for, and then the next one is tried.
const tries = 5

/** The address of a piece: the wanted one, or the first free one of its title. Refuses (409 slug-taken) one that leads elsewhere. */
export async function settleSlug(
  tx: Tx,
  { id, wanted, title, at }: { id: ContentId; wanted: string | undefined; title: string; at: Temporal.Instant },
): Promise<string> {
  if (wanted !== undefined) {
    if (isReserved(wanted) || !(await takeSlug(tx, { slug: wanted, id, at }))) throw slugTaken(wanted)
    return wanted
  }
  const base = slugOfTitle(title)
  for (let nth = 0; nth < tries; nth += 1) {
    const slug = freeSlug(base, new Set(await listTakenSlugs(tx, { wanted: base, except: id })))
    if (await takeSlug(tx, { slug, id, at })) return slug
  }
  throw slugTaken(base)
}
