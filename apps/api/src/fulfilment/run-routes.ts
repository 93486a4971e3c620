import { fulfilment } from '@flora/contract/fulfilment.ts'
import type { FastifyInstance } from 'fastify'
import { callerOf } from '../platform/caller.ts'
import { serve } from '../platform/http.ts'
import type { Shop } from '../shop.ts'
import { addRun, arrangeRun, giveRun, planDay, removeRun } from './arrange-runs.ts'
import { departRun } from './depart-run.ts'
import { reportStop, stopFor } from './report-stop.ts'
import { showMyDay, showRun, showRuns } from './show-runs.ts'
import { toStop } from './stop-view.ts'

/** Who drives what, and what drivers say. */
export function runRoutes(app: FastifyInstance, shop: Pick<Shop, 'db' | 'inTransaction' | 'clock' | 'jobs'>): void {
  serve(app, fulfilment.showRuns, ({ params }) => showRuns(shop.db, params.day))
  serve(app, fulfilment.addRun, async ({ params: { day }, body }) => {
    await addRun(shop, { ...body, day })
    return showRuns(shop.db, day)
  })
  serve(app, fulfilment.planRuns, async ({ params: { day }, body }) => {
    await planDay(shop, { ...body, day })
    return showRuns(shop.db, day)
  })
  serve(app, fulfilment.giveRun, async ({ params, body }) =>
    showRuns(shop.db, await giveRun(shop, { ...params, ...body })),
  )
  serve(app, fulfilment.arrangeRun, async ({ params, body }) =>
    showRuns(shop.db, await arrangeRun(shop, { ...params, ...body })),
  )
  serve(app, fulfilment.removeRun, async ({ params, body }) =>
    showRuns(shop.db, await removeRun(shop, { ...params, ...body })),
  )
  serve(app, fulfilment.showMyDay, (_, request) => showMyDay(shop, callerOf(request)))
  serve(app, fulfilment.departRun, async ({ params: { runId } }, request) => {
    await departRun(shop, { runId, caller: callerOf(request) })
    return showRun(shop.db, runId)
  })
  serve(app, fulfilment.reportStop, async ({ params: { deliveryId }, body }, request) => {
    const caller = callerOf(request)
    await reportStop(shop, { deliveryId, telling: { ...body, key: body.key.toLowerCase() }, caller })
    return toStop(await stopFor(shop.db, deliveryId, caller))
  })
}
