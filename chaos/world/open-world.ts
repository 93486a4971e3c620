import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { doorEnvironment } from '../../apps/api/src/entry/door-environment.ts'
import { freePort } from '../../sandbox/postgres/free-port.ts'
import { type RunningPostgres, startPostgres } from '../../sandbox/postgres/start-postgres.ts'
import { type Cache, openCache } from './cache.ts'
import { type ShopClock, startClock } from './clock-file.ts'
import { type Door, openDoor } from './door.ts'
import { type Ask, lineTo } from './line.ts'
import { openFront } from './front.ts'
import { endProgram, type Program, startProgram } from './program.ts'
import { type StockedShop, stockShop } from './stocked-shop.ts'

/** Everything that runs, each in a process of its own. */
export interface World {
  readonly clock: ShopClock
  readonly postgres: RunningPostgres
  readonly shop: StockedShop
  /** Before the doors that serve. */
  readonly shopUrl: string
  readonly frontName: string
  readonly stripeUrl: string
  readonly stripe: Ask
  readonly mail: Ask
  readonly cache: Cache | undefined
  readonly serves: readonly Door[]
  readonly works: readonly Door[]
  /** What a door has in its environment. */
  readonly environment: Record<string, string>
  /** Ends of a door that nobody asked for. */
  readonly falls: { door: string; how: string }[]
  /** Lines that the doors wrote: how often each sentence, by level. */
  readonly log: Map<string, number>
  readonly close: () => Promise<void>
}

export interface WorldParts {
  readonly orders: number
  /** The shop's clock at the beginning. */
  readonly beginning: Temporal.Instant
  /** Where the built doors are. */
  readonly doors: string
  readonly say: (text: string) => void
  /** Everything the doors write goes here too. */
  readonly hear: (line: string) => void
}

// As safe as for real money, with the memory of a small server.
const postgresSettings = {
  fsync: 'on',
  synchronous_commit: 'on',
  full_page_writes: 'on',
  shared_buffers: '256MB',
  max_connections: '200',
  max_wal_size: '2GB',
}

// What a shop would tick for its endpoint in Stripe's dashboard.
const wantedEvents = ['payment_intent.*', 'charge.succeeded', 'refund.*', 'charge.dispute.*']

/** Opens a shop of two doors that serve and two that work, with PostgreSQL, a payment service and a mail server. */
export async function openWorld({ orders, beginning, doors, say, hear }: WorldParts): Promise<World> {
  const folder = mkdtempSync(path.join(tmpdir(), 'flora-chaos-'))
  const clock = startClock(folder, beginning)
  const postgres = await startPostgres({ settings: postgresSettings })
  say('stocking a shop')
  const shop = await stockShop(postgres.url, { orders, clock })
  const ports = [await freePort(), await freePort()] as const
  const [outside, cache] = await Promise.all([openOutside(clock, ports, folder), openCache()])
  const environment = environmentOf({ shop, outside, cache, folder })
  const falls: World['falls'] = []
  const log: World['log'] = new Map()
  const open = (kind: 'serve' | 'work', place: 0 | 1): Promise<Door> => {
    const name = `${kind} ${place + 1}`
    const lent = clock.lentTo(kind === 'serve' ? place + 1 : place + 3)
    const parts = {
      file: path.join(doors, `${kind}.js`),
      env: {
        ...doorEnvironment(kind),
        ...environment,
        ...lent.env,
        PORT: kind === 'serve' ? String(ports[place]) : '0',
      },
      node: lent.node,
      hear: (line: string) => {
        hear(`${name} ${line}`)
        countLine(log, line)
      },
    }
    return openDoor(name, parts, (door, how) => falls.push({ door, how }))
  }
  say('opening two doors that serve and two that work')
  // The first door makes the shop's keys; then there is nothing left to agree on.
  const serves = [await open('serve', 0), await open('serve', 1)]
  const works = await Promise.all([open('work', 0), open('work', 1)])
  await outside.stripe('deliverTo', `${outside.shopUrl}/api/stripe/webhook`, wantedEvents)

  return {
    ...outside,
    clock,
    postgres,
    shop,
    cache,
    serves,
    works,
    environment,
    falls,
    log,
    close: async () => {
      await Promise.all([...serves, ...works].map((door) => door.close()))
      await outside.close()
      await cache?.close()
      await postgres.stop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

interface Outside extends Pick<World, 'shopUrl' | 'frontName' | 'stripeUrl' | 'stripe' | 'mail'> {
  readonly smtpUrl: string
  readonly close: () => Promise<void>
}

/** What is not the shop's: a load balancer, the payment service, a mail server. */
async function openOutside(clock: ShopClock, ports: readonly number[], folder: string): Promise<Outside> {
  const [front, payments, mailServer] = await Promise.all([
    openFront(ports, folder),
    startProgram({ file: 'chaos/world/stripe-stand-in.ts', ...clock.lentTo() }),
    startProgram({ file: 'chaos/world/mail-server.ts' }),
  ])
  const urlOf = ({ ready }: Program): string => String(ready['url'])
  return {
    shopUrl: front.url,
    frontName: front.name,
    stripeUrl: urlOf(payments),
    smtpUrl: urlOf(mailServer),
    stripe: lineTo(payments),
    mail: lineTo(mailServer),
    close: async () => void (await Promise.all([front.close(), endProgram(payments), endProgram(mailServer)])),
  }
}

function environmentOf({
  shop,
  outside,
  cache,
  folder,
}: Pick<World, 'shop' | 'cache'> & { outside: Outside; folder: string }): Record<string, string> {
  return {
    MODE: 'rehearsal',
    DATABASE_URL: shop.database,
    DATA_DIR: path.join(folder, 'shop'),
    HOST: '127.0.0.1',
    PUBLIC_URL: outside.shopUrl,
    // Buyers have addresses of their own, so nobody is limited who would not be; and Redis is asked.
    RATE_LIMITS: 'on',
    TRUST_PROXY: '1',
    STAFF_TWO_FACTOR: 'off',
    LOG_LEVEL: 'warn',
    STRIPE_API_BASE: outside.stripeUrl,
    SMTP_URL: outside.smtpUrl,
    ...cache?.environment,
  }
}

function countLine(log: Map<string, number>, line: string): void {
  if (!line.startsWith('{')) return
  try {
    const { level, msg } = JSON.parse(line) as { level: number; msg: string }
    const sentence = `${level >= 50 ? 'error' : 'warn'}: ${msg}`
    log.set(sentence, (log.get(sentence) ?? 0) + 1)
  } catch {
    // A line that was cut by a kill.
  }
}
