import type { Cart } from '@flora/contract/cart.ts'
import type { DraftChange } from '@flora/contract/draft-orders.ts'
import type { DraftOrderId, VariantId } from '@flora/contract/ids.ts'
import type { Shop } from '../shop.ts'
import { applyCode } from './apply-code.ts'
import { addLine, changeDelivery, changeLine, removeLine } from './cart.ts'
import { type CartToken, derivedCartToken } from './cart-token.ts'
import { type Change, changeCart } from './change-cart.ts'
import { showCart } from './show-cart.ts'
import { withoutCode } from './without-code.ts'

export interface DraftCart {
  readonly token: CartToken
  readonly show: () => Promise<Cart>
  readonly change: (wish: DraftChange) => Promise<Cart>
}

/** The cart of an order that staff write down for somebody; it lies in no browser, and its token follows from the draft's id. */
export function draftCart(shop: Pick<Shop, 'db' | 'inTransaction' | 'clock' | 'config'>, id: DraftOrderId): DraftCart {
  const token = derivedCartToken(id, shop.config.sealingKey)
  return {
    token,
    show: () => showCart(shop.db, token.hash, shop.clock.now()),
    change: (wish) => makeChange(shop, token, wish),
  }
}

// One of the changes a shopper makes of her cart, made for her.
function makeChange(
  shop: Pick<Shop, 'db' | 'inTransaction' | 'clock'>,
  token: CartToken,
  wish: DraftChange,
): Promise<Cart> {
  const change = (made: Change) => changeCart(shop, token, made)
  switch (wish.what) {
    case 'add-line': {
      const { what: _, addOns = [], ...line } = wish
      const goods = [line.variantId, ...addOns.map(({ variantId }) => variantId)]
      const made: Change = (document, variants) => {
        const seen = (variantId: VariantId) => variants.get(variantId)!.price
        if (goods.some((id) => !variants.get(id)?.isForSale)) return { kind: 'refused', because: 'variant-not-found' }
        return addLine(document, {
          ...line,
          seen: seen(line.variantId),
          addOns: addOns.map((addOn) => ({ ...addOn, seen: seen(addOn.variantId) })),
        })
      }
      return changeCart(shop, token, made, goods)
    }
    case 'change-line':
      return change((document) => changeLine(document, wish.lineId, wish))
    case 'remove-line':
      return change((document) => removeLine(document, wish.lineId))
    case 'delivery':
      return change((document) => changeDelivery(document, wish.deliveryId, wish.change))
    case 'buyer':
      return change((document) => ({ kind: 'changed', document: { ...document, buyer: wish.buyer } }))
    case 'apply-code':
      return applyCode(shop, token, wish.code)
    case 'remove-code':
      return change((document) => ({ kind: 'changed', document: withoutCode(document, wish.kind) }))
  }
}
