import { createHash, randomBytes } from 'node:crypto'
import type { Placed } from '@flora/contract/checkout.ts'
import type { OrderId } from '@flora/contract/ids.ts'
import { newId } from '@flora/contract/ids.ts'
import { isLess, isSame, money, type Money } from '@flora/money/money.ts'
import {
  type CartDocument,
  type CartToken,
  lockCart,
  mayPlace,
  type PricedCart,
  priceCart,
  readFacts,
  saveCart,
  toCart,
} from '../cart/index.ts'
import {
  findOrderById,
  findPlacement,
  insertOrder,
  type OrderRecord,
  takeAll,
  type Takings,
  toOrderView,
} from '../orders/index.ts'
import { preparePayment } from '../payments/index.ts'
import { constraintName, type Tx } from '../platform/db.ts'
import { Refusal } from '../platform/refusal.ts'
import { lockBuyer } from '../promotions/index.ts'
import type { Shop } from '../shop.ts'
import { cannotPlace, cartEmpty, placementKeyUsed, priceChanged } from './errors.ts'
import { toNewOrder } from './new-order.ts'

type Placing = Pick<Shop, 'db' | 'inTransaction' | 'clock' | 'jobs' | 'stripe' | 'log' | 'config'>

export interface Placement {
  readonly token: CartToken
  readonly key: string
  readonly toPay: Money
}

/**
 * Turns a cart into an order that holds its stock, bench minutes and delivery places, then prepares its payment. The same key
 * always gives the same order, whoever retries and whenever; a sum other than the one agreed to is told, not charged.
 */
export async function placeOrder(shop: Placing, placement: Placement): Promise<Placed> {
  const orderId = (await placedBefore(shop, placement)) ?? (await placeOnce(shop, placement))
  const order = await findOrderById(shop.db, orderId)
  if (!order) throw new Error(`invariant broken: ${orderId} was placed and is gone`)
  return withPayment(shop, order)
}

async function placedBefore({ db }: Placing, { key, token }: Placement): Promise<OrderId | undefined> {
  const placed = await findPlacement(db, key)
  if (placed && placed.fingerprint !== fingerprint(token)) throw placementKeyUsed()
  return placed?.id
}

async function placeOnce(shop: Placing, placement: Placement, triesLeft = 3): Promise<OrderId> {
  try {
    return await shop.inTransaction((tx) => placeInside(tx, shop, placement))
  } catch (error) {
    // The same key came twice at once, or the winner emptied the cart while this one waited for its lock: both want its order.
    const isLoser =
      constraintName(error) === 'orders_placement_key_key' || (error instanceof Refusal && error.code === 'cart-empty')
    const placed = isLoser ? await placedBefore(shop, placement) : undefined
    if (placed) return placed
    // Two orders that drew the same number: rarer than a leap second, and no reason to lose a sale.
    if (constraintName(error) === 'orders_number_key' && triesLeft > 1) return placeOnce(shop, placement, triesLeft - 1)
    throw error
  }
}

async function placeInside(tx: Tx, shop: Placing, { token, key, toPay }: Placement): Promise<OrderId> {
  const now = shop.clock.now()
  const cart = await lockCart(tx, token.hash)
  if (!cart || cart.document.lines.length === 0) throw cartEmpty()
  const { document } = cart
  // Before the facts are read: whether this address has ordered must not change between asking and placing.
  if (document.promotionCode) await lockBuyer(tx, document.buyer.email)
  const facts = await readFacts(tx, { document, now, room: false })

  const priced = priceCart(document, facts)
  await refuseWhatCannotBe(tx, { document, priced, version: cart.version, toPay, now })
  const order = toNewOrder({
    id: newId('ord'),
    ...newNames(),
    key,
    fingerprint: fingerprint(token),
    cartId: cart.id,
    document,
    priced,
    now,
    holdMinutes: facts.rules.holdMinutes,
    promotionId: priced.promotion ? (facts.promotion?.id ?? null) : null,
    giftCardId: priced.giftCardUse.minor > 0 ? (document.giftCardId ?? null) : null,
  })

  const takings: Takings = {
    stock: order.stock,
    deliveries: order.deliveries.map(({ day, windowId, benchMinutes }) => ({ day, windowId, minutes: benchMinutes })),
    promotionId: order.promotionId,
    giftCardId: order.giftCardId,
    giftCardUse: priced.giftCardUse,
  }
  // The order is written before the counters are taken: every other buyer of the same day waits for whoever holds a counter's
  // row, so nothing slow stands between taking it and the commit. For the same reason all of it is sent at once, in this order.
  const [, , , taken] = await Promise.all([
    insertOrder(tx, order),
    saveCart(tx, cart.id, emptied(document), now),
    order.status === 'CONFIRMED' &&
      shop.jobs.enqueue(tx, 'notifications/order-letter', { orderId: order.id, letter: 'confirmed' }),
    takeAll(tx, order.id, takings, now),
  ])
  if (taken.kind === 'short') throw cannotPlace(taken.code, shortage[taken.code])
  return order.id
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

interface Judging {
  readonly document: CartDocument
  readonly priced: PricedCart
  readonly version: number
  readonly toPay: Money
  readonly now: Temporal.Instant
}

async function refuseWhatCannotBe(tx: Tx, { document, priced, version, toPay, now }: Judging): Promise<void> {
  const line = priced.lines.find(({ problem }) => problem)
  if (line) throw cannotPlace(line.problem!.code, line.problem!.message)
  if (priced.lines.length < document.lines.length)
    throw cannotPlace('not-for-sale', 'Something in your cart has left the shelf. Please look at it again.')
  const delivery = priced.deliveries.find(({ problem }) => problem)
  if (delivery) throw cannotPlace(delivery.problem!.code, delivery.problem!.message)
  if (priced.promotion?.because) throw cannotPlace('promotion-not-valid', priced.promotion.because)
  if (priced.giftCard?.because) throw cannotPlace('gift-card-empty', priced.giftCard.because)
  const may = mayPlace(document, priced)
  if (!may.ok) throw cannotPlace('cart-incomplete', may.because)
  if (priced.toPay.minor > 0 && isLess(priced.toPay, leastCharge)) {
    throw cannotPlace(
      'sum-too-small',
      'A card can’t pay less than 50 cents. Please add something small, or take the code out.',
    )
  }
  if (!isSame(priced.toPay, toPay)) throw priceChanged(await toCart(tx, { document, version }, now))
}

/** The payment sheet beside the order. A silent Stripe loses nothing: the page asks again while the places are held. */
async function withPayment(shop: Placing, order: OrderRecord): Promise<Placed> {
  const view = toOrderView(order, shop.clock.now())
  if (!view.can.pay.ok) return { order: view }
  try {
    const payment = await preparePayment(shop, { orderId: order.id, toPay: money(order.toPayMinor, order.currency) })
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

function emptied(document: CartDocument): CartDocument {
  return { lines: [], deliveries: [], buyer: document.buyer }
}

const numberLetters = '23456789ABCDEFGHJKMNPQRSTVWXYZ'
const linkLetters = '0123456789abcdefghijklmnopqrstuvwxyz'

/** A number for the telephone ("FL-4K7QXB", one of 729 million) and a link nobody can guess (over 155 bits). */
function newNames(): { number: string; link: string } {
  const pick = (letters: string, count: number) =>
    Array.from({ length: count }, () => letters[randomBelow(letters.length)]).join('')
  return { number: `FL-${pick(numberLetters, 6)}`, link: pick(linkLetters, 32) }
}

// Bytes beyond the last whole multiple would favour the first letters.
function randomBelow(limit: number): number {
  const usable = 256 - (256 % limit)
  for (;;) {
    const [byte] = randomBytes(1)
    if (byte! < usable) return byte! % limit
  }
}
