import type { DeliveryCard } from '@flora/contract/day-board.ts'
import type { Shop } from '../shop.ts'
import { findTimeZone } from './board-queries.ts'
import { momentAt, toCard } from './card.ts'
import type { CardRow } from './card-queries.ts'
import { fromCursor, toCursor } from './cursor.ts'
import { type Search, understand } from './search.ts'
import {
  type FoundRow,
  listAskedFor,
  listLatest,
  listOfLabel,
  listOfPostcode,
  type SearchPlace,
} from './search-queries.ts'

export interface SearchAsked {
  readonly q?: string | undefined
  readonly after?: string | undefined
  readonly limit: number
}

/** Deliveries of all days whose people, number, phone or postcode was asked for, the latest day first. */
export async function searchOrders(
  { db, clock }: Pick<Shop, 'db' | 'clock'>,
  { q, after, limit }: SearchAsked,
): Promise<{ cards: DeliveryCard[]; next: string | null; isTooMany: boolean }> {
  const page = { after: after === undefined ? undefined : searchPlace(after), limit: limit + 1 }
  const [timeZone, found] = await Promise.all([findTimeZone(db), find(understand(q))])
  const moment = momentAt(clock.now(), timeZone)
  const shown = found.slice(0, limit)
  return {
    cards: shown.map((row) => toCard(row, moment)),
    next: found.length > limit ? placeOf(shown.at(-1)!) : null,
    isTooMany: found.some(isOfTooMany),
  }

  function find(search: Search): Promise<(CardRow | FoundRow)[]> {
    switch (search.kind) {
      case 'latest':
        return listLatest(db, page)
      case 'postcode':
        return listOfPostcode(db, search.postcode, page)
      case 'delivery':
        return listOfLabel(db, search.deliveryId)
      case 'asked':
        return listAskedFor(db, search.asked, page)
      case 'too-short':
        return Promise.resolve([])
    }
  }
}

function isOfTooMany(row: CardRow | FoundRow): boolean {
  return 'isTooMany' in row && row.isTooMany
}

function placeOf({ day, deliveryId }: CardRow): string {
  return toCursor([day, deliveryId])
}

function searchPlace(after: string): SearchPlace {
  const [day, id] = fromCursor(after, [/^\d{4}-\d{2}-\d{2}$/, /^dlv_[0-9a-z-]{1,64}$/])
  return { day: day as SearchPlace['day'], id: id as SearchPlace['id'] }
}
