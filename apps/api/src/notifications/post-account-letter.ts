import { newId } from '@flora/contract/ids.ts'
import type { Tx } from '../platform/db.ts'
import type { Shop } from '../shop.ts'
import { countLetters, lockLettersTo, insertAccountEmail } from './account-letter-queries.ts'
import { type AccountLetter, composeAccountLetter } from './letters/compose-account-letter.ts'
import { findLetterhead } from './queries.ts'

export interface Posting {
  readonly to: string
  readonly letter: AccountLetter
  /** One decision, one letter: a second one under this key is not written. A key of its own when absent. */
  readonly once?: string
  /** For letters with a link: after this it is not worth sending. Its words are forgotten as soon as it is sent. */
  readonly goodUntil?: Temporal.Instant
  /** For letters that anybody can ask for in anybody's name: beyond these, an address is left in peace. */
  readonly atMost?: { readonly letters: number; readonly hours: number }
}

/**
 * Writes a letter about an account in the caller's transaction and has it sent once that commits. Says whether one is written: what
 * a stranger asked for too often is not.
 */
export async function postAccountLetter(
  tx: Tx,
  { clock, config, jobs }: Pick<Shop, 'clock' | 'config' | 'jobs'>,
  { to, letter, once, goodUntil, atMost }: Posting,
): Promise<boolean> {
  const at = clock.now()
  const id = newId('eml')
  const kind = `account/${letter.kind}`
  if (atMost) {
    const since = at.subtract({ hours: atMost.hours })
    await lockLettersTo(tx, { recipient: to, kind })
    if ((await countLetters(tx, { recipient: to, kind, since })) >= atMost.letters) return false
  }
  const written = composeAccountLetter(letter, { ...(await findLetterhead(tx)), publicUrl: config.publicUrl })
  const isNew = await insertAccountEmail(tx, {
    id,
    once: once ?? `${kind}:${id}`,
    kind,
    recipient: to,
    ...written,
    at,
    goodUntil: goodUntil ?? null,
  })
  if (isNew) await jobs.enqueue(tx, 'notifications/send-email', { emailId: id })
  return isNew
}
