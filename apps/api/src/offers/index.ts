export { deadlinesOf, lastChange, retryAt } from './deadlines.ts'
export { cannotDeliver, frequencyNotOffered } from './errors.ts'
export { firstDays, nextDeliveries } from './next-deliveries.ts'
export { findOffer, findPlanProblem, isOffered, type Offer } from './offer.ts'
export { toDeliveryOfPlan } from './order-parts.ts'
export {
  type Agreed,
  type Announced,
  decideAnnouncement,
  firstOf,
  type OccurrencePrice,
  priceOf,
  ratesAt,
} from './price.ts'
export { countUnderWay, findShopTerms, hasSubscribed, type ShopTerms } from './queries.ts'
export { nominalDay, type Rhythm, type Span, surprisePeriod } from './rhythm.ts'
