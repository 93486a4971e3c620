import type { FastifyReply, FastifyRequest } from 'fastify'
import { clearCartCookie } from '../cart/index.ts'
import type { Shop } from '../shop.ts'
import { readAccessToken, type TokenOwner } from './access-token.ts'
import { clearSessionCookies, credentialsOf } from './cookies.ts'
import { hashOf } from './secret.ts'
import { endReplacedSession, markEnded } from './session-queries.ts'

/** Ends the session that a request names by any of its tokens, an expired one too, and lets the browser forget her. */
export async function signOut(
  { inTransaction, clock, config }: Pick<Shop, 'inTransaction' | 'clock' | 'config'>,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<void> {
  const now = clock.now()
  const credentials = credentialsOf(request)
  const access = credentials.kind === 'bearer' ? credentials.token : credentials.access
  const read = access === undefined ? undefined : await readAccessToken(config, access, now)
  const owner: TokenOwner | undefined = read && read.kind !== 'bad' ? read : undefined
  const refresh = credentials.kind === 'cookies' ? credentials.refresh : undefined
  if (owner || refresh !== undefined) {
    await inTransaction(async (tx) => {
      if (owner)
        await markEnded(tx, { accountId: owner.accountId, only: owner.sessionId }, { at: now, because: 'signed-out' })
      if (refresh !== undefined) await endReplacedSession(tx, hashOf(refresh), now)
    })
  }
  clearSessionCookies(reply, config)
  clearCartCookie(reply, config)
}
