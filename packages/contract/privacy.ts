import { z } from 'zod'
import { endpoint } from './endpoint.ts'
import { Instant, Permission, ShopDay } from './text.ts'

const Cell = z.union([z.string(), z.number(), z.boolean(), z.null()])

/** Everything the shop keeps of somebody, as tables: each row has the same columns as its neighbours. */
export const PersonalData = z.strictObject({
  writtenAt: Instant,
  tables: z.array(
    z.strictObject({
      /** 'orders': also the name of its CSV file. */
      name: z.string(),
      /** What is in it, in a sentence. */
      about: z.string(),
      rows: z.array(z.record(z.string(), Cell)),
    }),
  ),
})
export type PersonalData = z.output<typeof PersonalData>

/** What erasing would do now, and whether it can be done. */
export const ErasureOutlook = z.strictObject({
  can: Permission,
  /** The last day on which something is still under way; absent when nothing is. */
  after: ShopDay.optional(),
  hasPassword: z.boolean(),
  /** Orders of which the invoice's figures stay, as tax law asks. */
  invoicesKept: z.int(),
})
export type ErasureOutlook = z.output<typeof ErasureOutlook>

export const privacy = {
  exportData: endpoint({
    who: 'customer',
    limit: 'orders',
    method: 'GET',
    path: '/account/export',
    summary: 'Everything the shop keeps of her. Each table is there as CSV too: /account/export/orders.csv.',
    reply: PersonalData,
  }),
  foreseeErasure: endpoint({
    who: 'customer',
    limit: 'reads',
    method: 'GET',
    path: '/account/erasure',
    summary: 'What erasing would keep, and whether something stands in its way.',
    reply: ErasureOutlook,
  }),
  eraseAccount: endpoint({
    who: 'customer',
    limit: 'writes',
    method: 'POST',
    path: '/account/erasure',
    summary: 'Erases the account and everything of hers but the figures of her invoices. It cannot be undone.',
    body: z.strictObject({
      password: z.string().max(300),
      confirm: z.literal('erase', 'Please type the word erase.'),
    }),
    reply: z.strictObject({ message: z.string() }),
    refusals: ['password-wrong', 'sign-in-again', 'sign-in-wait', 'orders-under-way', 'works-here'],
  }),
}
