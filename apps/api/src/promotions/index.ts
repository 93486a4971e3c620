export { promotionsDeskRoutes } from './desk/routes.ts'
export { codeNotFound, giftCardEmpty, promotionNotValid } from './errors.ts'
export { decideGiftCard, type GiftCard, giftCardHash } from './gift-card.ts'
export { decidePromotion, type Promotion, type PromotionEffect } from './promotion.ts'
export {
  findGiftCardByHash,
  findGiftCardById,
  findPromotionByCode,
  giveBackGiftCard,
  giveBackPromotionUse,
  lockBuyer,
  spendGiftCard,
  takePromotionUse,
} from './queries.ts'
