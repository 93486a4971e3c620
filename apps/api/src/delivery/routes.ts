import { delivery } from '@flora/contract/delivery.ts'
import type { FastifyInstance } from 'fastify'
import { serve, serveHot } from '../platform/http.ts'
import type { Shop } from '../shop.ts'
import { placeAsked } from './place.ts'
import { listPlaces } from './queries.ts'
import { showCalendar } from './show-calendar.ts'
import { showShop } from './show-shop.ts'

// Seconds a CDN may keep what changes a few times a year, but names today.
const edgeSeconds = 60

/**
 * Where and when the shop delivers. The calendar is made anew each time: it depends on the minute and on every order.
 */
export function deliveryRoutes(app: FastifyInstance, shop: Pick<Shop, 'db' | 'clock' | 'config' | 'hotReads'>): void {
  const { db, hotReads } = shop

  serve(app, delivery.showCalendar, ({ query }) => showCalendar(shop, query))

  serveHot(app, delivery.findPlaces, { hotReads, edgeSeconds }, async ({ query }) => {
    const asked = placeAsked(query.q)
    return asked ? listPlaces(db, asked) : []
  })

  serveHot(app, delivery.showShop, { hotReads, edgeSeconds }, () => showShop(shop))
}
