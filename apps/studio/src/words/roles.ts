import type { Role } from '@flora/contract/permissions.ts'

/** Roles as people call them, and what they are for. The shop's own table decides (packages/contract/permissions.ts). */
export const roleWords: Record<Role, { readonly name: string; readonly may: string }> = {
  owner: { name: 'Owner', may: 'Everything: also who works here, the shop’s settings, and taking all data along.' },
  manager: {
    name: 'Manager',
    may: 'The day’s work, money back, what is sold and for how much, delivery days, codes and gift cards, reports, the log.',
  },
  florist: { name: 'Florist', may: 'Orders, the day pack, stock, drafts of products and articles, customers.' },
  driver: { name: 'Driver', may: 'Her own stops.' },
}
