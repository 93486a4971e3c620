import type { Cart } from '@flora/contract/cart.ts'
import {
  decideGiftCard,
  codeNotFound,
  findGiftCardByHash,
  findPromotionByCode,
  giftCardEmpty,
  giftCardHash,
  promotionNotValid,
} from '../promotions/index.ts'
import type { Shop } from '../shop.ts'
import { type CartDocument, emptyCart } from './cart.ts'
import type { CartToken } from './cart-token.ts'
import { changeCart } from './change-cart.ts'
import { priceCart } from './price-cart.ts'
import { findCart } from './queries.ts'
import { readFacts } from './read-facts.ts'

/** Applies a promotion code or a gift card, whichever the code is; refuses one that does nothing for this cart, with the reason. */
export async function applyCode(
  shop: Pick<Shop, 'db' | 'inTransaction' | 'clock'>,
  token: CartToken,
  code: string,
): Promise<Cart> {
  const promotion = await findPromotionByCode(shop.db, code)
  if (promotion) return applyPromotion(shop, token, promotion.code)

  const giftCard = await findGiftCardByHash(shop.db, giftCardHash(code))
  if (!giftCard) throw codeNotFound()
  const { today, currency } = await readFacts(shop.db, { document: emptyCart, now: shop.clock.now() })
  const decision = decideGiftCard(giftCard, { today, due: { minor: Number.MAX_SAFE_INTEGER, currency } })
  if (decision.kind === 'no') throw giftCardEmpty(decision.because)
  return changeCart(shop, token, (document) => ({
    kind: 'changed',
    document: { ...document, giftCardId: giftCard.id },
  }))
}

async function applyPromotion(
  shop: Pick<Shop, 'db' | 'inTransaction' | 'clock'>,
  token: CartToken,
  promotionCode: string,
): Promise<Cart> {
  const cart = await findCart(shop.db, token.hash)
  const document: CartDocument = { ...(cart?.document ?? emptyCart), promotionCode }
  const priced = priceCart(document, await readFacts(shop.db, { document, now: shop.clock.now() }))
  if (priced.promotion?.because) throw promotionNotValid(priced.promotion.because)
  return changeCart(shop, token, (current) => ({ kind: 'changed', document: { ...current, promotionCode } }))
}
