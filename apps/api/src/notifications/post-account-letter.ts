import { newId } from '@flora/contract/ids.ts'
import type { Tx } from '../platform/db.ts'
import type { Shop } from '../shop.ts'
import { type AccountEmail, countLetters, insertAccountEmails, lockLettersTo } from './account-letter-queries.ts'
import { type AccountLetter, composeAccountLetter } from './letters/compose-account-letter.ts'
import type { Letterhead } from './letters/sheet.ts'
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
  const kind = `account/${letter.kind}`
  if (atMost) {
    const since = at.subtract({ hours: atMost.hours })
    await lockLettersTo(tx, { recipient: to, kind })
    if ((await countLetters(tx, { recipient: to, kind, since })) >= atMost.letters) return false
  }
  const letterhead = { ...(await findLetterhead(tx)), publicUrl: config.publicUrl }
  const [emailId] = await insertAccountEmails(tx, [toEmail({ to, letter, once, goodUntil }, { letterhead, at })])
  if (emailId) await jobs.enqueue(tx, 'notifications/send-email', { emailId })
  return emailId !== undefined
}

/** Writes many letters that are decided together, each once under its key. */
export async function postAccountLetters(
  tx: Tx,
  { clock, config, jobs }: Pick<Shop, 'clock' | 'config' | 'jobs'>,
  postings: readonly Omit<Posting, 'atMost'>[],
): Promise<void> {
  if (postings.length === 0) return
  const letterhead = { ...(await findLetterhead(tx)), publicUrl: config.publicUrl }
  const at = clock.now()
  const written = await insertAccountEmails(
    tx,
    postings.map((posting) => toEmail(posting, { letterhead, at })),
  )
  await jobs.enqueueAll(
    tx,
    'notifications/send-email',
    written.map((emailId) => ({ emailId })),
  )
}

function toEmail(
  { to, letter, once, goodUntil }: Composing,
  { letterhead, at }: { letterhead: Letterhead; at: Temporal.Instant },
): AccountEmail {
  const id = newId('eml')
  const kind = `account/${letter.kind}`
  const written = composeAccountLetter(letter, letterhead)
  return { id, once: once ?? `${kind}:${id}`, kind, recipient: to, ...written, at, goodUntil: goodUntil ?? null }
}

type Composing = Pick<Posting, 'to' | 'letter'> & {
  readonly once?: string | undefined
  readonly goodUntil?: Temporal.Instant | undefined
}
