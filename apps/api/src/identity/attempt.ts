import { isIPv6 } from 'node:net'
import type { AccountId } from '@flora/contract/ids.ts'
import type { Config } from '../platform/config.ts'
import type { Tx } from '../platform/db.ts'
import type { Shop } from '../shop.ts'
import { deleteAttempts, findWait, giveBackAttempt, takeAttempt } from './attempt-queries.ts'
import { signInWait } from './errors.ts'
import { keyedHash } from '../platform/sealing.ts'

/** What somebody tries to open, and from where. */
export type Tried =
  /** An address at the sign-in page, whether it has an account or not. */
  | { readonly by: 'address'; readonly email: string }
  /** The same from a browser that the account knows: strangers who guess at the address don't count against it. */
  | { readonly by: 'device'; readonly number: string; readonly accountId: AccountId }
  /** Something asked of one who is signed in, or nearly: her password again, the code of her authenticator. */
  | { readonly by: 'account'; readonly what: 'password' | 'code'; readonly accountId: AccountId }
  /** Whatever is tried, all that one client tries. */
  | { readonly by: 'client'; readonly ip: string }

/** An attempt that was counted as a failure before it was looked at. */
export interface Attempt {
  readonly keys: readonly { readonly key: string; readonly by: Tried['by'] }[]
}

const freeAttempts: Record<Tried['by'], number> = {
  // People mistype, and try the two or three passwords they have.
  address: 5,
  device: 5,
  account: 5,
  // Whole offices and mobile networks come from one address.
  client: 20,
}
const longestWaitSeconds = 15 * 60
/** A count that nothing was added to for so long is forgotten. */
export const countedHours = 24

/**
 * Counts an attempt before it is looked at, so that a hundred at the same moment cannot all pass before the first has failed; or
 * refuses it while there is a wait, and then counts nothing: who waits is not made to wait longer.
 */
export async function beginAttempt(
  { inTransaction, clock, config }: Pick<Shop, 'inTransaction' | 'clock' | 'config'>,
  tried: readonly Tried[],
): Promise<Attempt> {
  const now = clock.now()
  const keys = tried.map((what) => toKey(config.sealingKey, what)).toSorted((a, b) => (a.key < b.key ? -1 : 1))
  const rules = { now, forgottenBefore: now.subtract({ hours: countedHours }), longestSeconds: longestWaitSeconds }
  await inTransaction(async (tx) => {
    for (const { key, by } of keys) {
      if (await takeAttempt(tx, { key, free: freeAttempts[by] }, rules)) continue
      const until =
        (await findWait(
          tx,
          keys.map((each) => each.key),
        )) ?? now
      // Thrown in here, so that what was counted for the other keys is not.
      throw signInWait(Math.max(1, Math.ceil((until.epochMilliseconds - now.epochMilliseconds) / 1_000)))
    }
  })
  return { keys }
}

/**
 * It was right after all. What was opened starts from nothing; a client has this one back only, or whoever has an account of his
 * own could guess at others' for ever.
 */
export async function forgiveAttempt(tx: Tx, { keys }: Attempt, now: Temporal.Instant): Promise<void> {
  for (const { key, by } of keys) {
    if (by === 'client') await giveBackAttempt(tx, key, now)
    else await deleteAttempts(tx, key)
  }
}

/** It was never looked at. */
export async function takeBackAttempt(tx: Tx, { keys }: Attempt, now: Temporal.Instant): Promise<void> {
  for (const { key } of keys) await giveBackAttempt(tx, key, now)
}

/** Whoever proved that an address is hers may try again there at once. */
export function addressAttempt({ sealingKey }: Pick<Config, 'sealingKey'>, email: string): Attempt {
  return { keys: [toKey(sealingKey, { by: 'address', email })] }
}

function toKey(sealingKey: Config['sealingKey'], tried: Tried): Attempt['keys'][number] {
  return { key: keyedHash(sealingKey, 'attempts', inWords(tried)), by: tried.by }
}

function inWords(tried: Tried): string {
  switch (tried.by) {
    case 'address':
      return `address ${tried.email.toLowerCase()}`
    case 'device':
      return `device ${tried.number} ${tried.accountId}`
    case 'account':
      return `${tried.what} of ${tried.accountId}`
    case 'client':
      return `client ${networkOf(tried.ip)}`
  }
}

/** Who has an IPv6 address has 2⁶⁴ of them: the network counts. */
export function networkOf(ip: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(ip)?.[1]
  if (mapped) return mapped
  if (!isIPv6(ip)) return ip
  const [head = '', tail] = ip.split('%')[0]!.toLowerCase().split('::')
  const groups = (text: string) => (text === '' ? [] : text.split(':').map((group) => group.replace(/^0+(?=.)/, '')))
  const before = groups(head)
  const after = tail === undefined ? [] : groups(tail)
  const all = [...before, ...Array.from({ length: Math.max(0, 8 - before.length - after.length) }, () => '0'), ...after]
  return `${all.slice(0, 4).join(':')}::/64`
}
