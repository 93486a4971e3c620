import { roleMay } from '@flora/contract/permissions.ts'
import type { FastifyInstance, FastifyReply, FastifyRequest, onRequestAsyncHookHandler } from 'fastify'
import type { AccountId } from '@flora/contract/ids.ts'
import { readCartToken, setCartCookie, takeCartToAccount } from '../cart/index.ts'
import type { Caller } from '../platform/caller.ts'
import type { Shop } from '../shop.ts'
import { readAccessToken, type TokenOwner } from './access-token.ts'
import { lockAccount } from './account-queries.ts'
import { clearSessionCookies, type Credentials, credentialsOf, setSessionCookies } from './cookies.ts'
import { notAllowed, signInNeeded, twoFactorNeeded } from './errors.ts'
import { callerFromProviderToken } from './oidc/caller-from-provider-token.ts'
import { rotateSession } from './rotate-session.ts'
import { seenMinutes } from './session.ts'
import type { Visit } from './sign-in-account.ts'
import { findLiveSession, markSeen } from './session-queries.ts'

type GuardShop = Pick<Shop, 'db' | 'inTransaction' | 'clock' | 'config' | 'jobs'>

/** Called before each route that asks for a staff permission, once the caller may. What it throws stops the request. */
export type OnStaffAction = (request: FastifyRequest, reply: FastifyReply, caller: Caller) => Promise<void>

/**
 * Stands before every route of this scope that is not for anyone: finds who asks and whether she may, or refuses. Routes for anyone
 * are left as they are. Call it before the routes are made.
 */
export function guard(app: FastifyInstance, shop: GuardShop, onStaffAction?: OnStaffAction): void {
  const stand: onRequestAsyncHookHandler = async (request, reply) => {
    const { who = 'anyone' } = request.routeOptions.config
    if (who === 'anyone') return
    const found = await findCaller(shop, request, reply)
    if (!found) {
      reply.header('www-authenticate', 'Bearer')
      throw signInNeeded()
    }
    const { caller, twoFactor } = found
    if (who !== 'customer') {
      if (!roleMay(caller.role, who.may)) throw notAllowed()
      if (shop.config.staffTwoFactor && !twoFactor) throw twoFactorNeeded()
      await onStaffAction?.(request, reply, caller)
    }
    request.caller = caller
  }
  app.addHook('onRoute', (route) => {
    const { who = 'anyone' } = route.config ?? {}
    if (who === 'anyone') return
    const hooks = [route.onRequest ?? []].flat()
    // The route that answers HEAD is made from the one that answers GET, hooks and all.
    if (!hooks.includes(stand)) route.onRequest = [...hooks, stand]
  })
}

/** Who asks, and whether a second factor was shown on her device. */
interface Found {
  readonly caller: Caller
  readonly twoFactor: boolean
}

/** Who is signed in, if somebody is, whatever the route. Renews a browser's cookies when that is due. */
export async function findCaller(
  shop: GuardShop,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<Found | undefined> {
  const credentials = credentialsOf(request)
  const owner =
    credentials.kind === 'bearer'
      ? await ownerOfBearer(shop, credentials.token)
      : await ownerOfBrowser(shop, credentials, { request, reply })
  const found = owner && (await findBySession(shop, owner))
  if (found) return found
  if (credentials.kind === 'bearer') {
    const caller = await callerFromProviderToken(shop, credentials.token)
    return caller && { caller, twoFactor: false }
  }
  // What opens nothing any more is taken away, and with it the word "Account" above every page.
  if (credentials.access !== undefined || credentials.refresh !== undefined) clearSessionCookies(reply, shop.config)
  return undefined
}

async function findBySession(shop: GuardShop, owner: TokenOwner): Promise<Found | undefined> {
  const now = shop.clock.now()
  const session = await findLiveSession(shop.db, owner, now)
  if (!session) return undefined
  const { twoFactor, lastSeenAt, ...caller } = session
  if (Temporal.Instant.compare(lastSeenAt.add({ minutes: seenMinutes }), now) <= 0)
    await shop.inTransaction((tx) => markSeen(tx, caller.sessionId, now))
  return { caller, twoFactor }
}

async function ownerOfBearer({ config, clock }: GuardShop, token: string): Promise<TokenOwner | undefined> {
  const read = await readAccessToken(config, token, clock.now())
  return read.kind === 'good' ? read : undefined
}

async function ownerOfBrowser(
  shop: GuardShop,
  { access, refresh }: Credentials & { kind: 'cookies' },
  { request, reply }: Visit,
): Promise<TokenOwner | undefined> {
  const read = access === undefined ? undefined : await readAccessToken(shop.config, access, shop.clock.now())
  if (read?.kind === 'good') return read
  if (refresh === undefined) return undefined
  // An expired access token must be of the session that is renewed; a forged or foreign one says nothing.
  const rotated = await rotateSession(shop, refresh, read?.kind === 'expired' ? read.sessionId : undefined)
  if (!rotated) return undefined
  setSessionCookies(reply, shop.config, rotated)
  await bringCart(shop, { request, reply }, rotated.owner.accountId)
  return rotated.owner
}

// Another device may have been signed out meanwhile, which gives the cart another token: here is where the rest are told. What was
// put into a cart of this browser's own in between comes along.
export async function bringCart(shop: GuardShop, { request, reply }: Visit, accountId: AccountId): Promise<void> {
  const { sealingKey } = shop.config
  const cart = await shop.inTransaction(async (tx) => {
    const account = await lockAccount(tx, accountId)
    if (!account) return undefined
    const { generation } = account
    const anonymousHash = readCartToken(request)?.hash
    return takeCartToAccount(tx, { accountId, generation, sealingKey, anonymousHash, now: shop.clock.now() })
  })
  if (cart) setCartCookie(reply, shop.config, cart)
}
