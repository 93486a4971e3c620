import { dayInWords } from '@flora/calendar/in-words.ts'
import { daysAfter } from '@flora/calendar/shop-day.ts'
import type { ErasureOutlook } from '@flora/contract/privacy.ts'
import { claimGuestOrders } from '../customers/index.ts'
import { forgiveAttempt, provePassword } from '../identity/index.ts'
import type { Caller } from '../platform/caller.ts'
import { Refusal } from '../platform/refusal.ts'
import type { Shop } from '../shop.ts'
import { deletePerson, findUnderWay, listPhotosOf, lockForErasure, type UnderWay } from './erase-queries.ts'

type Erasing = Pick<Shop, 'db' | 'inTransaction' | 'clock' | 'config' | 'jobs'>

/** What erasing would keep now, and what stands in its way. */
export async function foreseeErasure(
  { db }: Pick<Shop, 'db'>,
  { accountId, role }: Caller,
  hasPassword: boolean,
): Promise<ErasureOutlook> {
  const underWay = await findUnderWay(db, accountId)
  const obstacle = obstacleTo(role, underWay)
  return {
    can: obstacle === undefined ? { ok: true } : { ok: false, because: obstacle.because },
    ...(underWay.until !== null && { after: daysAfter(underWay.until, 1) }),
    hasPassword,
    invoicesKept: underWay.invoices,
  }
}

/** Erases an account and everything of hers but the figures of her invoices; Stripe is told by a job to forget her cards. */
export async function eraseAccount(shop: Erasing, caller: Caller, password: string): Promise<void> {
  const { attempt } = await provePassword(shop, caller, password)
  const at = shop.clock.now()
  await shop.inTransaction(async (tx) => {
    const account = await lockForErasure(tx, caller.accountId)
    // Erased by a second press a moment ago: that is what she wanted.
    if (!account) return
    // What she ordered as a guest with this address is hers as well.
    await claimGuestOrders(tx, caller.accountId, account.email)
    const obstacle = obstacleTo(account.role, await findUnderWay(tx, caller.accountId))
    if (obstacle) throw new Refusal(409, obstacle.code, obstacle.because)
    await forgiveAttempt(tx, attempt, at)
    const photos = await listPhotosOf(tx, caller.accountId)
    await deletePerson(tx, { accountId: caller.accountId, email: account.email, at })
    if (photos.length > 0) await shop.jobs.enqueue(tx, 'privacy/forget-photos', { photos })
    const { stripeCustomerId } = account
    if (stripeCustomerId !== null) await shop.jobs.enqueue(tx, 'privacy/forget-at-stripe', { stripeCustomerId })
  })
}

function obstacleTo(
  role: string | null,
  { orders, refunds, until }: UnderWay,
): { code: string; because: string } | undefined {
  if (role !== null) return { code: 'works-here', because: 'You work here. Ask an owner to take your role away first.' }
  if (orders > 0)
    return {
      code: 'orders-under-way',
      because: `Flowers of yours are still to be delivered${until === null ? '' : `, the last on ${dayInWords(until)}`}. Erase the account after that, or cancel them first.`,
    }
  if (refunds > 0)
    return {
      code: 'orders-under-way',
      because: 'A payment or a refund of yours is still under way. Try again when it has arrived.',
    }
  return undefined
}
