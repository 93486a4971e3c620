import { preferenceNames, type Preferences, type ProfileChange } from '@flora/contract/customers.ts'
import type { AccountId } from '@flora/contract/ids.ts'
import { listFacetValues } from '../catalog/index.ts'
import type { Shop } from '../shop.ts'
import { preferenceNotKnown } from './errors.ts'
import { unknownPreference } from './profile.ts'
import { lockCustomer, saveName, saveToldOfHerself } from './queries.ts'

/** Changes what she tells of herself; what is not said stays. */
export function changeProfile(
  { inTransaction }: Pick<Shop, 'inTransaction'>,
  accountId: AccountId,
  { name, phone, preferences = {} }: ProfileChange,
): Promise<void> {
  return inTransaction(async (tx) => {
    const unknown = unknownPreference(preferences, await listFacetValues(tx, preferenceNames))
    if (unknown !== undefined) throw preferenceNotKnown(unknown)
    const told = await lockCustomer(tx, accountId)
    if (name !== undefined) await saveName(tx, accountId, name)
    await saveToldOfHerself(tx, accountId, {
      phone: phone ?? told.phone,
      preferences: withWishes(told.preferences, preferences),
    })
  })
}

function withWishes(
  known: Partial<Preferences>,
  wishes: NonNullable<ProfileChange['preferences']>,
): Partial<Preferences> {
  return Object.fromEntries(
    preferenceNames.flatMap((facet) => {
      const values = wishes[facet] ?? known[facet]
      return values ? [[facet, values]] : []
    }),
  )
}
