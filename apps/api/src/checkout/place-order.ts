import { createHash } from 'node:crypto'
import type { Placed } from '@flora/contract/checkout.ts'
import type { OrderId } from '@flora/contract/ids.ts'
import { newId } from '@flora/contract/ids.ts'
import { add, isLess, isSame, money, type Money } from '@flora/money/money.ts'
import {
  type CartToken,
  type CartToPlace,
  emptied,
  findCartToPlace,
  isPricedByFacts,
  mayPlace,
  type PricedCart,
  type PricedSubscriptions,
  priceToPlace,
  recallCartToPlace,
  toCartNow,
} from '../cart/index.ts'
import { stripeCustomerFor } from '../customers/index.ts'
import {
  insertOrder,
  listOrdersById,
  type NewOrder,
  type OrderRecord,
  takeAll,
  type Takings,
  toOrderView,
  toRecord,
} from '../orders/index.ts'
import { keepsCard, preparePayment } from '../payments/index.ts'
import { constraintName, type Db, type Tx } from '../platform/db.ts'
import { Refusal } from '../platform/refusal.ts'
import { isUndone } from '../platform/sent-at-once.ts'
import { lockBuyer } from '../promotions/index.ts'
import type { Shop } from '../shop.ts'
import { refusalOfSubscriptions, withBeginnings } from './begin-with.ts'
import { cannotPlace, cartEmpty, placementKeyUsed, priceChanged } from './errors.ts'
import { newNames } from './new-names.ts'
import { toNewOrder } from './new-order.ts'
import { placedByStaff, type StaffPlacing } from './placed-by-staff.ts'

type Placing = Pick<Shop, 'db' | 'inTransaction' | 'clock' | 'jobs' | 'stripe' | 'log' | 'config'>

export interface Placement {
  readonly token: CartToken
  readonly key: string
  readonly toPay: Money
  /** Her yes to later charges on the card that pays. */
  readonly mayCharge?: boolean | undefined
  /** Staff who place it for somebody. */
  readonly by?: StaffPlacing | undefined
}

/**
 * Turns a cart into an order that holds its stock, bench minutes and delivery places, then prepares its payment. The same key
 * always gives the same order, whoever retries and whenever; a sum other than the one agreed to is told, not charged.
 */
export async function placeOrder(shop: Placing, placement: Placement): Promise<Placed> {
  return withPayment(shop, await placedOrder(shop, placement))
}

/** The same for somebody who rang or stands at the counter: who pays, and how, is decided by whoever calls. */
export function placeForSomebody(shop: Placing, placement: Placement & { by: StaffPlacing }): Promise<OrderRecord> {
  return placedOrder(shop, placement)
}

async function placedOrder(shop: Placing, placement: Placement): Promise<OrderRecord> {
  const { token, key } = placement
  for (let tries = 1; ; tries += 1) {
    const now = shop.clock.now()
    const remembered = tries === 1 ? await recallCartToPlace(shop.db, { tokenHash: token.hash, now }) : undefined
    const found = remembered ? {} : await findCartToPlace(shop.db, { tokenHash: token.hash, key, now })
    if (found.placed) return placedBefore(shop, placement, found.placed)
    const toPlace = remembered ?? found.toPlace
    if (!toPlace) throw cartEmpty()
    await makeKeeper(shop, toPlace)
    const whole = { ...placement, ...toPlace, toPlace, isRemembered: remembered !== undefined }
    try {
      return tries === 1 && isPlain(whole) ? await placePlain(shop, whole) : await placeCarefully(shop, whole)
    } catch (error) {
      if (tries === mostTries || !isOvertaken(error)) throw error
    }
  }
}

// Who keeps a card has a customer at Stripe, which is made before anything is written: no call is made inside the transaction.
async function makeKeeper(shop: Placing, { cart: { document, accountId } }: CartToPlace): Promise<void> {
  if (accountId && document.subscriptions?.some(({ gift }) => !gift)) await stripeCustomerFor(shop, accountId)
}

// Somebody who places the cart that another tab is changing, while the florist changes prices: even she is overtaken once or twice.
const mostTries = 8

/** The cart, or the facts it was priced by, are others by now: what was written is undone, and all of it begins again. */
class Overtaken extends Error {
  override readonly name = 'Overtaken'
}

// The same key came twice at once and this one lost: the next look finds the winner's order. Or two orders drew the same number:
// rarer than a leap second, and no reason to lose a sale.
function isOvertaken(error: unknown): boolean {
  const constraint = constraintName(error)
  return (
    error instanceof Overtaken ||
    isUndone(error) ||
    constraint === 'orders_placement_key_key' ||
    constraint === 'orders_number_key'
  )
}

async function placedBefore(
  { db }: Placing,
  { token }: Placement,
  placed: { id: OrderId; fingerprint: string },
): Promise<OrderRecord> {
  if (placed.fingerprint !== fingerprint(token)) throw placementKeyUsed()
  const order = (await listOrdersById(db, [placed.id])).get(placed.id)
  if (!order) throw new Error(`invariant broken: ${placed.id} was placed and is gone`)
  return order
}

interface Whole extends Placement, CartToPlace {
  readonly toPlace: CartToPlace
  /** Nobody looked: it may be another cart by now, or its order be placed. */
  readonly isRemembered: boolean
}

// Without codes and subscriptions nothing but the counters is still to be asked, and they are taken: all of it is sent at once, and happens or
// does not. Why it did not, the next try finds out, one answer after the other.
function isPlain({ cart: { document } }: Whole): boolean {
  const { promotionCode, giftCardId, subscriptions } = document
  return promotionCode === undefined && giftCardId === undefined && subscriptions === undefined
}

async function placePlain(shop: Placing, whole: Whole): Promise<OrderRecord> {
  const made = await makeOrder(shop.db, whole)
  await shop.inTransaction((tx) => write(tx, shop, { ...whole, ...made }), 'sent at once')
  return toRecord(made.order)
}

function placeCarefully(shop: Placing, whole: Whole): Promise<OrderRecord> {
  return shop.inTransaction(async (tx) => {
    const { document } = whole.cart
    // Before the codes are read: whether this address has ordered must not change between asking and placing.
    if (document.promotionCode) await lockBuyer(tx, document.buyer.email)
    const made = await makeOrder(tx, whole)
    await write(tx, shop, { ...whole, ...made })
    return toRecord(made.order)
  })
}

async function makeOrder(db: Db, whole: Whole): Promise<{ order: NewOrder; priced: PricedCart }> {
  const { token, key, toPlace, cart, known, now, by } = whole
  const { document } = cart
  const { priced, codes, subscriptions } = await priceToPlace(db, toPlace)
  const refusal = await refusalOf(db, { ...whole, priced, subscriptions })
  if (refusal) {
    // Only what was looked at, and facts that stand, may turn somebody away.
    if (whole.isRemembered || !(await isPricedByFacts(db, toPlace)) || (await isPlacedByNow(db, whole)))
      throw new Overtaken()
    throw refusal
  }
  const bought = toNewOrder({
    id: newId('ord'),
    ...newNames(),
    key,
    fingerprint: fingerprint(token),
    cartId: cart.id,
    accountId: cart.accountId,
    document,
    priced,
    now,
    holdMinutes: known.rules.holdMinutes,
    promotionId: priced.promotion ? (codes.promotion?.id ?? null) : null,
    giftCardId: priced.giftCardUse.minor > 0 ? (document.giftCardId ?? null) : null,
  })
  const begun = subscriptions ? withBeginnings(bought, subscriptions, now) : bought
  const order = by ? placedByStaff(begun, by) : begun
  return { order, priced }
}

// Whoever pressed twice at once waits for herself: her own order would be the one she has had before, or have spent her gift card.
async function isPlacedByNow(db: Db, { token, key, now }: Whole): Promise<boolean> {
  return (await findCartToPlace(db, { tokenHash: token.hash, key, now })).placed !== undefined
}

async function write(
  tx: Tx,
  { jobs }: Placing,
  { order, token, toPlace, priced, now }: Whole & { order: NewOrder; priced: PricedCart },
): Promise<void> {
  const takings: Takings = {
    stock: order.stock,
    deliveries: order.deliveries.map(({ day, windowId, benchMinutes }) => ({ day, windowId, minutes: benchMinutes })),
    promotionId: order.promotionId,
    giftCardId: order.giftCardId,
    giftCardUse: priced.giftCardUse,
  }
  // The order is written before the counters are taken: every other buyer of the same day waits for whoever holds a counter's
  // row, so nothing slow stands between taking it and the commit. For the same reason all of it is sent at once, in this order.
  const [isWritten, , taken] = await Promise.all([
    insertOrder(tx, order, emptied(toPlace, token.hash)),
    order.status === 'CONFIRMED' &&
      jobs.enqueue(tx, 'notifications/order-letter', { orderId: order.id, letter: 'confirmed' }),
    takeAll(tx, order.id, takings, now),
  ])
  if (!isWritten) {
    // Facts that have passed are forgotten, or the next try would be by the same.
    await isPricedByFacts(tx, toPlace)
    throw new Overtaken()
  }
  if (taken.kind === 'short') throw cannotPlace(taken.code, shortage[taken.code])
}

// Stripe's least charge in Australian dollars.
const leastCharge = money(50, 'AUD')

const shortage = {
  'sold-out': 'Someone took the last of it while you were typing. Nothing has been charged.',
  'bench-full':
    'The bench is full for that day: somebody took the last minutes while you were typing. Nothing has been charged; please choose another day.',
  'window-full':
    'Someone took the last place while you were typing. Nothing has been charged; please choose another window.',
  'promotion-not-valid': 'Someone used the last of this promotion while you were typing. Nothing has been charged.',
  'gift-card-empty': 'This gift card was used elsewhere meanwhile. Nothing has been charged.',
} as const

async function refusalOf(
  db: Db,
  {
    cart,
    priced,
    subscriptions,
    toPay,
    mayCharge,
    now,
  }: Whole & {
    priced: PricedCart
    subscriptions: PricedSubscriptions | undefined
  },
): Promise<Refusal | undefined> {
  const { document } = cart
  const line = priced.lines.find(({ problem }) => problem)
  if (line) return cannotPlace(line.problem!.code, line.problem!.message)
  if (priced.lines.length < document.lines.length)
    return cannotPlace('not-for-sale', 'Something in your cart has left the shelf. Please look at it again.')
  const delivery = priced.deliveries.find(({ problem }) => problem)
  if (delivery) return cannotPlace(delivery.problem!.code, delivery.problem!.message)
  if (priced.promotion?.because) return cannotPlace('promotion-not-valid', priced.promotion.because)
  if (priced.giftCard?.because) return cannotPlace('gift-card-empty', priced.giftCard.because)
  const due = subscriptions ? add(priced.toPay, subscriptions.dueNow) : priced.toPay
  if (subscriptions) {
    const { accountId } = cart
    const refusal = await refusalOfSubscriptions(db, subscriptions, { accountId, mayCharge: mayCharge === true, due })
    if (refusal) return refusal
  }
  const may = mayPlace(document, priced, subscriptions)
  if (!may.ok) return cannotPlace('cart-incomplete', may.because)
  if (due.minor > 0 && isLess(due, leastCharge)) {
    return cannotPlace(
      'sum-too-small',
      'A card can’t pay less than 50 cents. Please add something small, or take the code out.',
    )
  }
  return isSame(due, toPay) ? undefined : priceChanged(await toCartNow(db, cart, now))
}

/** The payment sheet beside the order. A silent Stripe loses nothing: the page asks again while the places are held. */
async function withPayment(shop: Placing, order: OrderRecord): Promise<Placed> {
  const view = toOrderView(order, shop.clock.now())
  if (!view.can.pay.ok) return { order: view }
  try {
    const payment = await preparePayment(shop, {
      orderId: order.id,
      toPay: money(order.toPayMinor, order.currency),
      keepsCard: keepsCard(order),
    })
    return { order: view, payment }
  } catch (error) {
    if (error instanceof Refusal && error.code === 'payment-service-silent') return { order: view }
    throw error
  }
}

// One key belongs to one cart: somebody else's key opens nobody's order.
function fingerprint(token: CartToken): string {
  return createHash('sha256').update(`placement ${token.hash}`).digest('base64url')
}
