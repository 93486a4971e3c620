import { createTransport } from 'nodemailer'
import { type Letter, toMailMessage } from './mail-message.ts'

export type { Letter } from './mail-message.ts'

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
    send: async (letter) => {
      await transport.sendMail(toMailMessage(letter, from))
    },
    close: () => transport.close(),
  }
}
