import { clockTimeAt } from '@flora/calendar/clock-time.ts'
import { dayInShort, timeInWords } from '@flora/calendar/in-words.ts'
import { shopDayAt } from '@flora/calendar/shop-day.ts'
import { type CardLayout, type PackPart, packParts, substitutionWords } from '@flora/contract/fulfilment.ts'
import type { ShopDay } from '@flora/calendar/shop-day.ts'
import type { DeliveryId } from '@flora/contract/ids.ts'
import { readPicture } from '../../publishing/index.ts'
import type { Shop } from '../../shop.ts'
import {
  listOrdersOfBouquet,
  listPackBouquets,
  listPackDeliveries,
  listPackIds,
  listRunSheetIds,
  type PackOf,
} from '../pack-queries.ts'
import { findShopOfPapers } from '../shop-queries.ts'
import { showBuyingList } from '../show-buying-list.ts'
import { windowOf } from './in-words.ts'
import type { PaperHead, PaperWork } from './paper-work.ts'

export interface PapersOf extends PackOf {
  readonly part: PackPart
  readonly cards: CardLayout
  /** The last day of the buying list; the day itself, unless told. */
  readonly until?: ShopDay | undefined
}

type Draws = Pick<Shop, 'db' | 'files' | 'clock' | 'config'>

// So many are read and handed over at a time: about a megabyte.
const atATime = 100

/** What the press is to draw, piece by piece, each read from the database only when it is asked for. */
export async function* paperPieces(shop: Draws, of: PapersOf): AsyncGenerator<PaperWork> {
  const ids = await listPackIds(shop.db, of)
  yield { kind: 'head', head: await headOf(shop, of, ids.length) }
  const parts = of.part === 'whole' ? packParts : [of.part]
  for (const part of parts) yield* piecesOf(shop, of, { part, ids })
  yield { kind: 'end' }
}

async function* piecesOf(
  shop: Draws,
  of: PapersOf,
  { part, ids }: { part: (typeof packParts)[number] | 'whole'; ids: readonly DeliveryId[] },
): AsyncGenerator<PaperWork> {
  switch (part) {
    case 'bouquets':
      return yield* bouquetPieces(shop, of)
    case 'work-sheets':
    case 'cards':
    case 'labels':
      for (let from = 0; from < ids.length; from += atATime)
        yield { kind: part, deliveries: await listPackDeliveries(shop.db, ids.slice(from, from + atATime)) }
      return
    case 'run-sheets':
      return yield* runSheetPieces(shop, of)
    case 'buying-list': {
      const until = of.until ?? of.day
      const days = until === of.day ? dayInShort(of.day) : `${dayInShort(of.day)} to ${dayInShort(until)}`
      yield { kind: 'buying-list', list: await showBuyingList(shop, { from: of.day, until }), days }
      return
    }
    case 'whole':
      throw new Error('invariant broken: the whole is not a part')
  }
}

async function* bouquetPieces(shop: Draws, of: PapersOf): AsyncGenerator<PaperWork> {
  for (const line of await listPackBouquets(shop.db, of)) {
    if (line.kind === 'add-on') continue
    const orders = await listOrdersOfBouquet(shop.db, of, line.variantId)
    yield {
      kind: 'bouquet',
      sheet: {
        ...line,
        orders: orders.map(({ number, quantity, substitution, ...window }) => ({
          number,
          quantity,
          window: windowOf(window),
          substitution: substitutionWords[substitution],
        })),
        image: await readPicture(shop, line.picture.id),
      },
    }
  }
}

async function* runSheetPieces(shop: Draws, of: PapersOf): AsyncGenerator<PaperWork> {
  const runs = Map.groupBy(await listRunSheetIds(shop.db, of), ({ runNumber }) => runNumber)
  for (const stops of runs.values()) {
    for (let from = 0; from < stops.length; from += atATime) {
      const ids = stops.slice(from, from + atATime).map(({ id }) => id)
      yield { kind: 'run-sheet', stops: await listPackDeliveries(shop.db, ids), isFirst: from === 0 }
    }
  }
}

async function headOf({ db, clock, config }: Draws, of: PapersOf, sheets: number): Promise<PaperHead> {
  const { timeZone, ...shop } = await findShopOfPapers(db)
  const now = clock.now()
  return {
    title: `${shop.name}, ${dayInShort(of.day)}: ${of.part === 'whole' ? 'day pack' : of.part.replace('-', ' ')}`,
    shop,
    day: dayInShort(of.day),
    printed: `Printed ${dayInShort(shopDayAt(now, timeZone))}, ${timeInWords(clockTimeAt(now, timeZone))}`,
    printedAt: now.toString(),
    sheets,
    stopAddress: `${config.publicUrl}/studio/stops/`,
    cards: of.cards,
  }
}
