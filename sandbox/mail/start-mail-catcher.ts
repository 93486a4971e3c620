import type { Caught } from './caught.ts'
import type { Faults } from './faults.ts'
import { openMailbox, type Mailbox } from './mailbox.ts'
import { openSmtpDoor, type SmtpDoor } from './smtp-door.ts'
import { openWebDoor } from './web-door.ts'

export type { Caught, CaughtAttachment, Person } from './caught.ts'
export type { Fault, Faults } from './faults.ts'

/** A mail server that delivers nothing and shows everything. */
export type MailCatcher = {
  smtpPort: number
  /** Where the page is, without a slash at its end; the JSON API lies under /api/messages. */
  webUrl: string
  /** All that was caught, oldest first. */
  messages(): Caught[]
  /**
   * The first message, here or still to come, for which the predicate holds; an error that lists the mailbox if none
   * comes.
   */
  waitFor(predicate: (message: Caught) => boolean, timeoutMs: number): Promise<Caught>
  clear(): void
  faults: Faults
  close(): Promise<void>
}

export type MailCatcherOptions = {
  /** 0, the default, takes a free port. */
  smtpPort?: number
  webPort?: number
  /** Keeps messages as .eml files between starts; without it they live as long as the process. */
  folder?: string
}

/** Starts the mail catcher on loopback. Throws one sentence when a port is taken. */
export async function startMailCatcher({
  smtpPort = 0,
  webPort = 0,
  folder,
}: MailCatcherOptions = {}): Promise<MailCatcher> {
  const mailbox = await openMailbox(folder)
  const smtp = await openSmtpDoor(mailbox, smtpPort).catch(refuse('e-mail', smtpPort))
  const web = await openWebDoor(mailbox, webPort).catch(async (error: unknown) => {
    await smtp.close()
    return refuse("the mailbox's page", webPort)(error)
  })
  return {
    smtpPort: smtp.port,
    webUrl: web.url,
    messages: () => mailbox.list(),
    waitFor: (predicate, timeoutMs) => mailbox.waitFor(predicate, timeoutMs),
    clear: () => mailbox.clear(),
    faults: smtp.faults,
    close: () => close(mailbox, smtp, web),
  }
}

async function close(mailbox: Mailbox, smtp: SmtpDoor, web: { close(): Promise<void> }): Promise<void> {
  mailbox.close()
  await Promise.all([smtp.close(), web.close()])
}

function refuse(what: string, port: number): (error: unknown) => never {
  return (error) => {
    const { code } = error as NodeJS.ErrnoException
    throw code === 'EADDRINUSE'
      ? new Error(`Port ${port} for ${what} is taken by another program.`, { cause: error })
      : error
  }
}
