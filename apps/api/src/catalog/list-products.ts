import { pageSize, type ProductList, type ProductsQuery } from '@flora/contract/catalog.ts'
import { money } from '@flora/money/money.ts'
import type { Db } from '../platform/db.ts'
import { collectionNotFound } from './errors.ts'
import { facetsFrom, ticksOf } from './facets.ts'
import { catalogCurrency, toTile } from './product.ts'
import { corrected, readSearch, type Search } from './search.ts'
import type { Shelf, Standing } from './shelf.ts'
import { listShelf, type ShelfFound, type ShelfQuestion } from './shelf-queries.ts'

// With fewer finds than this the shop wonders aloud whether another word was meant.
const fewFound = 3

/** The page of products a query asks for. Finds nothing? Then it searches again with the nearest words the shop knows, and says so. */
export async function listProducts(db: Db, shelf: Shelf, query: ProductsQuery): Promise<ProductList> {
  const search = readSearch(query.q)
  const { didYouMean, ...found } = await shelf.ask((standing) => find(db, standing, query, search))
  if (query.collection !== undefined && !found.collection) throw collectionNotFound(query.collection)
  return {
    items: (found.items ?? []).map(toTile),
    total: found.total,
    page: query.page ?? 1,
    pages: Math.ceil(found.total / pageSize),
    facets: facetsFrom(found.counts ?? [], ticksOf(query)),
    ...(found.lowest !== null &&
      found.highest !== null && {
        priceFrom: money(found.lowest, catalogCurrency),
        priceTo: money(found.highest, catalogCurrency),
      }),
    ...(didYouMean && { didYouMean }),
    ...(found.collection && { collection: found.collection }),
  }
}

async function find(
  db: Db,
  standing: Standing,
  query: ProductsQuery,
  search: Search | undefined,
): Promise<ShelfFound & { didYouMean?: string }> {
  const question = toQuestion(standing, query, search)
  const found = await listShelf(db, question)
  if (!search || search.form === 'web' || found.total >= fewFound || question.page > 1) return found

  const better = corrected(search.words, await standing.vocabulary())
  const hint = better && { didYouMean: better.join(' ') }
  if (found.total > 0) return { ...found, ...hint }
  const again = await listShelf(db, {
    ...question,
    search: { form: 'words', query: (better ?? search.words).join(' & ') },
    letters: `%${search.words.join('%')}%`,
  })
  return again.total > 0 ? { ...again, ...hint } : found
}

function toQuestion({ today }: Standing, query: ProductsQuery, search: Search | undefined): ShelfQuestion {
  const { kind, collection, sort = 'featured', page = 1 } = query
  return {
    today,
    search,
    kind,
    collection,
    sort,
    page,
    ticks: ticksOf(query),
    priceFromMinor: cents(query['price-from']),
    priceToMinor: cents(query['price-to']),
  }
}

function cents(dollars: number | undefined): number | undefined {
  return dollars === undefined ? undefined : dollars * 100
}
