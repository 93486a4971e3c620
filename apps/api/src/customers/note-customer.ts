import type { AccountId } from '@flora/contract/ids.ts'
import type { Shop } from '../shop.ts'
import { saveNote } from './desk-queries.ts'
import { customerNotFound } from './errors.ts'

/** Writes down what the shop should remember of a customer, instead of what it had written. Refuses somebody erased. */
export async function noteCustomer(
  { inTransaction }: Pick<Shop, 'inTransaction'>,
  accountId: AccountId,
  note: string,
): Promise<void> {
  const isKnown = await inTransaction((tx) => saveNote(tx, accountId, note), 'one statement')
  if (!isKnown) throw customerNotFound()
}
