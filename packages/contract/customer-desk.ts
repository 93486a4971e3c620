import { z } from 'zod'
import { OrderSummary } from './customers.ts'
import { endpoint } from './endpoint.ts'
import { AccountId, SubscriptionId } from './ids.ts'
import { Money } from './money.ts'
import { Instant, ShopDay, typed, typedLines } from './text.ts'

/** Customers on one page of the list. */
export const customerPageSize = 50

/** A customer as a line of the list. */
export const CustomerLine = z.strictObject({
  accountId: AccountId,
  name: z.string(),
  email: z.string(),
  phone: z.string(),
  since: Instant,
  /** Orders that were paid for. */
  orders: z.int(),
  /** What those brought, less what went back. */
  spent: Money,
  lastOrderAt: Instant.optional(),
})
export type CustomerLine = z.output<typeof CustomerLine>

/** Everything staff may know of a customer; her cards and her password are nobody's to see. */
export const CustomerPage = z.strictObject({
  ...CustomerLine.shape,
  /** What she likes, in words. */
  likes: z.array(z.string()),
  addresses: z.array(
    z.strictObject({
      label: z.string(),
      name: z.string(),
      line1: z.string(),
      line2: z.string(),
      suburb: z.string(),
      postcode: z.string(),
    }),
  ),
  subscriptions: z.array(
    z.strictObject({
      id: SubscriptionId,
      product: z.string(),
      frequency: z.string(),
      state: z.enum(['active', 'paused', 'cancelled']),
      nextDay: ShopDay.optional(),
    }),
  ),
  wantsLetter: z.boolean(),
  /** What staff wrote about her. She gets it with her data when she asks for that: write it so. */
  note: z.string(),
  /** Her latest orders. */
  latest: z.array(OrderSummary),
})
export type CustomerPage = z.output<typeof CustomerPage>

export const longestCustomerNote = 1_000

const customerParams = z.strictObject({ accountId: AccountId })

export const customerDesk = {
  listCustomers: endpoint({
    who: { may: 'customers/read' },
    limit: 'reads',
    method: 'GET',
    path: '/desk/customers',
    summary: 'Customers with an account, newest first, or those whose name, e-mail or telephone has what was typed.',
    query: z.strictObject({
      q: typed(80).optional(),
      /** The page after this one: `next` of the page before. */
      after: AccountId.optional(),
    }),
    reply: z.strictObject({ customers: z.array(CustomerLine), next: AccountId.optional() }),
  }),
  showCustomer: endpoint({
    who: { may: 'customers/read' },
    limit: 'reads',
    method: 'GET',
    path: '/desk/customers/:accountId',
    summary: 'A customer with her orders, subscriptions, addresses and what was noted about her.',
    params: customerParams,
    reply: CustomerPage,
    refusals: ['customer-not-found'],
  }),
  noteCustomer: endpoint({
    who: { may: 'customers/write' },
    limit: 'writes',
    method: 'PUT',
    path: '/desk/customers/:accountId/note',
    summary: 'Writes down something the shop should remember about her. It is hers to read when she asks for her data.',
    params: customerParams,
    body: z.strictObject({ note: typedLines(longestCustomerNote) }),
    reply: CustomerPage,
    refusals: ['customer-not-found'],
  }),
}
