import { demoShop } from '@flora/demo-shop/demo-shop.ts'
import { fillWithDemo, grownShop } from '../../apps/api/src/demo/index.ts'
import { type Jobs, jobRules } from '../../apps/api/src/jobs.ts'
import type { Clock } from '../../apps/api/src/platform/clock.ts'
import { openServer } from '../../apps/api/src/platform/db.ts'
import { openJobs } from '../../apps/api/src/platform/jobs.ts'
import { openLog } from '../../apps/api/src/platform/log.ts'
import { migrate } from '../../apps/api/src/platform/migrate.ts'
import { ask } from '../../bench/session/stocked-shop.ts'
import { createDatabase } from '../../sandbox/postgres/start-postgres.ts'

/** A shop that has enough of most things, and too little of some. */
export interface StockedShop {
  readonly database: string
  /** Sizes of which there is one piece each. */
  readonly lastPieces: readonly string[]
  readonly giftCards: readonly string[]
  /** Good for everybody, and good for the first few only. */
  readonly promotions: { readonly open: readonly string[]; readonly limited: string }
}

const giftCards = Array.from({ length: 40 }, (_, place) => `CHAOS-CARD-${String(place).padStart(4, '0')}-GIFT`)
const limited = 'FIRSTFEW'

/** Makes its database. How scarce what is scarce is goes by the number of orders to come. */
export async function stockShop(
  serverUrl: string,
  { orders, clock }: { orders: number; clock: Clock },
): Promise<StockedShop> {
  const url = await createDatabase(serverUrl, 'chaos')
  const database = openServer(url, 4)
  await migrate(database)
  const jobs = openJobs<Jobs>({ database, rules: jobRules, log: openLog('silent') })
  await jobs.start()
  await jobs.stop(1)
  const grown = grownShop(demoShop, 300, { onHandTimes: 10_000 })
  await fillWithDemo(
    { inTransaction: database.inTransaction, clock },
    {
      ...grown,
      giftCards: [
        ...grown.giftCards,
        // Enough on most for a few bouquets, on all together for those who pay by them.
        ...giftCards.map((code, place) => ({ code, balanceMinor: place % 4 === 0 ? 3_000 : orders * 200 })),
      ],
      promotions: [
        ...grown.promotions,
        {
          code: limited,
          label: 'Five dollars off for the first few',
          kind: 'fixed' as const,
          amountMinor: 500,
          useLimit: Math.max(2, Math.round(orders / 100)),
        },
      ],
    },
  )
  await database.close()
  const lastPieces = await ask<{ id: string }>(url, [
    'update pictures set drawing = null',
    'update content set drawing = null',
    // Flowers keep for this one night: else a midnight would empty the shelf, which is another matter.
    'update stock_lots set usable_until = null',
    `update windows set capacity = 1000000`,
    // One zone has few places, and Wednesdays few minutes.
    `update windows set capacity = ${Math.max(2, Math.round(orders / 1_000))}
       where zone_id = (select min(zone_id) from windows where method = 'standard' and active)`,
    `update shop set bench_minutes = '{9000000,9000000,${Math.max(60, Math.round(orders * 0.3))},9000000,9000000,9000000,9000000}'`,
    // Plants only: those who want flowers find them, and those who come for a last piece find one.
    `update stock_items set on_hand = 1 where item_id in (
       select v.id from variants v join products p on p.id = v.product_id join stock_items i on i.item_id = v.id
       where p.kind = 'plant' order by md5(v.id) limit ${Math.max(6, Math.round(orders / 60))})`,
    'vacuum (analyze)',
    `select v.id from stock_items i join variants v on v.id = i.item_id join products p on p.id = v.product_id
       where i.on_hand = 1 and p.status = 'live' and p.kind <> 'add-on' and p.season_months is null and p.lead_days = 0 and v.active order by v.id`,
  ])
  return {
    database: url,
    lastPieces: lastPieces.map(({ id }) => id),
    giftCards,
    promotions: { open: ['SPRING10', 'TENOFF', 'FREEDELIVERY', 'WELCOME15'], limited },
  }
}
