import type { AccountId, AddressId } from '@flora/contract/ids.ts'
import type { Shop } from '../shop.ts'
import { deleteAddress, findAddress, saveLatestAsDefault } from './address-queries.ts'
import { addressNotFound } from './errors.ts'
import { lockCustomer } from './queries.ts'

/** Forgets an address. When it was the default, the one added last becomes it. */
export function forgetAddress(
  { inTransaction }: Pick<Shop, 'inTransaction'>,
  accountId: AccountId,
  id: AddressId,
): Promise<void> {
  return inTransaction(async (tx) => {
    await lockCustomer(tx, accountId)
    const kept = await findAddress(tx, accountId, id)
    if (!kept) throw addressNotFound()
    await deleteAddress(tx, accountId, id)
    if (kept.isDefault) await saveLatestAsDefault(tx, accountId)
  })
}
