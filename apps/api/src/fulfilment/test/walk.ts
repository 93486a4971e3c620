import { type PayingShop, saturday } from '../../../test/open-paying-shop.ts'
import { rows } from '../../platform/db.ts'
import { sql } from '../../platform/sql.ts'
import { aMember, aPaidOrder, aRun } from './a-day.ts'

/** One good call of each line of fulfilment's contract. */
export async function fulfilmentWalk(open: PayingShop) {
  // Others walk in the same small shop; each line here wants an order of its own.
  await rows(open.shop.db, sql`update stock_items set on_hand = on_hand + 200 where item_id = 'var_peace-lily-one'`)
  await rows(open.shop.db, sql`update delivery_places set capacity = capacity + 200 where day = ${saturday}::date`)
  await rows(open.shop.db, sql`update bench_days set minutes = minutes + 2000 where day = ${saturday}::date`)
  const ada = await aMember(open, 'owner', 'Ada Marsh')
  const by = ada.visitor
  const day = saturday
  const version = async () => (await by.call('GET /fulfilment/days/:day/runs', { params: { day } })).version
  const withRun = async () => {
    const order = await aPaidOrder(open)
    const run = await aRun(ada, ada.accountId, [order.deliveryId])
    return { order, runId: run.id, version: await version() }
  }
  const days = `/fulfilment/days/${day}`
  return {
    'fulfilment.showDayPack': async () => ({ by, path: `${days}/pack` }),
    'fulfilment.printDayPack': async () => {
      await aPaidOrder(open)
      return { by, path: `${days}/prints`, body: { key: crypto.randomUUID(), part: 'work-sheets' } }
    },
    'fulfilment.showBuyingList': async () => ({ by, path: `/fulfilment/buying-list?from=${day}&until=${day}` }),
    'fulfilment.showRuns': async () => ({ by, path: `${days}/runs` }),
    'fulfilment.addRun': async () => ({ by, path: `${days}/runs`, body: { version: await version(), driverId: null } }),
    'fulfilment.planRuns': async () => {
      const run = await withRun()
      return { by, path: `${days}/runs/plan`, body: { version: run.version } }
    },
    'fulfilment.giveRun': async () => {
      const run = await withRun()
      return { by, path: `/fulfilment/runs/${run.runId}`, body: { version: run.version, driverId: null } }
    },
    'fulfilment.arrangeRun': async () => {
      const run = await withRun()
      const body = { version: run.version, deliveryIds: [run.order.deliveryId] }
      return { by, path: `/fulfilment/runs/${run.runId}/stops`, body }
    },
    'fulfilment.removeRun': async () => {
      const run = await withRun()
      return { by, path: `/fulfilment/runs/${run.runId}`, body: { version: run.version } }
    },
    'fulfilment.showMyDay': async () => ({ by, path: '/driver/today' }),
    'fulfilment.departRun': async () => ({ by, path: `/driver/runs/${(await withRun()).runId}/departure`, body: {} }),
    'fulfilment.reportStop': async () => {
      const { order } = await withRun()
      const body = { key: crypto.randomUUID(), outcome: 'delivered', at: open.shop.clock.now().toString() }
      return { by, path: `/driver/stops/${order.deliveryId}/reports`, body }
    },
  }
}
