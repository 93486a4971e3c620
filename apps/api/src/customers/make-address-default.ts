import type { AccountId, AddressId } from '@flora/contract/ids.ts'
import type { Shop } from '../shop.ts'
import { findAddress, saveDefault, saveNoDefault } from './address-queries.ts'
import { addressNotFound } from './errors.ts'
import { lockCustomer } from './queries.ts'

/** Makes an address the one that checkout offers first. Two statements: at no moment are there two. */
export function makeAddressDefault(
  { inTransaction }: Pick<Shop, 'inTransaction'>,
  accountId: AccountId,
  id: AddressId,
): Promise<void> {
  return inTransaction(async (tx) => {
    await lockCustomer(tx, accountId)
    if (!(await findAddress(tx, accountId, id))) throw addressNotFound()
    await saveNoDefault(tx, accountId)
    await saveDefault(tx, accountId, id)
  })
}
