import { preferenceNames, type Profile } from '@flora/contract/customers.ts'
import { listFacetValues } from '../catalog/index.ts'
import type { Caller } from '../platform/caller.ts'
import type { Shop } from '../shop.ts'
import { toProfile } from './profile.ts'
import { findToldOfHerself } from './queries.ts'

/** Who she is to the shop, with all that may be a favourite. */
export async function showProfile(
  { db }: Pick<Shop, 'db'>,
  { accountId, name, email }: Pick<Caller, 'accountId' | 'name' | 'email'>,
): Promise<Profile> {
  const [told, values] = await Promise.all([findToldOfHerself(db, accountId), listFacetValues(db, preferenceNames)])
  return toProfile({ name, email }, told, values)
}
