import type { EmailId } from '@flora/contract/ids.ts'
import type { Shop } from '../shop.ts'
import { claimSeconds, complaintOf, type Email, messageIdOf } from './email.ts'
import {
  claimEmail,
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
 * Writes a mail down, once for its key, and hands it to the mail server, once: takes it in the statement that writes it, sends
 * outside of any transaction, writes down that it went. Throws when the server did not take it, or while another worker has it,
 * so that the job comes again. A process that dies between the server's yes and our note leaves one mail sent twice, under one
 * message id.
 */
export async function sendNewEmail(shop: Sending, email: NewEmail): Promise<void> {
  const { db, inTransaction } = shop
  const until = email.at.add({ seconds: claimSeconds })
  const id = await inTransaction((tx) => insertClaimed(tx, email, until), 'one statement')
  if (id === email.id) return handOver(shop, { ...email, attempts: 1 })
  if (id) return handOver(shop, (await findEmail(db, id))!)
  const standing = await findByKey(db, email.once)
  if (!standing?.isSettled) throw isTaken(standing?.id ?? email.id)
}

/** The same for a mail that was written before. */
export async function sendEmail(shop: Sending, id: EmailId): Promise<void> {
  const email = await claimed(shop, id)
  if (email) await handOver(shop, email)
}

async function handOver(shop: Sending, email: Email): Promise<void> {
  const { id } = email
  const complaint = await complaintAbout(shop, email)
  if (complaint !== undefined) {
    await shop.inTransaction((tx) => markRefused(tx, email, complaint), 'one statement')
    throw new Error(`The mail server did not take ${id}: ${complaint}`)
  }
  await shop.inTransaction((tx) => markSent(tx, id, shop.clock.now()), 'one statement')
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

async function claimed({ inTransaction, clock }: Sending, id: EmailId): Promise<Email | undefined> {
  const now = clock.now()
  return inTransaction(async (tx) => {
    const email = await claimEmail(tx, id, { now, until: now.add({ seconds: claimSeconds }) })
    if (email || (await isSettled(tx, id))) return email
    throw isTaken(id)
  })
}

// The other worker may be dead: only a job that comes again makes sure of it.
function isTaken(id: EmailId): Error {
  return new Error(`Another worker is sending ${id}; this one looks again later`)
}
