import { instantFromStored } from '@flora/calendar/stored-time.ts'
import { customerPageSize, type CustomerLine, type CustomerPage } from '@flora/contract/customer-desk.ts'
import type { AccountId } from '@flora/contract/ids.ts'
import { money } from '@flora/money/money.ts'
import type { Shop } from '../shop.ts'
import { listAddresses } from './address-queries.ts'
import { type CustomerRow, findCustomer, findMore, listCustomers } from './desk-queries.ts'
import { customerNotFound } from './errors.ts'
import { showHistory } from './show-history.ts'

/** A page of customers for staff; what was typed is looked for word by word. */
export async function showCustomers(
  { db }: Pick<Shop, 'db'>,
  { q = '', after }: { q?: string | undefined; after?: AccountId | undefined },
): Promise<{ customers: CustomerLine[]; next?: AccountId }> {
  const words = q.split(/\s+/).filter((word) => word !== '')
  // One more than is shown tells whether there is another page.
  const found = await listCustomers(db, { words, after, limit: customerPageSize + 1 })
  const shown = found.slice(0, customerPageSize)
  return {
    customers: shown.map(toLine),
    ...(found.length > shown.length && { next: shown.at(-1)!.accountId }),
  }
}

/** Everything staff may know of a customer. */
export async function showCustomer(
  { db, clock }: Pick<Shop, 'db' | 'clock'>,
  accountId: AccountId,
): Promise<CustomerPage> {
  const row = await findCustomer(db, accountId)
  if (!row) throw customerNotFound()
  const [more, addresses, history] = await Promise.all([
    findMore(db, { accountId, email: row.email, now: clock.now() }),
    listAddresses(db, accountId),
    showHistory(db, { accountId, after: undefined }),
  ])
  return {
    ...toLine(row),
    likes: [...more.likes],
    addresses: addresses.map(({ label, name, line1, line2, suburb, postcode }) => ({
      label,
      name,
      line1,
      line2,
      suburb,
      postcode,
    })),
    subscriptions: more.subscriptions.map(({ nextDay, ...subscription }) => ({
      ...subscription,
      ...(nextDay !== null && { nextDay }),
    })),
    wantsLetter: more.wantsLetter,
    note: more.note,
    latest: history.items,
  }
}

function toLine({ since, spentMinor, currency, lastOrderAt, ...row }: CustomerRow): CustomerLine {
  return {
    ...row,
    since: instantFromStored(since).toString(),
    spent: money(spentMinor, currency),
    ...(lastOrderAt !== null && { lastOrderAt: instantFromStored(lastOrderAt).toString() }),
  }
}
