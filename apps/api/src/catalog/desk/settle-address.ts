import type { ProductId } from '@flora/contract/ids.ts'
import type { Tx } from '../../platform/db.ts'
import { slugTaken } from './errors.ts'
import { keepOldSlug, listTakenSlugs, lockAddresses } from './product-queries.ts'

// Leaves room for a number behind it within a slug's 80.
const longest = 72

/** The address of a product: the wanted one, or the first free one of its name. Refuses (409 slug-taken) one that leads elsewhere. */
export async function settleAddress(
  tx: Tx,
  { id, wanted, name }: { id: ProductId; wanted: string | undefined; name: string },
): Promise<string> {
  await lockAddresses(tx)
  const base = wanted ?? addressOf(name)
  const taken = new Set(await listTakenSlugs(tx, base, id))
  if (!taken.has(base)) return base
  if (wanted !== undefined) throw slugTaken(wanted)
  for (let nth = 2; ; nth += 1) if (!taken.has(`${base}-${nth}`)) return `${base}-${nth}`
}

/** Lets the old address lead to the new one, when they differ. */
export async function moveAddress(
  tx: Tx,
  { id, from, to, at }: { id: ProductId; from: string; to: string; at: Temporal.Instant },
): Promise<void> {
  if (from !== to) await keepOldSlug(tx, { id, old: from, slug: to, at })
}

/** A name as a part of an address: 'Mother’s Day & after' is 'mothers-day-and-after'. */
export function addressOf(name: string): string {
  const letters = name
    .normalize('NFKD')
    .replaceAll(/[\u0300-\u036f'’‘]/g, '')
    .toLowerCase()
    .replaceAll('&', ' and ')
  const slug = letters.replaceAll(/[^a-z0-9]+/g, '-').replaceAll(/^-+|-+$/g, '')
  return slug.slice(0, longest).replace(/-+$/, '') || 'product'
}
