import { shopDayAt, type ShopDay } from '@flora/calendar/shop-day.ts'
import type { Answer, Call } from '@flora/contract/endpoint.ts'
import type { SubscriptionId } from '@flora/contract/ids.ts'
import {
  type DeskSubscriptionLine,
  type subscriptionDesk,
  subscriptionPageSize,
} from '@flora/contract/subscription-desk.ts'
import { listVariantsForSale } from '../../catalog/index.ts'
import { findShopTerms, priceOf } from '../../offers/index.ts'
import type { Shop } from '../../shop.ts'
import type { Subscription } from '../subscription.ts'
import { listSubscriptionsById } from '../subscription-queries.ts'
import { countDeskSubscriptions, listDeskFacts, type Place } from './queries.ts'
import { troublesOf } from './said-to-staff.ts'

type Line = typeof subscriptionDesk.listDeskSubscriptions

/** A page of subscriptions for staff, the one that comes next first. */
export async function listDeskSubscriptions(
  { db, clock }: Pick<Shop, 'db' | 'clock'>,
  { q = '', after, ...wanted }: Call<Line>['query'],
): Promise<Answer<Line>> {
  const now = clock.now()
  const terms = await findShopTerms(db)
  const today = shopDayAt(now, terms.zone)
  const words = q.split(/\s+/).filter((word) => word !== '')
  const { state, rhythm, trouble, next } = wanted
  const asked = { words, state, rhythm, trouble, next, after: after === undefined ? undefined : placeOf(after), today }
  // One more than is shown tells whether there is another page.
  const [found, counts] = await Promise.all([
    listDeskFacts(db, { ...asked, limit: subscriptionPageSize + 1 }),
    countDeskSubscriptions(db, today),
  ])
  const shown = found.slice(0, subscriptionPageSize)
  const last = shown.at(-1)
  const subscriptions = await listSubscriptionsById(
    db,
    shown.map(({ id }) => id),
  )
  const variantIds = [...new Set([...subscriptions.values()].map(({ variantId }) => variantId))]
  const variants = await listVariantsForSale(db, variantIds, today)
  return {
    subscriptions: shown.flatMap((facts) => {
      const one = subscriptions.get(facts.id)
      if (!one) return []
      const { productName, variantName } = variants.get(one.variantId)!
      const { pausedUntil, gift } = one
      return {
        id: one.id,
        owner: ownerOf(one),
        recipient: one.plan.recipient.name,
        suburb: one.plan.recipient.suburb,
        product: productName,
        variantName,
        quantity: one.agreed.quantity,
        kind: one.kind,
        frequency: one.frequency,
        ...(gift && { giftDeliveries: gift.deliveries }),
        state: one.state,
        ...(pausedUntil && { pausedUntil }),
        ...(facts.nextDay && { nextDay: facts.nextDay }),
        perDelivery: priceOf(one.agreed, now, terms.gstBasisPoints).total,
        troubles: troublesOf(one, facts),
      }
    }),
    ...(last && found.length > shown.length && { next: `${last.nextDay ?? 'none'}.${last.id}` }),
    counts,
  }
}

/** Who pays for a subscription. */
export function ownerOf({ accountId, owner }: Subscription): DeskSubscriptionLine['owner'] {
  const { name, email, phone } = owner
  return { ...(accountId && { accountId }), name, email, phone }
}

// The contract has held it to its form.
function placeOf(after: string): Place {
  const at = after.indexOf('.')
  const day = after.slice(0, at)
  return { nextDay: day === 'none' ? null : (day as ShopDay), id: after.slice(at + 1) as SubscriptionId }
}
