import { setTimeout as after } from 'node:timers/promises'
import { brokenPromises } from '../apps/api/test/invariants.ts'
import { openServer } from '../apps/api/src/platform/db.ts'
import { wishes } from '../bench/load/shopper.ts'
import { checkBooks } from './books/check-books.ts'
import type { BuyerStory, Evidence, Violation } from './books/evidence.ts'
import { readEvidence } from './books/read-evidence.ts'
import { type Crowd, letIn } from './buyers/crowd.ts'
import { impossibleHere, troubleIn, type Trouble } from './faults/bring.ts'
import { passTime } from './faults/pass-time.ts'
import { type Fault, type FaultKind, inWords } from './plan/fault.ts'
import { makePlan, minutesOf, type Plan } from './plan/make-plan.ts'
import { type Open, settle } from './settle.ts'
import { openDesk, type Desk } from './world/desk.ts'
import { openWorld, type World } from './world/open-world.ts'

export interface ChaosWish {
  readonly seed: number
  readonly orders: number
  readonly faults: number
  readonly atOnce: number
  /** Only faults of these kinds; all, when there are none. */
  readonly only: readonly FaultKind[]
  /** Where the built doors are, from the project's root. */
  readonly doors: string
  readonly say: (text: string) => void
  readonly hear: (line: string) => void
}

/** A fault that was brought, and when. */
export interface Brought {
  readonly fault: Fault
  readonly atBuyer: number
  /** Seconds since the first buyer. */
  readonly fromSecond: number
  readonly untilSecond: number
  /** The shop's clock. */
  readonly shopTime: string
}

export interface Outcome {
  readonly evidence: Evidence
  readonly violations: readonly Violation[]
  readonly brought: readonly Brought[]
  readonly without: ReadonlyMap<string, string>
  readonly tally: { readonly answers: ReadonlyMap<string, number>; readonly cuts: number }
  readonly log: ReadonlyMap<string, number>
  readonly deliveries: Readonly<Record<string, number>>
  readonly buyingSeconds: number
  readonly settlingSeconds: number
  readonly settlingRounds: number
  readonly open: Open
  readonly frontName: string
  /** Seconds that everything was stopped by somebody else. */
  readonly stoppedSeconds: number
  readonly night: Temporal.ZonedDateTime
  readonly shopHours: number
}

/** The nights on which the shop's clock is put back, and forward. */
export const nights = [
  Temporal.ZonedDateTime.from('2027-04-04T03:00:00+10:00[Australia/Melbourne]').subtract({ hours: 1 }),
  Temporal.ZonedDateTime.from('2027-10-03T03:00:00+11:00[Australia/Melbourne]'),
] as const

/** Buys under faults, lets everything come to rest, and looks whether a promise was broken. */
export async function runChaos(wish: ChaosWish): Promise<Outcome> {
  const { seed, orders, faults, say } = wish
  const without = impossibleHere()
  const plan = makePlan({ seed, orders, faults, only: wish.only, without: [...without.keys()] })
  const night = nights[seed % 2]!
  // More than half of the run's hours lie before the hour that comes twice or never.
  const beginning = night.toInstant().subtract({ minutes: Math.round(minutesOf(plan) * 0.6) })
  const world = await openWorld({ ...wish, beginning })
  const trouble = troubleIn(world, { night: night.toInstant(), seed })
  const tally = { answers: new Map<string, number>(), cuts: 0 }
  const desk = await openDesk({ ...world, tally })
  try {
    const openedAt = world.clock.now()
    const flowers = await wishes({ url: world.shopUrl }, world.shop.database)
    say(`${orders} buyers, ${faults} faults, seed ${seed}`)
    const begun = performance.now()
    const crowd = letIn(
      { ...world, ...world.shop, seed, desk, tally, wishes: flowers },
      { buyers: orders, atOnce: wish.atOnce },
    )
    const photos = sendPhotos(desk, crowd, orders)
    const [buyers, brought] = await Promise.all([
      buyersOf(crowd, world),
      bringAll({ plan, trouble, crowd, world, say, begun }),
    ])
    const buyingSeconds = (performance.now() - begun) / 1_000
    say(`all have gone after ${Math.round(buyingSeconds)} s; letting everything come to rest`)
    await trouble.end()
    const settled = performance.now()
    const { rounds, open } = await settle(world, { say, tookForDead: trouble.noteDeath })
    const witnesses = { buyers, interruptions: trouble.interruptions, photoIds: await photos }
    const evidence = await readEvidence(world, witnesses)
    return {
      evidence,
      violations: [...checkBooks(evidence), ...(await ownInvariants(world, evidence))],
      brought,
      without,
      tally,
      log: world.log,
      deliveries: await world.stripe('deliveries'),
      buyingSeconds,
      settlingSeconds: (performance.now() - settled) / 1_000,
      settlingRounds: rounds,
      open,
      frontName: world.frontName,
      stoppedSeconds: trouble.stoppedSeconds(),
      night,
      shopHours: world.clock.now().since(openedAt).total('hours'),
    }
  } finally {
    await desk.close()
    await world.close()
  }
}

/** Those who pay late come when it is late: when nobody else is here, the clock goes on for them. */
async function buyersOf(crowd: Crowd, world: World): Promise<BuyerStory[]> {
  const here = { isAnybody: true }
  const gone = crowd.gone.finally(() => (here.isAnybody = false))
  const hurry = async (): Promise<void> => {
    while (here.isAnybody) {
      await after(3_000)
      if (crowd.isLetIn() && here.isAnybody) await passTime(world, 13)
    }
  }
  const [stories] = await Promise.all([gone, hurry()])
  return stories
}

interface Bringing {
  readonly plan: Plan
  readonly trouble: Trouble
  readonly crowd: Crowd
  readonly world: World
  readonly say: (text: string) => void
  readonly begun: number
}

async function bringAll({ plan, trouble, crowd, world, say, begun }: Bringing): Promise<Brought[]> {
  const second = (): number => (performance.now() - begun) / 1_000
  const passing = plan.passing.map(async ({ atBuyer, what }) => {
    await crowd.untilBegun(atBuyer)
    await passTime(world, what)
  })
  const brought = plan.faults.map(async ({ atBuyer, what }): Promise<Brought> => {
    await crowd.untilBegun(atBuyer)
    const fromSecond = second()
    const shopTime = world.clock
      .now()
      .toZonedDateTimeISO('Australia/Melbourne')
      .toPlainDateTime()
      .toString({ smallestUnit: 'second' })
    say(`${fromSecond.toFixed(1).padStart(6)} s  buyer ${atBuyer}  shop ${shopTime}  ${inWords(what)}`)
    await trouble.bring(what)
    return { fault: what, atBuyer, fromSecond, untilSecond: second(), shopTime }
  })
  await Promise.all(passing)
  return Promise.all(brought)
}

/** A photo every so many buyers. */
async function sendPhotos(desk: Desk, crowd: Crowd, orders: number): Promise<string[]> {
  const count = Math.max(6, Math.min(60, Math.round(orders / 150)))
  const ids: string[] = []
  for (let place = 0; place < count; place += 1) {
    await crowd.untilBegun(Math.round((orders * place) / count))
    ids.push(await desk.sendPhoto(place))
  }
  return ids
}

/** The shop's own invariants, as its crash tests ask them: two checkers see more than one. */
async function ownInvariants({ shop: { database } }: World, { bank, letters }: Evidence): Promise<Violation[]> {
  const opened = openServer(database, 2)
  try {
    const broken = await brokenPromises({
      db: opened.db,
      books: { intents: [...bank.intents], totals: {} },
      letters,
      // How often letters may have doubled is judged letter by letter elsewhere.
      crashes: Number.POSITIVE_INFINITY,
    })
    return broken.map((about) => ({ promise: 'the shop’s own invariants', about }))
  } finally {
    await opened.close()
  }
}
