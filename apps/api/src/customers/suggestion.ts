import { preferenceNames, type Preferences } from '@flora/contract/customers.ts'
import type { FavouredProduct } from '../catalog/index.ts'

/** Favourites as a product has them: 'colour/pink'. */
export function favouritesOf(preferences: Partial<Preferences>): string[] {
  return preferenceNames.flatMap((facet) => (preferences[facet] ?? []).map((value) => `${facet}/${value}`))
}

/** How many of her favourites a product meets. */
export function favouritesMet({ has }: Pick<FavouredProduct, 'has'>, favourites: ReadonlySet<string>): number {
  return new Set(has).intersection(favourites).size
}

/** Products by how many of her favourites they meet; those that meet as many stay in the order they came. */
export function byFavourites<P extends Pick<FavouredProduct, 'has'>>(
  products: readonly P[],
  favourites: ReadonlySet<string>,
): P[] {
  return products
    .map((product) => ({ product, met: favouritesMet(product, favourites) }))
    .toSorted((a, b) => b.met - a.met)
    .map(({ product }) => product)
}
