import { once } from 'node:events'
import type { Socket } from 'node:net'
import { SMTPServer, type SMTPServerDataStream, type SMTPServerSession } from 'smtp-server'
import { freePort } from '../postgres/free-port.ts'
import { faultBoard, type FaultBoard, type Faults } from './faults.ts'
import type { Mailbox } from './mailbox.ts'

/** What the big providers take at most is more, and our own mails are a hundredth of it. */
export const MAX_MESSAGE_BYTES = 10 * 1024 * 1024

export type SmtpDoor = { port: number; faults: Faults; close(): Promise<void> }

/** Opens the SMTP port on loopback. It takes any recipient and any password, or none. */
export async function openSmtpDoor(mailbox: Mailbox, wantedPort: number): Promise<SmtpDoor> {
  // Not simply 0: after refused connections the same port must still be there to come back to.
  const port = wantedPort || (await freePort())
  const sockets = new Set<Socket>()
  const faults = faultBoard({ close, open })
  let server: SMTPServer | undefined

  async function open(): Promise<void> {
    const opening = buildServer(mailbox, faults, sockets)
    // Clients that vanish are part of the game; without a listener their errors would end the process.
    opening.on('error', () => undefined)
    // A port that is taken still fails here: the socket server below tells of it, too.
    await once(opening.listen(port, '127.0.0.1'), 'listening')
    server = opening
  }

  async function close(): Promise<void> {
    const closing = server
    server = undefined
    if (!closing) return
    const closed = new Promise<void>((resolve) => closing.close(resolve))
    for (const socket of sockets) socket.destroy()
    await closed
  }

  await open()
  return { port, faults, close }
}

function buildServer(mailbox: Mailbox, faults: FaultBoard, sockets: Set<Socket>): SMTPServer {
  const server = new SMTPServer({
    banner: 'Flora mail catcher',
    size: MAX_MESSAGE_BYTES,
    disabledCommands: ['STARTTLS'],
    authOptional: true,
    allowInsecureAuth: true,
    disableReverseLookup: true,
    logger: false,
    maxClients: 200,
    onAuth: ({ username }, _session, callback) => callback(null, { user: username ?? 'anyone' }),
    onRcptTo({ address }, _session, callback) {
      const fault = faults.strikes('refuse-recipient', (it) => it.address === undefined || it.address === address)
      callback(fault ? smtpError(fault.code ?? 451, 'Mailbox is busy, try again later') : null)
    },
    onData: (stream, session, callback) => void take(stream, session).then(callback, callback),
  })
  server.server.on('connection', (socket) => {
    sockets.add(socket)
    socket.once('close', () => sockets.delete(socket))
  })

  async function take(stream: SMTPServerDataStream, session: SMTPServerSession): Promise<Error | null> {
    const source = await readWhole(stream)
    if (stream.sizeExceeded) return smtpError(552, `Message is larger than ${MAX_MESSAGE_BYTES} bytes`)
    const refusal = faults.strikes('refuse-message')
    if (refusal) return smtpError(refusal.code ?? 451, 'Cannot take the message now, try again later')

    const { mailFrom, rcptTo } = session.envelope
    await mailbox.receive({ from: mailFrom ? mailFrom.address : '', to: rcptTo.map(({ address }) => address) }, source)
    if (faults.strikes('drop-before-answer')) socketOf(session)?.destroy()
    return null
  }

  function socketOf({ remotePort }: SMTPServerSession): Socket | undefined {
    return [...sockets].find((socket) => socket.remotePort === remotePort)
  }

  return server
}

/** All must be read before there can be an answer, but not all must be kept. */
async function readWhole(stream: SMTPServerDataStream): Promise<Buffer> {
  const chunks: Buffer[] = []
  let bytes = 0
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    bytes += chunk.length
    if (bytes <= MAX_MESSAGE_BYTES) chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

function smtpError(responseCode: number, message: string): Error {
  return Object.assign(new Error(message), { responseCode })
}
