import type { EmailId } from '@flora/contract/ids.ts'
import { together } from '../platform/together.ts'
import type { Shop } from '../shop.ts'
import { claimSeconds, complaintOf, type Email, messageIdOf } from './email.ts'
import {
  claimEmails,
  findByKey,
  findEmail,
  insertClaimed,
  isSettled,
  markRefused,
  markSent,
  type NewEmail,
} from './queries.ts'

export type Sending = Pick<Shop, 'db' | 'inTransaction' | 'clock' | 'mail' | 'config'>

/**
 * Makes a sender of mails that are not written yet: writes a mail down, once for its key, and hands it to the mail server, once: takes it
 * in the statement that writes it, sends outside of any transaction, writes down that it went. Throws when the server did not take it, or
 * while another worker has it, so that the job comes again. A process that dies between the server's yes and our note leaves a mail sent
 * twice, under one message id. Mails of one turn are written together, and those that went while others were being marked are marked together.
 */
export function newEmailSender(shop: Sending): (email: NewEmail) => Promise<void> {
  const { db } = shop
  const claim = together((emails: readonly NewEmail[]) => claimNew(shop, emails))
  const mark = together((ids: readonly EmailId[]) => markAllSent(shop, ids), { inTurn: true })
  return async (email) => {
    const id = await claim(email)
    if (id === email.id) return handOver(shop, { ...email, attempts: 1 }, mark)
    if (id) return handOver(shop, (await findEmail(db, id))!, mark)
    const standing = await findByKey(db, email.once)
    if (!standing?.isSettled) throw isTaken(standing?.id ?? email.id)
  }
}

/** The same for a mail that comes alone. */
export function sendNewEmail(shop: Sending, email: NewEmail): Promise<void> {
  return newEmailSender(shop)(email)
}

/** The same for mails that were written before. */
export function keptEmailSender(shop: Sending): (id: EmailId) => Promise<void> {
  const claim = together((ids: readonly EmailId[]) => claimKept(shop, ids))
  const mark = together((ids: readonly EmailId[]) => markAllSent(shop, ids), { inTurn: true })
  return async (id) => {
    const email = await claim(id)
    if (email) await handOver(shop, email, mark)
    else if (!(await isSettled(shop.db, id))) throw isTaken(id)
  }
}

/** The same for one that comes alone. */
export function sendEmail(shop: Sending, id: EmailId): Promise<void> {
  return keptEmailSender(shop)(id)
}

async function claimNew(
  { inTransaction, clock }: Sending,
  emails: readonly NewEmail[],
): Promise<Map<NewEmail, EmailId>> {
  const at = clock.now()
  // Of two workers of this process with one letter, one has it.
  const byKey = new Map(emails.map((email) => [email.once, email]))
  const until = at.add({ seconds: claimSeconds })
  const taken = await inTransaction((tx) => insertClaimed(tx, [...byKey.values()], { at, until }), 'one statement')
  return new Map([...taken].map(([once, id]) => [byKey.get(once)!, id]))
}

async function markAllSent({ inTransaction, clock }: Sending, ids: readonly EmailId[]): Promise<Map<EmailId, true>> {
  await inTransaction((tx) => markSent(tx, ids, clock.now()), 'one statement')
  return new Map(ids.map((id) => [id, true]))
}

async function handOver(shop: Sending, email: Email, mark: (id: EmailId) => Promise<unknown>): Promise<void> {
  const { id } = email
  const complaint = await complaintAbout(shop, email)
  if (complaint !== undefined) {
    await shop.inTransaction((tx) => markRefused(tx, email, complaint), 'one statement')
    throw new Error(`The mail server did not take ${id}: ${complaint}`)
  }
  await mark(id)
}

// The error itself goes no further: what a mail server says has addresses in it, and what is thrown is logged.
async function complaintAbout(
  { mail, config }: Sending,
  { id, recipient, subject, html, text }: Email,
): Promise<string | undefined> {
  try {
    await mail.send({ to: recipient, subject, html, text, messageId: messageIdOf(id, config.publicUrl) })
    return undefined
  } catch (error) {
    return complaintOf(error)
  }
}

async function claimKept({ inTransaction, clock }: Sending, ids: readonly EmailId[]): Promise<Map<EmailId, Email>> {
  const now = clock.now()
  const until = now.add({ seconds: claimSeconds })
  const taken = await inTransaction((tx) => claimEmails(tx, ids, { now, until }), 'one statement')
  return new Map(taken.map((email) => [email.id, email]))
}

// The other worker may be dead: only a job that comes again makes sure of it.
function isTaken(id: EmailId): Error {
  return new Error(`Another worker is sending ${id}; this one looks again later`)
}
