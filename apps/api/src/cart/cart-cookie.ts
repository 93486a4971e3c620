import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Config } from '../platform/config.ts'
import { type CartToken, knownCartToken, newCartToken } from './cart-token.ts'

const cookieName = 'cart'
const daySeconds = 24 * 60 * 60
// Nobody's cart is thrown away after as many.
const keptSeconds = 30 * daySeconds
// An account's cart stays, so its cookie lives at least as long as a device can stay signed in: else what she buys after a quiet
// month would be nobody's.
const keptSignedInSeconds = 180 * daySeconds

/** The cart's token from its cookie, if the browser sent one that can be ours. */
export function readCartToken(request: FastifyRequest): CartToken | undefined {
  const token = request.cookies[cookieName]
  return token && /^[A-Za-z0-9_-]{32}$/.test(token) ? knownCartToken(token) : undefined
}

/** The token of this browser's cart, a new one if need be. The cookie is set again, so that its time begins with the last change. */
export function keepCartToken(config: Config, request: FastifyRequest, reply: FastifyReply): CartToken {
  const token = readCartToken(request) ?? newCartToken()
  // Anybody may say so: it decides nothing but how long her own browser keeps a cookie.
  const saysSignedIn = request.cookies['signed-in'] === '1'
  reply.setCookie(cookieName, token.token, {
    ...attributes(config),
    maxAge: saysSignedIn ? keptSignedInSeconds : keptSeconds,
  })
  return token
}

/** From now on this browser's cart is its owner's, which the token opens on all her devices. */
export function setCartCookie(reply: FastifyReply, config: Config, { token }: CartToken): void {
  reply.setCookie(cookieName, token, { ...attributes(config), maxAge: keptSignedInSeconds })
}

/** The browser forgets its cart; the shop doesn't. */
export function clearCartCookie(reply: FastifyReply, config: Config): void {
  reply.clearCookie(cookieName, attributes(config))
}

function attributes({ publicUrl }: Config) {
  return { httpOnly: true, sameSite: 'lax', secure: publicUrl.startsWith('https:'), path: '/' } as const
}
