import { timingSafeEqual } from 'node:crypto'
import type { AccountId } from '@flora/contract/ids.ts'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Config } from '../platform/config.ts'
import { keyedHash } from '../platform/sealing.ts'
import { hashOf, isSecret, newSecret } from './secret.ts'

// Browsers keep no cookie longer.
const keptSeconds = 400 * 24 * 60 * 60
const name = 'device'

/**
 * A browser in which somebody has signed in to an account before: `device` holds a random number of that browser and our seal on
 * number and account. It signs nobody in. It only keeps strangers who guess at an address from locking its owner out, whose
 * guesses are counted apart, and it tells a new device from a known one.
 */
export interface KnownDevice {
  readonly number: string
}

export function knownDeviceOf(
  request: FastifyRequest,
  { sealingKey }: Pick<Config, 'sealingKey'>,
  accountId: AccountId,
): KnownDevice | undefined {
  const [number, ...seals] = (request.cookies[name] ?? '').split('.').slice(0, 1 + mostAccounts)
  if (!isSecret(number)) return undefined
  const seal = Buffer.from(sealOf(sealingKey, number, accountId))
  return seals.some((given) => given.length === seal.length && timingSafeEqual(Buffer.from(given), seal))
    ? { number: hashOf(number) }
    : undefined
}

// A family shares a browser; what is beyond this is forgotten, the oldest first.
const mostAccounts = 4

/** From now on the browser is known to the account. */
export function rememberDevice(
  request: FastifyRequest,
  reply: FastifyReply,
  { config, accountId }: { config: Pick<Config, 'sealingKey' | 'publicUrl'>; accountId: AccountId },
): void {
  const [given, ...seals] = (request.cookies[name] ?? '').split('.')
  const number = isSecret(given) ? given : newSecret()
  const own = sealOf(config.sealingKey, number, accountId)
  const others = number === given ? seals.filter((seal) => isSecret(seal) && seal !== own) : []
  reply.setCookie(name, [number, own, ...others.slice(0, mostAccounts - 1)].join('.'), {
    httpOnly: true,
    sameSite: 'lax',
    secure: config.publicUrl.startsWith('https:'),
    path: '/api/auth',
    maxAge: keptSeconds,
  })
}

function sealOf(sealingKey: Config['sealingKey'], number: string, accountId: AccountId): string {
  return keyedHash(sealingKey, 'known device', `${number} ${accountId}`)
}
