import cookie from '@fastify/cookie'
import helmet from '@fastify/helmet'
import rateLimit, { normalizeIP } from '@fastify/rate-limit'
import { operations } from '@flora/contract/operations.ts'
import fastify, { type FastifyInstance, type FastifyRequest } from 'fastify'
import { cartRoutes } from '../cart/index.ts'
import { catalogDeskRoutes, catalogRoutes } from '../catalog/index.ts'
import { checkoutRoutes } from '../checkout/index.ts'
import { contentDeskRoutes, contentRoutes } from '../content/index.ts'
import { customerDeskRoutes, customerRoutes } from '../customers/index.ts'
import { deliveryDeskRoutes, deliveryRoutes } from '../delivery/index.ts'
import { fulfilmentRoutes } from '../fulfilment/index.ts'
import { giftNoteRoutes } from '../gift-notes/index.ts'
import { guard, identityRoutes } from '../identity/index.ts'
import { invoiceRoutes } from '../invoices/index.ts'
import { metricRules, type ShopMetrics } from '../metrics.ts'
import { newsletterRoutes } from '../newsletter/index.ts'
import { orderDeskRoutes } from '../order-desk/index.ts'
import { orderRoutes } from '../orders/index.ts'
import { paymentRoutes, webhookRoutes } from '../payments/index.ts'
import { privacyRoutes } from '../privacy/index.ts'
import type { SharedCache } from '../platform/cache.ts'
import { limitsIn } from '../platform/cache-limits.ts'
import { answerErrors, sendProblem, serve, toProblem } from '../platform/http.ts'
import { refuseUnreadable } from '../platform/http-unreadable.ts'
import { measureRequests } from '../platform/metrics-requests.ts'
import { Refusal } from '../platform/refusal.ts'
import type { Tracing } from '../platform/tracing.ts'
import { traceRequests } from '../platform/tracing-requests.ts'
import { promotionsDeskRoutes } from '../promotions/index.ts'
import { everybody, pageRoutes, photoRoutes, pictureRoutes, studioRoutes } from '../publishing/index.ts'
import { reminderRoutes } from '../reminders/index.ts'
import { reportRoutes } from '../reports/index.ts'
import { settingsRoutes } from '../settings/index.ts'
import type { Shop } from '../shop.ts'
import { recordStaffActions, staffRoutes } from '../staff/index.ts'
import { stockRoutes } from '../stock/index.ts'
import { subscriptionDeskRoutes, subscriptionRoutes } from '../subscriptions/index.ts'
import { transferRoutes } from '../transfer/index.ts'
import { apiDocs } from './api-docs.ts'

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Which of the limits below a route counts against. */
    limit?: keyof typeof limits
  }
}

// Requests a minute for one client and route. Generous to people, who click; tight to programs, which guess codes or hold places
// that they do not mean to pay for.
const limits = { reads: 1_200, writes: 120, orders: 12, guesses: 12, suggestions: 20, webhooks: 6_000 } as const

// What several processes count together, where they have a cache for it. Not reads: a ready answer takes a twentieth of the time that the
// question would. Nor what Stripe tells, which is verified in any case.
const sharedLimits: readonly (keyof typeof limits)[] = ['writes', 'orders', 'guesses', 'suggestions']

// A cart with every field full is below 20 KB.
const bodyBytes = 64 * 1024

export interface Readiness {
  readonly database: boolean
  readonly migrations: boolean
  readonly queue: boolean
}

/** What stands around the shop where it is so configured. */
export interface Surroundings {
  readonly metrics?: ShopMetrics | undefined
  readonly tracing?: Tracing | undefined
  readonly cache?: SharedCache | undefined
}

/** The shop behind HTTP: API, pictures and pages on one origin. */
export async function buildHttpApp(
  shop: Shop,
  readiness: () => Promise<Readiness>,
  { metrics, tracing, cache }: Surroundings = {},
): Promise<FastifyInstance> {
  const { config, log } = shop
  const app = fastify({
    // The nearest proxies are ours and may name the client; whatever is said beyond them is not believed.
    trustProxy: (_, hop) => hop < config.trustProxy,
    bodyLimit: bodyBytes,
    // Idle browsers are let go; a slow sender of headers or body does not hold a socket for ever.
    keepAliveTimeout: 65_000,
    requestTimeout: 30_000,
    // When the process is told to stop, connections that wait are closed, and others after their answer.
    forceCloseConnections: 'idle',
    logger: false,
    // An address that cannot be read comes to no route, and so to no error handler but this.
    frameworkErrors: (error, _, reply) => sendProblem(reply, toProblem(error)),
    clientErrorHandler: refuseUnreadable,
    routerOptions: { maxParamLength: 120, ignoreTrailingSlash: false },
  })
  app.removeContentTypeParser('text/plain')
  answerErrors(app, log, metrics && ((code) => metrics.count('flora_refusals_total', { code })))
  partAfterAnswer(app)
  // First of all, so that what follows is a part of it.
  if (tracing) traceRequests(app, tracing)
  if (metrics) tellRequests(app, metrics)
  await app.register(cookie)
  if (config.rateLimits) await limitClients(app, { metrics, cache })

  // After the limiter, so that whoever knocks too often is not even looked up.
  guard(app, shop)
  recordStaffActions(app, shop)

  await app.register(async (reads) => {
    catalogRoutes(reads, shop)
    contentRoutes(reads, shop)
    pictureRoutes(reads, shop)
    await pageRoutes(reads, shop)
  })
  await app.register(async (guarded) => {
    await guarded.register(helmet, {
      contentSecurityPolicy: {
        useDefaults: false,
        directives: { 'default-src': ["'none'"], 'frame-ancestors': ["'none'"] },
      },
    })
    refuseOtherSites(guarded, new URL(config.publicUrl).host)
    shopRoutes(guarded, shop)
    await deskRoutes(guarded, shop)
    operationRoutes(guarded, config.release, readiness)
  })
  await app.register(async (hooks) => webhookRoutes(hooks, shop))
  await app.register(apiDocs)
  await app.register(async (pages) => studioRoutes(pages, shop))
  return app
}

function tellRequests(app: FastifyInstance, metrics: ShopMetrics): void {
  const { counts, durations } = measureRequests(app, metricRules.flora_http_request_duration_seconds.buckets)
  metrics.readFrom('flora_http_requests_total', counts)
  metrics.readFrom('flora_http_request_duration_seconds', durations)
}

async function limitClients(app: FastifyInstance, { metrics, cache }: Surroundings): Promise<void> {
  const shared = new Set<string>()
  // Before the limiter, which reads what this writes.
  app.addHook('onRoute', (route) => {
    const limit = route.config?.limit
    if (!limit) return
    const groupId = `${String(route.method)} ${route.url}`
    if (sharedLimits.includes(limit)) shared.add(groupId)
    route.config = { ...route.config, rateLimit: { max: limits[limit], timeWindow: 60_000, groupId } }
  })
  const counted = (where: 'shared' | 'own') => metrics?.count('flora_limits_counted_total', { where })
  await app.register(rateLimit, {
    global: false,
    ...(cache && { store: limitsIn({ cache, isShared: (group) => shared.has(group), counted }) }),
    keyGenerator: clientOf,
    // Pages made for all count against nobody; the socket's own word, which no header can forge.
    allowList: (request) => request.raw.socket.remoteAddress === everybody,
    addHeaders: { 'x-ratelimit-limit': false, 'x-ratelimit-remaining': false, 'x-ratelimit-reset': false },
  })
}

// Who hung up before being looked at has no address any more. What such clients ask is counted together: without a limit somebody could ask
// and hang up for ever, and no address is called so, so that nobody who waits for an answer is counted among them.
function clientOf({ ip }: { readonly ip: FastifyRequest['ip'] | undefined }): string {
  return ip ? normalizeIP(ip) : 'gone'
}

// What shoppers ask.
function shopRoutes(app: FastifyInstance, shop: Shop): void {
  deliveryRoutes(app, shop)
  cartRoutes(app, shop)
  checkoutRoutes(app, shop)
  orderRoutes(app, shop)
  paymentRoutes(app, shop)
  invoiceRoutes(app, shop)
  giftNoteRoutes(app, shop)
  identityRoutes(app, shop)
  customerRoutes(app, shop)
  reminderRoutes(app, shop)
  newsletterRoutes(app, shop)
  privacyRoutes(app, shop)
  subscriptionRoutes(app, shop)
}

// What those who work here ask.
async function deskRoutes(app: FastifyInstance, shop: Shop): Promise<void> {
  deliveryDeskRoutes(app, shop)
  catalogDeskRoutes(app, shop)
  await photoRoutes(app, shop)
  promotionsDeskRoutes(app, shop)
  orderDeskRoutes(app, shop)
  subscriptionDeskRoutes(app, shop)
  await fulfilmentRoutes(app, shop)
  stockRoutes(app, shop)
  staffRoutes(app, shop)
  customerDeskRoutes(app, shop)
  reportRoutes(app, shop)
  settingsRoutes(app, shop)
  transferRoutes(app, shop)
  contentDeskRoutes(app, shop)
}

// A connection whose answer is under way when the process is told to stop would else stay for as long as browsers may keep it,
// and the process with it.
function partAfterAnswer(app: FastifyInstance): void {
  let isClosing = false
  app.addHook('preClose', (done) => {
    isClosing = true
    done()
  })
  app.addHook('onSend', (_, reply, payload, done) => {
    if (isClosing) void reply.header('connection', 'close')
    done(null, payload)
  })
}

function operationRoutes(app: FastifyInstance, release: string, readiness: () => Promise<Readiness>): void {
  serve(app, operations.health, async () => ({ status: 'ok' as const, release }))
  serve(app, operations.ready, async (_, __, reply) => {
    const parts = await readiness()
    const word = (isReady: boolean) => (isReady ? ('ok' as const) : ('not-ready' as const))
    const isReady = parts.database && parts.migrations && parts.queue
    if (!isReady) reply.code(503)
    return {
      status: word(isReady),
      database: word(parts.database),
      migrations: word(parts.migrations),
      queue: word(parts.queue),
    }
  })
}

// Cookies are SameSite=Lax and bodies must be JSON, so a foreign page can hardly write; this says it once more, for browsers
// that send where a request came from.
function refuseOtherSites(app: FastifyInstance, ownHost: string): void {
  app.addHook('onRequest', async (request) => {
    if (request.method === 'GET' || request.method === 'HEAD') return
    const { origin, host } = request.headers
    const site = request.headers['sec-fetch-site']
    const isForeign =
      (site !== undefined && site !== 'same-origin' && site !== 'none') ||
      (origin !== undefined && !isHost(origin, [host, ownHost]))
    if (isForeign) throw new Refusal(403, 'other-site', 'This can only be done from the shop’s own pages.')
  })
}

function isHost(origin: string, hosts: readonly (string | undefined)[]): boolean {
  return URL.canParse(origin) && hosts.includes(new URL(origin).host)
}
