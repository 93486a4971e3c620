import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { hasRealPostgres } from '../../../../sandbox/postgres/start-postgres.ts'
import { aSmallShop } from '../../test/builders.ts'
import { openShop, type TestShop } from '../../test/open-shop.ts'
import { rows } from '../platform/db.ts'
import { sql } from '../platform/sql.ts'
import { adjustStock } from './adjust-stock.ts'
import { expireLots } from './expire-lots.ts'
import { giveBackStock, takeStock } from './index.ts'
import { receiveLot } from './receive-lot.ts'

const real = hasRealPostgres()
const skip = real.ok ? false : real.because
const itemId = 'stm_peony-coral'

let shop: TestShop
before(async () => {
  if (!real.ok) return
  shop = await openShop({ now: '2026-11-20T10:00:00+11:00', on: 'server' })
  await aSmallShop(shop)
})
after(() => shop?.close())

test(
  'staff, a clock and shoppers at the same stems at once: nothing is oversold and the ledger is the shelf',
  { skip },
  async () => {
    const receive = (vaseDays: number | null) =>
      receiveLot(shop, {
        key: crypto.randomUUID(),
        itemId,
        quantity: 5,
        arrivedDay: '2026-11-19',
        vaseDays,
        note: '',
        who: 'Ada',
      })
    const keys = Array.from({ length: 6 }, () => crypto.randomUUID())
    for (let lots = 0; lots < 6; lots += 1) await receive(1)
    shop.clock.set('2026-11-21T10:00:00+11:00')

    let sold = 0
    const buy = async () => {
      if ((await shop.inTransaction((tx) => takeStock(tx, [{ itemId, quantity: 3 }]))).kind === 'taken') sold += 3
    }
    const regret = async () => {
      await buy()
      if (sold < 3) return
      sold -= 3
      await shop.inTransaction((tx) => giveBackStock(tx, [{ itemId, quantity: 3 }]))
    }
    const wilt = (key: string) =>
      adjustStock(shop, { key, itemId, change: -4, reason: 'wilted', note: '', who: 'Ada' }).catch(() => undefined)
    await Promise.all([
      ...Array.from({ length: 30 }, () => buy()),
      ...Array.from({ length: 10 }, () => regret()),
      ...keys.flatMap((key) => [wilt(key), wilt(key)]),
      ...Array.from({ length: 5 }, () => receive(null)),
      expireLots(shop),
      expireLots(shop),
    ])

    const [row] = await rows<Record<string, number>>(
      shop.db,
      sql`select on_hand, taken, owed, 60 + (select coalesce(sum(change), 0)::int from stock_moves where item_id = ${itemId}) as ledger,
          (select count(*)::int from stock_moves where kind = 'wilted' and key is not null) as wilted,
          (select count(*)::int from stock_lots where remaining > 0 and usable_until < '2026-11-21') as stale,
          (select count(*)::int from stock_lots l where l.remaining <> (select sum(m.change)::int from stock_moves m where m.lot_id = l.id)) as torn
        from stock_items where item_id = ${itemId}`,
    )
    const { on_hand: onHand = 0, taken = 0, owed = 0, ledger, wilted = 0, stale, torn } = row!
    assert.equal(taken, sold)
    assert.equal(onHand - owed, ledger)
    assert.ok(taken <= onHand && (owed === 0 || onHand === taken))
    assert.ok(wilted <= keys.length)
    assert.deepEqual([stale, torn], [0, 0])
  },
)
