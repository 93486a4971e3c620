import { customerLimits, type NewAddress } from '@flora/contract/customers.ts'
import { type AccountId, type AddressId, newId } from '@flora/contract/ids.ts'
import type { Shop } from '../shop.ts'
import { countAddresses, insertAddress } from './address-queries.ts'
import { tooManyAddresses } from './errors.ts'
import { lockCustomer } from './queries.ts'

/** Keeps an address; the first one is the default. */
export function addAddress(
  { inTransaction, clock }: Pick<Shop, 'inTransaction' | 'clock'>,
  accountId: AccountId,
  address: NewAddress,
): Promise<AddressId> {
  const id = newId('adr')
  return inTransaction(async (tx) => {
    await lockCustomer(tx, accountId)
    const count = await countAddresses(tx, accountId)
    if (count >= customerLimits.addresses) throw tooManyAddresses()
    await insertAddress(tx, accountId, { address: { ...address, id, isDefault: count === 0 }, at: clock.now() })
    return id
  })
}
