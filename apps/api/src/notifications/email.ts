import type { EmailId } from '@flora/contract/ids.ts'

/** A letter ready to be posted, as it lies in the database. */
export interface Email {
  readonly id: EmailId
  readonly recipient: string
  readonly subject: string
  readonly html: string
  readonly text: string
  /** How often it was handed to the mail server, this time included. */
  readonly attempts: number
}

/**
 * How long one worker may have a mail to itself: longer than the mail server's patience (10 s to connect, 10 s to greet, 20 s
 * to answer), shorter than the 120 s after which the queue gives the job of a silent worker to another one.
 */
export const claimSeconds = 60

/** Stays the same however often a mail is sent, so that a mail program can fold the two. */
export function messageIdOf(id: EmailId, publicUrl: string): string {
  return `<${id}@${new URL(publicUrl).hostname}>`
}

/** What the mail server said, for the record and the log: without anybody's address. */
export function complaintOf(error: unknown): string {
  const { code, command, message } = error as { code?: unknown; command?: unknown; message?: unknown }
  const said =
    typeof message === 'string' ? message.replaceAll(/[^\s<>"'(),;:]+@[^\s<>"'(),;:]+/g, '(an address)') : 'nothing'
  return [code, command, said]
    .filter((part) => typeof part === 'string' && part !== '')
    .join(' ')
    .slice(0, 300)
}
