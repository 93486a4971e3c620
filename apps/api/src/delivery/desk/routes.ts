import { deliveryDesk } from '@flora/contract/delivery-desk-lines.ts'
import type { FastifyInstance } from 'fastify'
import { callerOf } from '../../platform/caller.ts'
import { serve } from '../../platform/http.ts'
import type { Shop } from '../../shop.ts'
import { changeDay } from './change-day.ts'
import { changeSurge, createSurge, removeSurge } from './change-surge.ts'
import { changeWeek } from './change-week.ts'
import { changeWindow, createWindow } from './change-window.ts'
import { changeZone, createZone } from './change-zone.ts'
import { closeDays, openAgain } from './close-days.ts'
import { listChanges, showArrangements } from './show-arrangements.ts'
import { showDay, showMonth } from './show-calendar.ts'

/** What managers arrange; a guard stands before these. */
export function deliveryDeskRoutes(app: FastifyInstance, shop: Pick<Shop, 'db' | 'inTransaction' | 'clock'>): void {
  const arrangements = async (change: Promise<void>) => {
    await change
    return showArrangements(shop)
  }

  serve(app, deliveryDesk.showMonth, ({ params }) => showMonth(shop, params.month))
  serve(app, deliveryDesk.showDay, ({ params }) => showDay(shop, params.day))
  serve(app, deliveryDesk.changeDay, async ({ params, body }, request) => {
    await changeDay(shop, callerOf(request), params.day, body)
    return showDay(shop, params.day)
  })

  serve(app, deliveryDesk.showArrangements, () => showArrangements(shop))
  serve(app, deliveryDesk.listChanges, ({ query }) => listChanges(shop, query.before))
  serve(app, deliveryDesk.closeDays, ({ body }, request) => arrangements(closeDays(shop, callerOf(request), body)))
  serve(app, deliveryDesk.openDays, ({ body }, request) => arrangements(openAgain(shop, callerOf(request), body)))
  serve(app, deliveryDesk.createZone, ({ body }, request) => arrangements(createZone(shop, callerOf(request), body)))
  serve(app, deliveryDesk.changeZone, ({ params, body }, request) =>
    arrangements(changeZone(shop, callerOf(request), params.zoneId, body)),
  )
  serve(app, deliveryDesk.createWindow, ({ body }, request) =>
    arrangements(createWindow(shop, callerOf(request), body)),
  )
  serve(app, deliveryDesk.changeWindow, ({ params, body }, request) =>
    arrangements(changeWindow(shop, callerOf(request), params.windowId, body)),
  )
  serve(app, deliveryDesk.createSurge, ({ body }, request) => arrangements(createSurge(shop, callerOf(request), body)))
  serve(app, deliveryDesk.changeSurge, ({ params, body }, request) =>
    arrangements(changeSurge(shop, callerOf(request), params.surgeId, body)),
  )
  serve(app, deliveryDesk.removeSurge, ({ params, body }, request) =>
    arrangements(removeSurge(shop, callerOf(request), params.surgeId, body)),
  )
  serve(app, deliveryDesk.changeWeek, ({ body }, request) => arrangements(changeWeek(shop, callerOf(request), body)))
}
