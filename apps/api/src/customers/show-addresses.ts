import type { Address } from '@flora/contract/customers.ts'
import type { AccountId, AddressId } from '@flora/contract/ids.ts'
import { listSuburbs } from '../delivery/index.ts'
import type { Db } from '../platform/db.ts'
import { type KeptAddress, toAddress } from './address.ts'
import { findAddress, listAddresses } from './address-queries.ts'
import { addressNotFound } from './errors.ts'

/** All the addresses of an account, each with what may be wrong with it. */
export async function showAddresses(db: Db, accountId: AccountId): Promise<Address[]> {
  return withWarnings(db, await listAddresses(db, accountId))
}

export async function showAddress(db: Db, accountId: AccountId, id: AddressId): Promise<Address> {
  const kept = await findAddress(db, accountId, id)
  if (!kept) throw addressNotFound()
  return (await withWarnings(db, [kept]))[0]!
}

async function withWarnings(db: Db, kept: readonly KeptAddress[]): Promise<Address[]> {
  const suburbs = await listSuburbs(db, [...new Set(kept.map(({ postcode }) => postcode))])
  return kept.map((address) => toAddress(address, suburbs))
}
