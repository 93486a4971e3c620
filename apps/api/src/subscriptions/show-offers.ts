import { shopDayAt } from '@flora/calendar/shop-day.ts'
import type { SubscribableProduct, SubscriptionOffers } from '@flora/contract/subscription-offers.ts'
import { Frequency, giftDeliveries, horizonDays, noticeDays, SubscriptionKind } from '@flora/contract/subscriptions.ts'
import { share, subtract } from '@flora/money/money.ts'
import { listSizesAllYear, listVariantsForSale, type VariantForSale } from '../catalog/index.ts'
import { findShopTerms, isOffered, lastChange } from '../offers/index.ts'
import type { Shop } from '../shop.ts'

/** The product whose sizes are budgets, by the address of its page. */
const floristsChoice = 'florists-choice'

/** What can be subscribed to, and the rules with their numbers: what a page says, so that it need not know them. */
export async function showOffers({ db, clock }: Pick<Shop, 'db' | 'clock'>): Promise<SubscriptionOffers> {
  const { zone, discountBasisPoints, trialBasisPoints } = await findShopTerms(db)
  const today = shopDayAt(clock.now(), zone)
  const ids = await listSizesAllYear(db, today)
  const known = await listVariantsForSale(db, ids, today)
  const sizes = Map.groupBy(
    ids.flatMap((id) => known.get(id) ?? []),
    ({ slug }) => slug,
  )
  return {
    products: [...sizes.values()]
      .map((variants) => toProduct(variants, discountBasisPoints))
      .toSorted((a, b) => Number(b.isFloristsChoice) - Number(a.isFloristsChoice)),
    rhythms: Frequency.options.map((frequency) => ({
      frequency,
      kinds: SubscriptionKind.options.filter((kind) => isOffered(kind, frequency)),
    })),
    discountBasisPoints,
    ...(trialBasisPoints > discountBasisPoints && { trialDiscountBasisPoints: trialBasisPoints }),
    gift: giftDeliveries,
    lastChange,
    horizonDays,
    noticeDays,
  }
}

function toProduct(variants: readonly VariantForSale[], discountBasisPoints: number): SubscribableProduct {
  const { slug, productName: name, kind, tint, picture } = variants[0]!
  return {
    slug,
    name,
    kind,
    tint,
    picture,
    isFloristsChoice: slug === floristsChoice,
    variants: variants.map(({ variantId, variantName, price }) => ({
      variantId,
      name: variantName,
      price,
      subscriberPrice: subtract(price, share(price, discountBasisPoints)),
    })),
  }
}
