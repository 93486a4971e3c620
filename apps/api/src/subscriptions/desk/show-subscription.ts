import { daysAfter, shopDayAt } from '@flora/calendar/shop-day.ts'
import { instantFromStored, timeFromStored } from '@flora/calendar/stored-time.ts'
import type { SubscriptionId } from '@flora/contract/ids.ts'
import type { Role } from '@flora/contract/permissions.ts'
import type { DeskOccurrence, DeskSubscription } from '@flora/contract/subscription-desk.ts'
import { upcomingDays } from '@flora/contract/subscriptions.ts'
import { money } from '@flora/money/money.ts'
import { findShopTerms, type ShopTerms } from '../../offers/index.ts'
import type { Shop } from '../../shop.ts'
import { doneInWords } from '../done-in-words.ts'
import { subscriptionNotFound } from '../errors.ts'
import { listOccurrences } from '../occurrence-queries.ts'
import { viewOf } from '../show-subscriptions.ts'
import type { Occurrence, Subscription } from '../subscription.ts'
import {
  type EventRow,
  listEvents,
  listSubscriptionsById,
  listWindows,
  type WindowRow,
} from '../subscription-queries.ts'
import { ownerOf } from './list-subscriptions.ts'
import { findDeskFacts, type LedgerOrder, listDoers, listLedgerOrders } from './queries.ts'
import { becauseForStaff, deskMayChange, deskMayRule, failureForStaff, troublesOf } from './said-to-staff.ts'

// Longer ago is bookkeeping, and stands among her orders.
const ledgerDays = 731

/** A subscription with all that somebody with this role may know and do. */
export async function showDeskSubscription(
  shop: Pick<Shop, 'db' | 'clock'>,
  id: SubscriptionId,
  role: Role | null,
): Promise<DeskSubscription> {
  const { db, clock } = shop
  const now = clock.now()
  const terms = await findShopTerms(db)
  const today = shopDayAt(now, terms.zone)
  const subscription = (await listSubscriptionsById(db, [id])).get(id)
  if (!subscription) throw subscriptionNotFound()
  const ledger = { from: daysAfter(today, -ledgerDays), until: daysAfter(today, upcomingDays) }
  const [view, facts, occurrences, events] = await Promise.all([
    viewOf(shop, subscription),
    findDeskFacts(db, id, today),
    listOccurrences(db, [id], ledger),
    listEvents(db, [id]),
  ])
  const [orders, windows, doers] = await Promise.all([
    listLedgerOrders(
      db,
      occurrences.map((one) => one.id),
    ),
    listWindows(db, [...new Set(occurrences.flatMap(({ windowId }) => windowId ?? []))]),
    listDoers(db, [...new Set(events.map(({ who }) => who))]),
  ])
  const rows = occurrences.map((one) => toRow(one, { subscription, terms, now, role, orders, windows }))
  const { cardId: _, occurrences: __, events: ___, can: ____, ...agreed } = view
  return {
    subscription: agreed,
    owner: ownerOf(subscription),
    troubles: facts ? troublesOf(subscription, facts) : [],
    coming: rows.filter(({ day }) => day >= today),
    before: rows.filter(({ day }) => day < today).toReversed(),
    events: events.map((event) => toEvent(event, doers, terms)),
    can: deskMayRule(subscription, role),
  }
}

interface Known {
  readonly subscription: Subscription
  readonly terms: ShopTerms
  readonly now: Temporal.Instant
  readonly role: Role | null
  readonly orders: ReadonlyMap<string, LedgerOrder>
  readonly windows: ReadonlyMap<string, WindowRow>
}

function toRow(occurrence: Occurrence, known: Known): DeskOccurrence {
  const { id, state, nominalDay, windowId, priceMinor, lastChangeAt, chargeAt, payUntil, attempts } = occurrence
  const { subscription, terms, now, role } = known
  const day = occurrence.day ?? nominalDay
  const window = windowId && known.windows.get(windowId)
  const order = known.orders.get(id)
  const because = becauseForStaff(occurrence.because)
  const failure = failureForStaff(occurrence.failure)
  const isSurprise = subscription.kind === 'surprise'
  return {
    id,
    state,
    ...(because && { because }),
    day,
    // The day of a surprise's period is none of its own.
    ...(day !== nominalDay && !isSurprise && { insteadOf: nominalDay }),
    isSecret: isSurprise && day >= shopDayAt(now, terms.zone),
    ...(window && {
      window: {
        id: window.id,
        name: window.name,
        starts: timeFromStored(window.starts),
        ends: timeFromStored(window.ends),
      },
    }),
    ...(priceMinor !== null && { price: money(priceMinor, subscription.currency) }),
    ...(lastChangeAt && { lastChangeAt: lastChangeAt.toString() }),
    ...(chargeAt && { chargeAt: chargeAt.toString() }),
    ...(state === 'charging' && payUntil && { payUntil: payUntil.toString() }),
    attempts,
    ...(failure && { failure }),
    ...(order && { order }),
    can: deskMayChange(
      occurrence,
      { now, zone: terms.zone, kind: subscription.kind, isOver: subscription.state === 'cancelled' },
      role,
    ),
  }
}

function toEvent(
  { at, kind, who, detail }: EventRow,
  doers: Readonly<Record<string, string>>,
  { zone }: ShopTerms,
): DeskSubscription['events'][number] {
  const said = doneInWords({ kind, detail }, { isSurprise: false, zone })
  // What staff wrote when they ended it is for staff.
  const reason = kind === 'cancelled' && typeof detail['reason'] === 'string' ? detail['reason'] : ''
  const more = said?.detail ?? (reason === '' ? undefined : reason)
  return {
    at: instantFromStored(at).toString(),
    kind,
    label: said?.label ?? kind,
    ...(more !== undefined && { detail: more }),
    who: doers[who] ?? parties[who] ?? (who.startsWith('acc_') ? 'Somebody who works here no more' : who),
  }
}

const parties: Record<string, string> = { customer: 'The subscriber', shop: 'The shop', stripe: 'Stripe' }
