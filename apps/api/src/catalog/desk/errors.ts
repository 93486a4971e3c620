import { Refusal } from '../../platform/refusal.ts'

export const productGone = (): Refusal => new Refusal(404, 'product-not-found', 'There is no such product.')

export const variantNotFound = (): Refusal =>
  new Refusal(404, 'variant-not-found', 'That size isn’t one of this product’s.')

export const collectionGone = (): Refusal => new Refusal(404, 'collection-not-found', 'There is no such collection.')

/** Carries what others did since, and the thing as it is by now. */
export const changedMeanwhile = (changes: readonly { who: string }[], saved: object): Refusal =>
  new Refusal(
    409,
    'changed-meanwhile',
    `${changes[0]?.who ?? 'Somebody'} changed this while you were at it. Nothing of yours is lost; compare the two and save again.`,
    { changes, saved },
  )

/** Carries everything that is missing, as sentences. */
export const productNotComplete = (missing: readonly string[]): Refusal =>
  new Refusal(409, 'product-not-complete', missing[0] ?? 'Something is missing.', { missing })

export const notForYou = (because: string): Refusal => new Refusal(403, 'not-allowed', because)

export const slugTaken = (slug: string): Refusal =>
  new Refusal(409, 'slug-taken', `“${slug}” is the address of something else, or was one. Please choose another.`)

export const skuTaken = (): Refusal =>
  new Refusal(409, 'sku-taken', 'Two sizes cannot have one SKU. Please give each its own.')

export const stemUnknown = (): Refusal =>
  new Refusal(422, 'stem-unknown', 'A recipe names a stem the shop does not have.')

export const photoUnknown = (): Refusal => new Refusal(422, 'photo-unknown', 'The shop has no such photo.')

export const pictureUnknown = (): Refusal =>
  new Refusal(422, 'picture-unknown', 'That picture isn’t one of this product’s any more.')

export const facetUnknown = (): Refusal => new Refusal(422, 'facet-unknown', 'The shop has no such value of a facet.')

export const productUnknown = (): Refusal => new Refusal(422, 'product-unknown', 'The shop has no such product.')

export const daysNotValid = (): Refusal =>
  new Refusal(422, 'days-not-valid', 'It is shown until its first day or later.')

export const dayIsPast = (): Refusal =>
  new Refusal(409, 'day-is-past', 'That day is over. A price begins today or later.')

export const pricePlanned = (): Refusal =>
  new Refusal(409, 'price-planned', 'A price from that day is planned already. Take it back first.')

export const priceNotFound = (): Refusal => new Refusal(404, 'price-not-found', 'There is no such price.')

export const priceApplied = (): Refusal =>
  new Refusal(409, 'price-applied', 'That price has begun. Set another one instead.')

export const facetInUse = (products: number): Refusal =>
  new Refusal(
    409,
    'facet-in-use',
    `${products === 1 ? 'A product carries' : `${products} products carry`} it. Take it off there first.`,
  )
