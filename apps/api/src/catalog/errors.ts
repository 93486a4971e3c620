import { Refusal } from '../platform/refusal.ts'

export const collectionNotFound = (slug: string): Refusal =>
  new Refusal(404, 'collection-not-found', `There is no collection “${slug}” in this shop.`)

export const productNotFound = (slug: string): Refusal =>
  new Refusal(404, 'product-not-found', `There is no product “${slug}” in this shop, or it is not sold at the moment.`)

export const shelfIsEmpty = (): Refusal =>
  new Refusal(503, 'shelf-is-empty', 'There is nothing on the shelf yet. Please come back in a little while.')
