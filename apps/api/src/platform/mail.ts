import { createTransport } from 'nodemailer'

export interface Letter {
  readonly to: string
  readonly subject: string
  readonly html: string
  readonly text: string
  /** Stays the same when a letter is sent again, so that a mail program can fold the two. */
  readonly messageId: string
}

export interface Mail {
  /** Resolves when the mail server has taken the letter; throws when it has not. */
  readonly send: (letter: Letter) => Promise<void>
  readonly close: () => void
}

/** Mail by SMTP. `url` as smtp://user:password@host:port; `from` as the shop signs. */
export function openMail(url: string, from: string): Mail {
  const transport = createTransport({
    url,
    pool: true,
    maxConnections: 3,
    connectionTimeout: 10_000,
    greetingTimeout: 10_000,
    socketTimeout: 20_000,
    // Letters are built from our own templates only: no file and no address may be read while sending.
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  return {
    send: async ({ to, subject, html, text, messageId }) => {
      await transport.sendMail({ from, to, subject, html, text, messageId })
    },
    close: () => transport.close(),
  }
}
