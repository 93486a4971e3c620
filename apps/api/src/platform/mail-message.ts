import MimeNode from 'nodemailer/lib/mime-node'
import { encode, wrap } from 'nodemailer/lib/qp'

export interface Letter {
  readonly to: string
  readonly subject: string
  readonly html: string
  readonly text: string
  /** Stays the same when a letter is sent again, so that a mail program can fold the two. */
  readonly messageId: string
}

export interface MailMessage {
  readonly envelope: { readonly from: string; readonly to: string[] }
  readonly raw: Buffer
  /** Is in the message already; told so that the mailer makes none of its own for its log. */
  readonly messageId: string
}

/**
 * A letter as the bytes of its message. The mailer can make one too, by a stream for each part and a dozen small writes; letters are
 * short, and this is one piece. What may be in a header, and how, is still the mailer's to know.
 */
export function toMailMessage({ to, subject, html, text, messageId }: Letter, from: string): MailMessage {
  const message = new MimeNode('multipart/alternative')
  message.setHeader({ from, to, subject, 'message-id': messageId })
  const head = message.buildHeaders()
  const { boundary } = message
  if (!boundary) throw new Error('invariant broken: a letter has two parts and nothing between them')
  const part = (type: string, body: string): string =>
    `--${boundary}\r\nContent-Type: ${type}; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n${quoted(body)}\r\n`
  const { from: sender, to: receivers } = message.getEnvelope()
  return {
    envelope: { from: sender || '', to: receivers },
    raw: Buffer.from(`${head}\r\n\r\n${part('text/plain', text)}${part('text/html', html)}--${boundary}--\r\n`),
    messageId,
  }
}

function quoted(body: string): string {
  return wrap(encode(body.replaceAll(/\r?\n/g, '\r\n')))
}
