import type { Jobs } from '../jobs.ts'
import { deleteSentWords, deleteSettledWords } from './account-letter-queries.ts'
import { type Sending, sendEmail } from './send-email.ts'

/** Sends a letter that was written, and forgets what it said: its link opens an account. */
export async function sendAccountLetter(shop: Sending, { emailId }: Jobs['notifications/send-email']): Promise<void> {
  await sendEmail(shop, emailId)
  await shop.inTransaction((tx) => deleteSentWords(tx, emailId))
}

/** Letters that were sent by another way, and those whose links are over before any mail server took them. */
export async function forgetSettledLetters({
  inTransaction,
  clock,
}: Pick<Sending, 'inTransaction' | 'clock'>): Promise<void> {
  await inTransaction((tx) => deleteSettledWords(tx, clock.now()))
}
