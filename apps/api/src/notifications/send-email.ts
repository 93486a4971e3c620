import type { EmailId } from '@flora/contract/ids.ts'
import type { Shop } from '../shop.ts'
import { claimSeconds, complaintOf, type Email, messageIdOf } from './email.ts'
import { claimEmail, isSettled, markRefused, markSent } from './queries.ts'

export type Sending = Pick<Shop, 'inTransaction' | 'clock' | 'mail' | 'config'>

/**
 * Hands a written mail to the mail server, once: claims it, sends outside of any transaction, writes down that it went. Throws
 * when the server did not take it, or while another worker has it, so that the job comes again. A process that dies between
 * the server's yes and our note leaves one mail sent twice, under one message id.
 */
export async function sendEmail(shop: Sending, id: EmailId): Promise<void> {
  const email = await claimed(shop, id)
  if (!email) return
  const complaint = await complaintAbout(shop, email)
  if (complaint !== undefined) {
    await shop.inTransaction((tx) => markRefused(tx, email, complaint))
    throw new Error(`The mail server did not take ${id}: ${complaint}`)
  }
  await shop.inTransaction((tx) => markSent(tx, id, shop.clock.now()))
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
    // The other worker may be dead: only a job that comes again makes sure of it.
    throw new Error(`Another worker is sending ${id}; this one looks again later`)
  })
}
