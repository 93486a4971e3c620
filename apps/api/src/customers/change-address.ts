import type { NewAddress } from '@flora/contract/customers.ts'
import type { AccountId, AddressId } from '@flora/contract/ids.ts'
import type { Shop } from '../shop.ts'
import { findAddress, saveAddress } from './address-queries.ts'
import { addressNotFound } from './errors.ts'
import { lockCustomer } from './queries.ts'

/** Changes an address; what is not said stays. Orders that went there keep what they were placed with. */
export function changeAddress(
  { inTransaction }: Pick<Shop, 'inTransaction'>,
  accountId: AccountId,
  { id, change }: { id: AddressId; change: { readonly [Field in keyof NewAddress]?: string | undefined } },
): Promise<void> {
  return inTransaction(async (tx) => {
    await lockCustomer(tx, accountId)
    const kept = await findAddress(tx, accountId, id)
    if (!kept) throw addressNotFound()
    const said = Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined))
    await saveAddress(tx, accountId, { id, address: { ...kept, ...said } })
  })
}
