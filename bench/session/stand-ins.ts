// The world outside the shop in a process of its own: the payment service, and a mail server that takes every letter.
import net from 'node:net'
import { startStripeSandbox } from '@flora/sandbox/stripe/stripe-sandbox.ts'
import { sandboxKeys } from '../../apps/api/src/platform/config.ts'

// What a shop would tick for its endpoint in Stripe's dashboard: the types that mean something to an order.
const wantedEvents = [
  'payment_intent.succeeded',
  'payment_intent.payment_failed',
  'payment_intent.canceled',
  'payment_intent.processing',
  'payment_intent.requires_action',
  'charge.succeeded',
  'refund.*',
  'charge.dispute.*',
]

const sandbox = await startStripeSandbox({ secretKey: sandboxKeys.secretKey })
const mail = net.createServer(takeLetters)
await new Promise<void>((resolve) => mail.listen(0, '127.0.0.1', resolve))
const { port } = mail.address() as net.AddressInfo

process.on('message', ({ webhook }: { webhook: string }) =>
  sandbox.deliverTo({ url: webhook, secret: sandboxKeys.webhookSecret, events: wantedEvents }),
)
process.on('SIGTERM', () => process.exit(0))
// Whoever started this one is gone: nobody will ask it anything any more.
process.on('disconnect', () => process.exit(0))
process.send?.({ url: `${sandbox.url} smtp://127.0.0.1:${port}` })

/** The least of SMTP that a mailer needs; letters are counted by the shop, not here. */
function takeLetters(socket: net.Socket): void {
  let isLetter = false
  let rest = ''
  socket.setEncoding('latin1')
  socket.on('error', () => undefined)
  socket.write('220 bench\r\n')
  socket.on('data', (text: string) => {
    rest += text
    for (;;) {
      const end = rest.indexOf(isLetter ? '\r\n.\r\n' : '\r\n')
      if (end < 0) return
      const line = rest.slice(0, end)
      rest = rest.slice(end + (isLetter ? 5 : 2))
      if (isLetter) isLetter = false
      else if (/^data/i.test(line)) {
        isLetter = true
        socket.write('354 go on\r\n')
        continue
      }
      if (/^quit/i.test(line)) return void socket.end('221 bye\r\n')
      socket.write('250 ok\r\n')
    }
  })
}
