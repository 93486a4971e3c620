import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Config } from '../platform/config.ts'
import { hashOf, isSecret, newSecret } from './secret.ts'

const name = 'registering'

/**
 * Marks the browser that asks for an account, whether one is made or not, and gives what the letter's link remembers of it. Somebody
 * else may have asked in the reader's name: only in the browser that asked does the link take over the password that was typed there.
 */
export function markAskingBrowser(
  request: FastifyRequest,
  reply: FastifyReply,
  { config, seconds }: { config: Pick<Config, 'publicUrl'>; seconds: number },
): string {
  const given = request.cookies[name]
  // The same for all it asks for, so that an earlier letter's link works as well.
  const secret = isSecret(given) ? given : newSecret()
  reply.setCookie(name, secret, {
    httpOnly: true,
    sameSite: 'lax',
    secure: config.publicUrl.startsWith('https:'),
    path: '/api/auth',
    maxAge: seconds,
  })
  return hashOf(secret)
}

/** Whether this is the browser that asked. */
export function isAskingBrowser(request: FastifyRequest, browser: string | undefined): boolean {
  const given = request.cookies[name]
  return browser !== undefined && isSecret(given) && hashOf(given) === browser
}
