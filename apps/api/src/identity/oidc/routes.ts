import { identity } from '@flora/contract/identity.ts'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Config } from '../../platform/config.ts'
import { serve } from '../../platform/http.ts'
import type { Shop } from '../../shop.ts'
import { isSecret } from '../secret.ts'
import type { SigningIn } from '../sign-in-account.ts'
import { attemptMinutes, beginSignIn } from './begin-sign-in.ts'
import { finishSignIn } from './finish-sign-in.ts'
import { linkIdentity } from './link-identity.ts'
import { SignInStopped } from './problem.ts'
import { describeFault } from './provider-fault.ts'

const startUrl = '/api/auth/oidc/start'
const callbackUrl = '/api/auth/oidc/callback'
const cookieName = 'oidc'

/**
 * Sign-in by the provider. Two of these are no calls of the contract but addresses that a browser walks to: they answer with where
 * to go next and nothing else, whatever happens.
 */
export function oidcRoutes(app: FastifyInstance, shop: SigningIn & Pick<Shop, 'log'>): void {
  const { config } = shop
  // Never asks the provider: a page that is down shows its button all the same.
  serve(app, identity.listProviders, async () => (config.oidc ? [{ name: config.oidc.name, startUrl }] : []))

  serve(app, identity.linkProvider, ({ body }, request, reply) => linkIdentity(shop, { request, reply }, body.token))

  void app.register(async (walks) => {
    walks.addHook('onSend', async (_, reply) => void reply.header('cache-control', 'private, no-store'))
    walks.setErrorHandler((error: Error & { statusCode?: number }, _, reply) => sendBack(reply, stopFor(shop, error)))
    // Whatever asks for the head of these addresses must not use an attempt up.
    const walk = { config: { limit: 'guesses', who: 'anyone' }, exposeHeadRoute: false } as const

    walks.get<{ Querystring: { to?: unknown } }>(startUrl, walk, async (request, reply) => {
      const { to = '/account' } = request.query
      const begun = await beginSignIn(shop, {
        wanted: typeof to === 'string' ? to : '',
        browserSecret: readBrowserSecret(request),
        home: homeOf(config, request),
      })
      keepBrowserSecret(reply, config, begun.browserSecret)
      return reply.redirect(begun.url.href, 302)
    })

    walks.get(callbackUrl, walk, async (request, reply) => {
      const { reply: outcome, to } = await finishSignIn(
        shop,
        { request, reply },
        { answer: new URL(request.url, config.publicUrl).searchParams, browserSecret: readBrowserSecret(request) },
      )
      if (outcome.kind === 'signed-in') return reply.redirect(to, 302)
      // Behind the #, where no server, log or next page's referrer reads it.
      return reply.redirect(`/sign-in?${new URLSearchParams({ to })}#${outcome.ticket}`, 302)
    })
  })
}

function sendBack(reply: FastifyReply, { problem, to }: SignInStopped): FastifyReply {
  return reply.redirect(`/sign-in?${new URLSearchParams({ problem, ...(to !== undefined && { to }) })}`, 302)
}

function stopFor({ log }: Pick<Shop, 'log'>, error: Error & { statusCode?: number }): SignInStopped {
  if (error instanceof SignInStopped) {
    if (error.problem === 'provider-down' || error.problem === 'provider-wrong')
      log.warn({ problem: error.problem, ...describeFault(error) }, 'a sign-in by the provider failed')
    return error
  }
  if (error.statusCode === 429) return new SignInStopped('too-many-requests')
  log.error({ err: error, route: callbackUrl }, 'a sign-in by the provider broke')
  return new SignInStopped('our-fault')
}

function readBrowserSecret(request: FastifyRequest): string | undefined {
  const secret = request.cookies[cookieName]
  return isSecret(secret) ? secret : undefined
}

// It is not taken away when an attempt ends: another tab may be on its way, and alone it opens nothing.
function keepBrowserSecret(reply: FastifyReply, { publicUrl }: Config, secret: string): void {
  reply.setCookie(cookieName, secret, {
    httpOnly: true,
    // The provider sends the browser back by a navigation from its own site, which Strict would send without the cookie.
    sameSite: 'lax',
    secure: publicUrl.startsWith('https:'),
    path: '/api/auth/oidc',
    maxAge: attemptMinutes * 60,
  })
}

// The public address. A shop that is only on this machine has two names, each with cookies of its own: whoever came by one of them
// comes back by it.
function homeOf({ publicUrl }: Config, { headers }: FastifyRequest): string {
  const here = new URL(publicUrl)
  const asked = URL.parse(`http://${headers.host}`)
  const names = ['127.0.0.1', 'localhost']
  const isSameShop =
    asked !== null && here.protocol === 'http:' && asked.port === here.port && names.includes(asked.hostname)
  return isSameShop && names.includes(here.hostname) ? asked.origin : here.origin
}
