import { settings } from '@flora/contract/settings.ts'
import type { FastifyInstance } from 'fastify'
import { callerOf } from '../platform/caller.ts'
import { serve } from '../platform/http.ts'
import type { Shop } from '../shop.ts'
import { changeSettings, wordLetter } from './change-settings.ts'
import { showSettings } from './show-settings.ts'

export function settingsRoutes(app: FastifyInstance, shop: Pick<Shop, 'db' | 'inTransaction'>): void {
  serve(app, settings.showSettings, (_, request) => showSettings(shop.db, callerOf(request).role))

  serve(app, settings.changeSettings, async ({ body }, request) => {
    await changeSettings(shop, body)
    return showSettings(shop.db, callerOf(request).role)
  })

  serve(app, settings.wordLetter, async ({ params, body }, request) => {
    await wordLetter(shop, { ...params, ...body })
    return showSettings(shop.db, callerOf(request).role)
  })
}
