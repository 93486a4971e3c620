import { identity } from '@flora/contract/identity.ts'
import type { SignedIn } from '@flora/contract/identity.ts'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { clearCartCookie, setCartCookie } from '../cart/index.ts'
import { callerOf } from '../platform/caller.ts'
import { serve } from '../platform/http.ts'
import { publicJwks } from '../platform/signing-keys.ts'
import type { Shop } from '../shop.ts'
import { readAccessToken } from './access-token.ts'
import { toAccount } from './account.ts'
import { findAccount } from './account-queries.ts'
import { markAskingBrowser } from './asking-browser.ts'
import { changeEmail, confirmEmail } from './change-email.ts'
import { changePassword } from './change-password.ts'
import { clearSessionCookies, credentialsOf, setSessionCookies } from './cookies.ts'
import { deviceOf } from './device.ts'
import { endDevice, endOtherDevices, listDevices } from './devices.ts'
import { signInNeeded } from './errors.ts'
import { bringCart } from './guard.ts'
import { oidcRoutes } from './oidc/routes.ts'
import { register, verifyHours } from './register.ts'
import { askForReset, resetPassword } from './reset-password.ts'
import { rotateSession } from './rotate-session.ts'
import { signIn } from './sign-in.ts'
import { signOut } from './sign-out.ts'
import { twoFactorRoutes } from './two-factor/routes.ts'
import { verifyEmail } from './verify-email.ts'

type IdentityShop = Pick<Shop, 'db' | 'inTransaction' | 'clock' | 'config' | 'jobs' | 'log'>

// Other services keep the keys for so long; a new one should stand here that much sooner than it signs.
const jwksSeconds = 300

export function identityRoutes(app: FastifyInstance, shop: IdentityShop): void {
  signingInRoutes(app, shop)
  ownAccountRoutes(app, shop)
  twoFactorRoutes(app, shop)
  oidcRoutes(app, shop)
  const jwks = JSON.stringify(publicJwks(shop.config.signingKeys))
  app.get('/.well-known/jwks.json', { config: { limit: 'reads' } }, (_, reply) =>
    reply
      .header('content-type', 'application/jwk-set+json')
      .header('cache-control', `public, max-age=${jwksSeconds}`)
      .send(jwks),
  )
}

function signingInRoutes(app: FastifyInstance, shop: IdentityShop): void {
  serve(app, identity.register, async ({ body }, request, reply) => {
    const browser = markAskingBrowser(request, reply, { config: shop.config, seconds: verifyHours * 60 * 60 })
    await register(shop, { ...body, device: deviceOf(request.headers['user-agent']), browser })
    return { message: 'We’ve sent a letter to that address. Its link makes the account; it works for a day.' }
  })

  serve(app, identity.verify, ({ body }, request, reply) => verifyEmail(shop, { request, reply }, body))

  serve(app, identity.login, ({ body }, request, reply) => signIn(shop, { request, reply }, body))

  serve(app, identity.refresh, (_, request, reply) => refresh(shop, request, reply))

  serve(app, identity.logout, async (_, request, reply) => {
    await signOut(shop, request, reply)
    return { message: 'You’re signed out on this device.' }
  })

  serve(app, identity.forgotten, async ({ body }) => {
    await askForReset(shop, body.email)
    return {
      message: 'If that address has an account, a letter with a link is on its way. The link works for half an hour.',
    }
  })

  serve(app, identity.reset, ({ body }, request, reply) => resetPassword(shop, { request, reply }, body))

  serve(app, identity.confirmEmail, async ({ body }) => {
    await confirmEmail(shop, body.token)
    return { message: 'Your account is at this address now.' }
  })
}

function ownAccountRoutes(app: FastifyInstance, shop: IdentityShop): void {
  serve(app, identity.me, async (_, request) => {
    const account = await findAccount(shop.db, callerOf(request).accountId)
    if (!account) throw signInNeeded()
    return toAccount(account, shop.config)
  })

  serve(app, identity.changePassword, async ({ body }, request, reply) => {
    setCartCookie(reply, shop.config, await changePassword(shop, callerOf(request), body))
    return { message: 'Your password is changed. Every other device is signed out.' }
  })

  serve(app, identity.changeEmail, async ({ body }, request) => {
    await changeEmail(shop, callerOf(request), body)
    return { message: 'We’ve sent a letter to the new address. Your account moves there when its link is followed.' }
  })

  const list = (request: FastifyRequest) => listDevices(shop.db, callerOf(request), shop.clock.now())
  serve(app, identity.listSessions, (_, request) => list(request))

  serve(app, identity.endSession, async ({ params }, request, reply) => {
    const caller = callerOf(request)
    setCartCookie(reply, shop.config, await endDevice(shop, caller, params.sessionId))
    if (params.sessionId === caller.sessionId) {
      clearSessionCookies(reply, shop.config)
      clearCartCookie(reply, shop.config)
    }
    return list(request)
  })

  serve(app, identity.endOtherSessions, async (_, request, reply) => {
    setCartCookie(reply, shop.config, await endOtherDevices(shop, callerOf(request)))
    return list(request)
  })
}

async function refresh(shop: IdentityShop, request: FastifyRequest, reply: FastifyReply): Promise<SignedIn> {
  const credentials = credentialsOf(request)
  if (credentials.kind === 'bearer' || credentials.refresh === undefined) throw signInNeeded()
  const { access } = credentials
  const read = access === undefined ? undefined : await readAccessToken(shop.config, access, shop.clock.now())
  const belongsTo = read && read.kind !== 'bad' ? read.sessionId : undefined
  const rotated = await rotateSession(shop, credentials.refresh, belongsTo)
  const account = rotated && (await findAccount(shop.db, rotated.owner.accountId))
  if (!account) {
    clearSessionCookies(reply, shop.config)
    throw signInNeeded()
  }
  setSessionCookies(reply, shop.config, rotated)
  await bringCart(shop, { request, reply }, account.id)
  const { accessToken, expiresAt } = rotated
  return { kind: 'signed-in', account: toAccount(account, shop.config), accessToken, expiresAt: expiresAt.toString() }
}
