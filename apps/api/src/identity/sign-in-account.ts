import { type AccountId, newId, type SessionId } from '@flora/contract/ids.ts'
import type { SignInReply } from '@flora/contract/identity.ts'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { type CartToken, readCartToken, setCartCookie, takeCartToAccount } from '../cart/index.ts'
import { postAccountLetter } from '../notifications/index.ts'
import type { Tx } from '../platform/db.ts'
import { invariant } from '../platform/refusal.ts'
import type { Shop } from '../shop.ts'
import { signAccessToken } from './access-token.ts'
import { toAccount } from './account.ts'
import { type AccountRow, lockAccount } from './account-queries.ts'
import { writeAudit } from './audit-queries.ts'
import { credentialsOf, setSessionCookies } from './cookies.ts'
import { deviceOf } from './device.ts'
import { knownDeviceOf, rememberDevice } from './known-device.ts'
import { makeToken } from './link-token.ts'
import { hashOf, newSecret } from './secret.ts'
import { longestDays, tokenExpiry } from './session.ts'
import { endReplacedSession, hasSessions, insertRefreshToken, insertSession } from './session-queries.ts'
import { nameAndRole } from './account.ts'

export type SigningIn = Pick<Shop, 'inTransaction' | 'clock' | 'config' | 'jobs'>

/** Where somebody signs in: her request, and the reply that takes her cookies. */
export interface Visit {
  readonly request: FastifyRequest
  readonly reply: FastifyReply
}

/** Whose account it is, found out in the transaction that signs her in. */
export interface Proof {
  readonly accountId: AccountId
  /** For the audit log: by which way. A link that came to her own address says so to her anyway, without a letter more. */
  readonly how: 'password' | 'verified' | 'reset' | 'second-factor' | 'provider' | 'linked' | 'invited'
  /** Whether a second factor was shown. Without it, an account that has one is asked for it before anything else happens. */
  readonly twoFactor?: boolean
}

/** How long a code may be given after the password. */
const ticketMinutes = 5

interface Begun {
  readonly account: AccountRow
  readonly sessionId: SessionId
  readonly refreshToken: string
  readonly cart: CartToken
}

/**
 * Signs somebody in: `prove` says who she is, and throws when she isn't; all else happens in the same transaction. New tokens are
 * made every time: what cookies the browser brought counts for nothing, but that its former session is ended with this.
 */
export async function signInAccount(
  shop: SigningIn,
  visit: Visit,
  prove: (tx: Tx) => Promise<Proof>,
): Promise<SignInReply> {
  const now = shop.clock.now()
  const outcome = await shop.inTransaction(async (tx) => {
    const proof = await prove(tx)
    const account = await lockAccount(tx, proof.accountId)
    invariant(account, `${proof.accountId} was proven and is no account`)
    if (account.hasTwoFactor && !proof.twoFactor) {
      const payload = { how: proof.how }
      return makeToken(tx, { kind: 'second-factor', accountId: account.id, payload, minutes: ticketMinutes, now })
    }
    return beginSession(tx, shop, { account, proof, visit, now })
  })
  if (typeof outcome === 'string') return { kind: 'second-factor', ticket: outcome }

  const { account, sessionId, refreshToken, cart } = outcome
  const { config } = shop
  const { token: accessToken, expiresAt } = await signAccessToken(config, { accountId: account.id, sessionId }, now)
  setSessionCookies(visit.reply, config, { accessToken, refreshToken })
  setCartCookie(visit.reply, config, cart)
  rememberDevice(visit.request, visit.reply, { config, accountId: account.id })
  return { kind: 'signed-in', account: toAccount(account, config), accessToken, expiresAt: expiresAt.toString() }
}

interface Beginning {
  readonly account: AccountRow
  readonly proof: Proof
  readonly visit: Visit
  readonly now: Temporal.Instant
}

async function beginSession(tx: Tx, shop: SigningIn, beginning: Beginning): Promise<Begun> {
  const { account, proof, visit, now } = beginning
  await endFormerSession(tx, visit.request, now)
  const isNew = await isNewDevice(tx, shop, beginning)
  const device = deviceOf(visit.request.headers['user-agent'])
  const sessionId = newId('ses')
  const refreshToken = newSecret()
  const expiresAt = now.add({ hours: longestDays * 24 })
  const { id: accountId } = account
  await insertSession(tx, {
    id: sessionId,
    accountId,
    device,
    twoFactor: proof.twoFactor === true,
    at: now,
    expiresAt,
  })
  await insertRefreshToken(tx, {
    hash: hashOf(refreshToken),
    sessionId,
    at: now,
    expiresAt: tokenExpiry(expiresAt, now),
  })
  await writeAudit(tx, {
    at: now,
    accountId,
    who: nameAndRole(account),
    action: 'sign-in',
    outcome: 200,
    detail: { how: proof.how, device, ip: visit.request.ip },
  })
  if (isNew)
    await postAccountLetter(tx, shop, {
      to: account.email,
      letter: { kind: 'new-device', device, at: now },
      // A program that signs in every hour and keeps no cookies is one piece of news a day.
      once: `account/new-device:${accountId}:${device}:${now.toString().slice(0, 10)}`,
    })
  // Her address is proven, so what she bought with it as a guest, last year or a minute ago, is hers.
  await shop.jobs.enqueue(tx, 'customers/claim-orders', { accountId, email: account.email })
  const cart = await takeCartToAccount(tx, {
    accountId,
    generation: account.generation,
    sealingKey: shop.config.sealingKey,
    anonymousHash: readCartToken(visit.request)?.hash,
    now,
  })
  return { account, sessionId, refreshToken, cart }
}

// A browser has one session. One that a stranger planted is ended too, which is no loss but his.
async function endFormerSession(tx: Tx, request: FastifyRequest, now: Temporal.Instant): Promise<void> {
  const credentials = credentialsOf(request)
  if (credentials.kind === 'cookies' && credentials.refresh !== undefined)
    await endReplacedSession(tx, hashOf(credentials.refresh), now)
}

// Her first device is no news, and neither is one whose link came to her own address.
async function isNewDevice(tx: Tx, { config }: SigningIn, { account, proof, visit, now }: Beginning): Promise<boolean> {
  if (proof.how === 'verified' || proof.how === 'reset' || proof.how === 'linked' || proof.how === 'invited')
    return false
  if (knownDeviceOf(visit.request, config, account.id)) return false
  // Sessions are swept; the account's age still knows that there were some.
  const isYoung = Temporal.Instant.compare(account.createdAt, now.subtract({ hours: 1 })) > 0
  return !isYoung || hasSessions(tx, account.id)
}
