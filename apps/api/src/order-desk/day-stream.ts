import type { ServerResponse } from 'node:http'
import type { ShopDay as Day } from '@flora/calendar/shop-day.ts'
import { dayStream } from '@flora/contract/day-board.ts'
import { ShopDay } from '@flora/contract/text.ts'
import type { FastifyInstance } from 'fastify'
import { callerOf } from '../platform/caller.ts'
import { Malformed } from '../platform/http.ts'
import { Refusal } from '../platform/refusal.ts'
import type { Shop } from '../shop.ts'
import { openDayEar } from './day-ear.ts'

// A shop has a few tablets and laptops; each page holds one stream. More is a page that forgot to let go.
const mostStreams = 200
// Below the minute after which proxies take a silent connection for dead.
const heartbeatMs = 20_000
// Whoever was signed out, or lost her role, is let in no more: the page comes back by itself, and the guard asks again.
const longestMs = 5 * 60_000
const backAfterMs = 2_000

/** Server-sent events about a day: not JSON, so no line of the contract; its address and who may call are there all the same. */
export function dayStreamRoute(app: FastifyInstance, shop: Pick<Shop, 'db' | 'listen' | 'log'>): void {
  const ear = openDayEar(shop)
  const streams = new Set<ServerResponse>()
  app.addHook('preClose', (done) => {
    ear.close()
    for (const stream of streams) stream.end()
    done()
  })

  app.get<{ Params: { day: string } }>(
    `/api${dayStream.path}`,
    { config: { limit: dayStream.limit, who: dayStream.who } },
    async (request, reply) => {
      callerOf(request)
      const day = ShopDay.safeParse(request.params.day)
      if (!day.success) throw new Malformed('params', day.error.issues)
      reply.header('content-type', 'text/event-stream; charset=utf-8').header('cache-control', 'private, no-store')
      if (request.method === 'HEAD') return reply.send()
      if (streams.size >= mostStreams)
        throw new Refusal(503, 'too-many-watchers', 'Too many pages are watching. Please close one and try again.')
      // Proxies that gather answers would gather this one for ever.
      reply.header('x-accel-buffering', 'no')
      const { raw } = reply
      // Watched before a word is said: who cannot be told is told so.
      const stop = await ear.watch(day.data, () => tell(raw, day.data))
      reply.hijack()
      streams.add(raw)
      raw.writeHead(200, reply.getHeaders() as Record<string, string>)
      await follow(raw, day.data)
      stop()
      streams.delete(raw)
    },
  )
}

/** Writes to a stream until its reader goes or its time is over. */
async function follow(raw: ServerResponse, day: Day): Promise<void> {
  const over = new Promise<void>((resolve) => raw.once('close', resolve))
  const heartbeat = setInterval(() => raw.write(': still here\n\n'), heartbeatMs)
  const end = setTimeout(() => raw.end(), longestMs)
  raw.write(`retry: ${backAfterMs}\n\n`)
  tell(raw, day)
  if (!raw.destroyed) await over
  clearInterval(heartbeat)
  clearTimeout(end)
}

function tell(raw: ServerResponse, day: Day): void {
  // Before its first word nothing need be said, and one that does not read asks again when it is back.
  if (!raw.headersSent || raw.writableNeedDrain) return
  raw.write(`event: day\ndata: ${JSON.stringify({ day })}\n\n`)
}
