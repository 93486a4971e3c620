import type { CartDocument } from './cart.ts'

/** A cart without its promotion code, or without its gift card. */
export function withoutCode(
  { promotionCode, giftCardId, ...document }: CartDocument,
  kind: 'promotion' | 'gift-card',
): CartDocument {
  return {
    ...document,
    ...(kind === 'gift-card' && promotionCode && { promotionCode }),
    ...(kind === 'promotion' && giftCardId && { giftCardId }),
  }
}
