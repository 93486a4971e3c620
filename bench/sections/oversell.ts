import type { Cart } from '@flora/contract/cart.ts'
import { aShopper, type Wish, wishes } from '../load/shopper.ts'
import { median } from '../load/figures.ts'
import { figure, judged, type Result } from '../report/results.ts'
import { type BenchSession, using } from '../session/bench-session.ts'
import { type Flora, startFlora } from '../session/flora.ts'
import { ask } from '../session/stocked-shop.ts'
import { booksAgree, readBooks } from './run-checkouts.ts'

const buyers = 200

interface Rush {
  readonly sold: number
  readonly refused: number
  readonly broken: number
  readonly seconds: number
  readonly refusals: readonly string[]
}

/** Two hundred people who press the button at the same moment for what only some of them can have. */
export async function measureOversell(session: BenchSession): Promise<Result[]> {
  const rushes = [
    { work: `${buyers} buyers at once for stock of 50`, limit: 50, underTwoSeconds: true, prepare: limitStock },
    {
      work: `${buyers} buyers at once for 20 delivery places`,
      limit: 20,
      underTwoSeconds: false,
      prepare: limitPlaces,
    },
  ]
  const results: Result[] = []
  for (const { work, limit, underTwoSeconds, prepare } of rushes) {
    const outcomes: Rush[] = []
    for (let run = 0; run < session.runs; run += 1) {
      const database = await session.freshShop(500)
      const rush = await using(await startFlora({ database, doors: 'serve', standIns: true }), async (flora) => {
        const [wish] = await wishes(flora, database)
        await prepare(database, wish!, limit)
        return buyAtOnce(flora, wish!)
      })
      const books = await readBooks(database)
      if (!booksAgree(books)) throw new Error(`counters and orders disagree: ${JSON.stringify(books)}`)
      outcomes.push(rush)
      session.say(
        `${work}: ${rush.sold} sold, ${rush.refused} refused (${rush.refusals.join(', ')}), ${rush.broken} broken, ${figure(rush.seconds)} s`,
      )
    }
    const seconds = median(outcomes.map((rush) => rush.seconds))
    const of = (key: 'sold' | 'refused' | 'broken'): string =>
      [...new Set(outcomes.map((rush) => rush[key]))].join(' / ')
    results.push({
      section: 'oversell',
      work,
      flora: `${of('sold')} sold, ${of('refused')} refused, ${of('broken')} answers with 5xx or none, ${figure(seconds)} s; the counters equal the orders`,
      ceiling: '–',
      target: `exactly ${limit} sold, ${buyers - limit} clear refusals, no 5xx${underTwoSeconds ? ', under 2 s' : ''}`,
      verdict: judged(
        outcomes.every(({ sold, refused, broken }) => sold === limit && refused === buyers - limit && broken === 0),
        !underTwoSeconds || seconds < 2,
      ),
    })
  }
  return results
}

async function limitStock(database: string, { variantId }: Wish, limit: number): Promise<void> {
  await ask(database, [
    `update products set stock_by = 'variant' where id = (select product_id from variants where id = '${variantId}')`,
    `insert into stock_items (item_id, on_hand) values ('${variantId}', ${limit}) on conflict (item_id) do update set on_hand = excluded.on_hand`,
  ])
}

async function limitPlaces(database: string, { day, windowId }: Wish, limit: number): Promise<void> {
  await ask(database, [
    `
    insert into delivery_places (day, window_id, capacity) values ('${day}', '${windowId}', ${limit})
    on conflict (day, window_id) do update set capacity = excluded.capacity`,
  ])
}

/** Everybody fills a cart first; the clock runs from the first placement that is sent to the last that is answered. */
async function buyAtOnce(flora: Flora, wish: Wish): Promise<Rush> {
  const shoppers = await Promise.all(Array.from({ length: buyers }, () => aShopper(flora)))
  const carts: Cart[] = []
  for (const shopper of shoppers) carts.push(await shopper.fillCart(wish))
  const begun = performance.now()
  const placings = await Promise.all(shoppers.map((shopper, at) => shopper.place(carts[at]!).catch(() => undefined)))
  const seconds = (performance.now() - begun) / 1_000
  for (const shopper of shoppers) shopper.leave()
  const statuses = placings.map((placing) => placing?.answer.status ?? 0)
  const refused = placings.filter((placing) => placing && placing.answer.status >= 400 && placing.answer.status < 500)
  return {
    sold: statuses.filter((status) => status === 200 || status === 201).length,
    refused: refused.length,
    broken: statuses.filter((status) => status === 0 || status >= 500).length,
    seconds,
    refusals: [
      ...new Set(refused.map((placing) => String((JSON.parse(placing!.answer.body) as { code: string }).code))),
    ],
  }
}
