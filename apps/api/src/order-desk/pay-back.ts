import { newId, type OrderId, type RefundId } from '@flora/contract/ids.ts'
import type { Money } from '@flora/money/money.ts'
import type { RefundReason } from '../jobs.ts'
import { insertEvent } from '../orders/index.ts'
import { wantRefund } from '../payments/index.ts'
import type { Tx } from '../platform/db.ts'
import type { Shop } from '../shop.ts'
import { giveBackGiftCard } from '../promotions/index.ts'
import { addRefundedInShop, addReturnedToGiftCard, insertHandedBack } from './refund-queries.ts'

export interface PayBack {
  /** Of the first part; a second press with the same id pays nothing. */
  readonly id: RefundId
  readonly orderId: OrderId
  readonly split: { readonly card: Money; readonly inShop: Money; readonly giftCard: Money }
  readonly reason: RefundReason
  readonly note: string
  readonly who: string
  readonly at: Temporal.Instant
}

/**
 * Gives money back as it was decided, under the order's lock: promises it to the card, records what is handed over, and puts the rest
 * back on the gift card. Each way is a refund of its own.
 */
export async function payBack(tx: Tx, shop: Pick<Shop, 'jobs'>, payback: PayBack): Promise<void> {
  const { orderId, split, note, who, at } = payback
  let id: RefundId | undefined = payback.id
  const nextId = (): RefundId => {
    const own = id ?? newId('rfd')
    id = undefined
    return own
  }
  const event = (kind: string, amount: Money) =>
    insertEvent(tx, { orderId, at, kind, who, detail: { amount: amount.minor, reason: note } })

  if (split.card.minor > 0) await wantRefund(tx, shop, { ...payback, id: nextId(), amount: split.card })
  if (split.inShop.minor > 0) {
    await insertHandedBack(tx, { ...payback, id: nextId(), amount: split.inShop, way: 'in-shop' })
    await addRefundedInShop(tx, orderId, split.inShop)
    await event('refunded-in-shop', split.inShop)
  }
  if (split.giftCard.minor > 0) {
    await insertHandedBack(tx, { ...payback, id: nextId(), amount: split.giftCard, way: 'gift-card' })
    const giftCardId = await addReturnedToGiftCard(tx, orderId, split.giftCard)
    await giveBackGiftCard(tx, { id: giftCardId, orderId, amount: split.giftCard, at })
    await event('refunded-to-gift-card', split.giftCard)
  }
}
