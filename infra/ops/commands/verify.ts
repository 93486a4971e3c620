import { type Command, codes } from '../command.ts'
import type { Context } from '../context.ts'
import { openVisitor, type Visitor } from '../visitor.ts'
import { cancelOrder, isThere, payByTestCard, placeOrder, type TestOrder } from '../test-order.ts'
import { addressOf, runs } from './status.ts'

interface Check {
  readonly what: string
  readonly state: 'ok' | 'NOT' | 'left out'
  readonly said: string
}

/** What a step of the list finds, in a sentence. `LeftOut` says that it could not be looked at, and why. */
type Step = () => Promise<string>

class LeftOut extends Error {
  override readonly name = 'LeftOut'
}

export const verify: Command = {
  what: 'the list after a release: health by the public address, pages, a test order to its confirmation, its letter, its page',
  takes: '[--url https://…] [--without-order] [--mailbox http://…] [--to test@your.shop]',
  words: 0,
  run: async (context) => {
    const found: Check[] = []
    const check = async (what: string, step: Step): Promise<boolean> => {
      const one = await step().then(
        (said): Check => ({ what, state: 'ok', said }),
        (error: unknown): Check => ({
          what,
          state: error instanceof LeftOut ? 'left out' : 'NOT',
          said: whatItSays(error),
        }),
      )
      context.say(`${one.state.padEnd(8)} ${what}: ${one.said}`)
      found.push(one)
      return one.state === 'ok'
    }
    const address = await addressOf(context)
    const visitor = openVisitor(address)
    await checkShop(context, visitor, check)
    if (await check('a test order', () => mayOrder(context, visitor))) await checkOrder(context, visitor, check)

    const wrong = found.filter(({ state }) => state === 'NOT')
    const left = found.filter(({ state }) => state === 'left out')
    return {
      lines: [
        ...found.map(({ what, state, said }) => `${state.padEnd(8)} ${what.padEnd(30)} ${said}`),
        wrong.length === 0
          ? `${address} is in order${left.length > 0 ? `; ${left.length} not looked at` : ''}.`
          : `${wrong.length} of ${found.length} are not in order.${context.options.url === undefined ? ` Back: npm run ops -- rollback api --env ${context.environment}` : ''}`,
      ],
      data: { address, checks: found },
      code: wrong.length === 0 ? codes.done : codes.amiss,
    }
  },
}

// What fetch says of itself is "fetch failed"; why stands behind it.
function whatItSays(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  const { cause } = error
  return cause instanceof Error ? `${error.message} (${cause.message || cause.name})` : error.message
}

type Checking = (what: string, step: Step) => Promise<boolean>

async function checkShop(context: Context, visitor: Visitor, check: Checking): Promise<void> {
  await check('health', async () => {
    const { release } = await visitor.call('GET /health', {})
    if (context.options.url === undefined) {
      const { api } = await runs(context)
      if (api !== release) throw new Error(`${release} answers, and ${api} is named`)
    }
    return release
  })
  await check('ready', async () => {
    const { status } = await visitor.call('GET /ready', {})
    if (status !== 'ok') throw new Error(status)
    return 'database, migrations and queue'
  })
  await check('front page and its files', async () => {
    const page = await visitor.fetch('/')
    const html = await page.text()
    if (page.status !== 200) throw new Error(`the page answers ${page.status}`)
    const files = [...html.matchAll(/(?:src|href)="(\/assets\/[^"]+)"/g)].map(([, file]) => file!)
    if (files.length === 0) throw new Error('the page names no files')
    for (const file of files) {
      const reply = await visitor.fetch(file)
      await reply.arrayBuffer()
      if (reply.status !== 200) throw new Error(`${file} answers ${reply.status}`)
      if (!/max-age=31536000/.test(reply.headers.get('cache-control') ?? ''))
        throw new Error(`${file} is not kept for ever`)
    }
    return `${files.length} files, kept for ever`
  })
  await check('a product', async () => {
    const { items, total } = await visitor.call('GET /products', { query: {} })
    const [first] = items
    if (!first) throw new Error('the shelf is empty')
    const { name } = await visitor.call('GET /products/:slug', { params: { slug: first.slug } })
    return `${total} on the shelf; ${name}`
  })
}

async function mayOrder(context: Context, visitor: Visitor): Promise<string> {
  if (context.options['without-order'] || context.options['dry-run']) throw new LeftOut('as you asked')
  const { payments } = await visitor.call('GET /shop', {})
  if (/_live_/.test(payments.publishableKey))
    throw new LeftOut('this shop takes real money: place one by hand, with a card of your own, and refund it')
  return payments.mode === 'sandbox' ? 'by the payment sandbox' : 'by Stripe’s test keys'
}

async function checkOrder(context: Context, visitor: Visitor, check: Checking): Promise<void> {
  const email = context.options.to ?? 'verify@flora.example'
  let order: TestOrder | undefined
  await check('it is placed', async () => {
    order = await placeOrder(visitor, email)
    return order.number
  })
  if (!order) return
  const { link, number } = order
  if (await check('it is paid by a test card', () => payByTestCard(visitor, order!)))
    await check('it is confirmed by Stripe’s event', async () => {
      const said = await isThere(context.pause, async () => {
        const { status, events } = await visitor.call('GET /orders/:link', { params: { link } })
        return status === 'CONFIRMED' && events.length > 0 ? status : undefined
      })
      if (!said)
        throw new Error('it stays unconfirmed. Does Stripe reach /api/stripe/webhook, and is its secret right?')
      return said
    })
  await check('its letter', async () => {
    const { mailbox } = context.options
    if (mailbox === undefined) throw new LeftOut(`look into the inbox of ${email} (or name the catcher: --mailbox)`)
    const seen = await isThere(context.pause, () => letterAbout(mailbox, email, number))
    if (!seen) throw new Error(`no letter about ${number} has come to ${mailbox}`)
    return seen
  })
  await check('its page', async () => {
    const page = await visitor.fetch(`/order/${link}`)
    if (page.status !== 200 || !(await page.text()).includes(number)) throw new Error(`the page answers ${page.status}`)
    return `/order/…${link.slice(-4)}`
  })
  await check('it is cancelled again', () => cancelOrder(visitor, order!))
}

// In a catcher such as npm start has: the newest letters to that address, until one names the order.
async function letterAbout(mailbox: string, email: string, number: string): Promise<string | undefined> {
  const ask = async (path: string) => (await fetch(new URL(path, mailbox))).json() as Promise<Record<string, unknown>>
  const { messages = [] } = (await ask('/api/messages')) as {
    messages?: { id: string; subject: string; to: { address: string }[] }[]
  }
  for (const { id, subject, to } of messages.slice(0, 50)) {
    if (!to.some(({ address }) => address === email)) continue
    const { text = '' } = (await ask(`/api/messages/${id}`)) as { text?: string }
    if (text.includes(number)) return subject
  }
  return undefined
}
