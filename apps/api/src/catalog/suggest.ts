import type { Suggestion } from '@flora/contract/catalog.ts'
import { money } from '@flora/money/money.ts'
import type { Db } from '../platform/db.ts'
import { catalogCurrency } from './product.ts'
import { listSuggested, type SuggestedRow } from './queries.ts'
import { corrected, readSearch } from './search.ts'
import type { Shelf } from './shelf.ts'

const shown = 8
// Shelves are few and broad, so they come first; most of the room is for products.
const shelvesShown = 3

/** At most eight suggestions for what is being typed. */
export async function suggest(db: Db, shelf: Shelf, typed: string): Promise<Suggestion[]> {
  const search = readSearch(typed)
  if (!search) return []
  const { found } = await shelf.ask(async ({ today, vocabulary }) => {
    const ask = (words: readonly string[]) =>
      listSuggested(db, {
        today,
        tsquery: `${words.join(' & ')}:*`,
        prefix: words.join(' '),
        letters: `%${words.join('%')}%`,
      })
    const answer = await ask(search.words)
    if (answer.found.length > 0) return answer
    const better = corrected(search.words, await vocabulary())
    return better ? ask(better) : answer
  })
  const shelves = found.filter(({ kind }) => kind !== 'product').slice(0, shelvesShown)
  const products = found.filter(({ kind }) => kind === 'product').slice(0, shown - shelves.length)
  return [...shelves, ...products].map(toSuggestion)
}

function toSuggestion({ kind, value, label, price_minor }: SuggestedRow): Suggestion {
  return {
    kind,
    label,
    href: addressOf(kind, value),
    ...(price_minor !== null && { price: money(price_minor, catalogCurrency) }),
  }
}

function addressOf(kind: Suggestion['kind'], value: string): string {
  switch (kind) {
    case 'product':
      return `/p/${value}`
    case 'collection':
      return `/collections/${value}`
    case 'occasion':
      return `/occasions/${value}`
    case 'colour':
      return `/search?colour=${value}`
    case 'type':
      return `/search?type=${value}`
  }
}
