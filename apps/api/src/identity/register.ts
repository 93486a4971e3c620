import type { Shop } from '../shop.ts'
import { postAccountLetter } from '../notifications/index.ts'
import { findAccountByEmail } from './account-queries.ts'
import { choosePassword } from './choose-password.ts'
import { makeToken } from './link-token.ts'

/** A day to find the letter. */
export const verifyHours = 24
// Anybody can ask in anybody's name.
const atMost = { letters: 3, hours: 1 } as const

export interface Registration {
  readonly email: string
  readonly name: string
  readonly password: string
  /** 'Firefox on Linux': so that she who gets the letter can tell whether it was her who asked. */
  readonly device: string
  /** The browser that asked, as `markAskingBrowser` says it. */
  readonly browser: string
}

/**
 * Writes to an address that wants an account: the link that makes it, or that there is one. Until the link is followed there is no
 * account, so nobody occupies an address that isn't theirs. Both ways do the same work, statement by statement: whoever asks learns
 * from neither words nor waiting which it was.
 */
export async function register(
  shop: Pick<Shop, 'db' | 'inTransaction' | 'clock' | 'config' | 'jobs'>,
  { email, name, password, device, browser }: Registration,
): Promise<void> {
  const passwordHash = await choosePassword(shop, password, { email, name })
  const now = shop.clock.now()
  await shop.inTransaction(async (tx) => {
    const account = await findAccountByEmail(tx, email)
    // Where there is an account already, nobody is told this secret.
    const minutes = verifyHours * 60
    const token = await makeToken(tx, {
      kind: 'verify-email',
      email,
      payload: { name, passwordHash, browser },
      minutes,
      now,
    })
    await postAccountLetter(tx, shop, {
      to: account?.email ?? email,
      letter: account
        ? { kind: 'already-have-account' }
        : { kind: 'verify', token, hours: verifyHours, device, at: now },
      goodUntil: now.add({ minutes }),
      atMost,
    })
  })
}
