import assert from 'node:assert/strict'
import { sql } from '../src/platform/sql.ts'
import type { Jobs } from '../src/jobs.ts'
import { jobHandlers } from '../src/entry/handlers.ts'
import { rows } from '../src/platform/db.ts'
import type { Handlers } from '../src/platform/jobs.ts'
import type { Shop } from '../src/shop.ts'
import { brokenPromises } from './invariants.ts'
import { openPayingShop, type PayingOptions, type PayingShop } from './open-paying-shop.ts'
import type { TestShop } from './open-shop.ts'

/** The process died: what it was about to do was not done, and what it had done stays. */
class Crash extends Error {
  override readonly name = 'Crash'
}

/** A process that can be told to die at its n-th step: at a transaction, a call to Stripe, a letter, or the end of a job. */
interface Fate {
  /**
   * Dies at this moment: before the first step, or just after a step took effect. Just before a step is the same moment as just
   * after the one before it, since nothing changes the world between the two.
   */
  dieAt: number
  moment: number
  isDead: boolean
  /** While the stage is set nobody dies. */
  isAtPeace: boolean
  deaths: number
}

export interface CrashingShop extends PayingShop {
  /**
   * Does something until it is done, as the person or the queue behind it would: when the process dies meanwhile it is started
   * again and the same is tried again.
   */
  readonly persist: <T>(act: () => Promise<T>) => Promise<T>
  /** Delivers what is on its way and does all jobs, however often the process dies over it. */
  readonly workThrough: () => Promise<void>
  /** What went before the story: nobody dies of it. */
  readonly inPeace: <T>(act: () => Promise<T>) => Promise<T>
}

/** A paying shop whose process dies when it is told to. */
export async function openCrashingShop(options: PayingOptions = {}): Promise<CrashingShop & { fate: Fate }> {
  const fate: Fate = { dieAt: 0, moment: 0, isDead: false, isAtPeace: true, deaths: 0 }
  const open = await openPayingShop({ ...options, around: (shop) => mortal(shop, fate) })
  const handlers = mortalJobs(jobHandlers(open.shop), fate)

  const restart = async (): Promise<void> => {
    fate.isDead = false
    open.shop.clock.advance({ minutes: 3 })
    await silentWorkersAreDead(open)
    for (const { id, delivery } of open.stripe.events.list())
      if (delivery === 'waiting' || delivery === 'given-up') open.stripe.events.resend(id)
  }
  const persist = async <T>(act: () => Promise<T>): Promise<T> => {
    for (let tries = 1; ; tries += 1) {
      try {
        const result = await act()
        // What was begun may have been carried out by a process that is dead by now: its caller heard nothing.
        if (!fate.isDead) return result
      } catch (error) {
        if (!fate.isDead || tries > 3) throw error
      }
      await restart()
    }
  }
  const work = async (): Promise<void> => {
    for (;;) {
      await open.stripe.events.settled()
      if (fate.isDead) return
      if ((await open.shop.runJobs(handlers)) === 0) return
    }
  }
  const inPeace = async <T>(act: () => Promise<T>): Promise<T> => {
    fate.isAtPeace = true
    const result = await act()
    fate.isAtPeace = false
    return result
  }
  return { ...open, fate, persist, workThrough: () => persist(work), inPeace }
}

/**
 * Tells a story again and again, the process dying one moment later each time, until it gets to its end alive; after each
 * telling every promise must hold. Answers how many moments that were.
 */
export async function dieAtEveryStep(open: CrashingShop & { fate: Fate }, story: () => Promise<void>): Promise<number> {
  const { fate, shop, stripe } = open
  for (let telling = 1; ; telling += 1) {
    const deathsBefore = fate.deaths
    const doubledBefore = doubled(open)
    Object.assign(fate, { dieAt: telling, moment: 0, isDead: false, isAtPeace: false })
    await story()
    await open.workThrough()
    fate.isAtPeace = true
    const broken = await brokenPromises({
      db: shop.db,
      books: stripe.books(),
      letters: shop.letters,
      crashes: fate.deaths,
    })
    assert.deepEqual(broken, [], `the process died at moment ${telling}`)
    assert.ok(
      doubled(open) - doubledBefore <= fate.deaths - deathsBefore,
      `more than one letter doubled by a death at moment ${telling}`,
    )
    if (fate.deaths === deathsBefore) return telling - 1
    assert.ok(telling < 200, 'the story has no end')
  }
}

function doubled({ shop }: PayingShop): number {
  return shop.letters.length - new Set(shop.letters.map(({ messageId }) => messageId)).size
}

function step(fate: Fate): void {
  if (fate.isAtPeace) return
  if (fate.isDead) throw new Crash('the process is dead')
  fate.moment += 1
  if (fate.moment !== fate.dieAt) return
  fate.isDead = true
  fate.deaths += 1
  throw new Crash(`the process died at moment ${fate.moment}`)
}

function mortal(shop: TestShop, fate: Fate): TestShop {
  const around = async <T>(act: () => Promise<T>): Promise<T> => {
    if (fate.isDead || fate.moment === 0) step(fate)
    const result = await act()
    step(fate)
    return result
  }
  return {
    ...shop,
    inTransaction: (work, size) => around(() => shop.inTransaction(work, size)),
    mail: { ...shop.mail, send: (letter) => around(() => shop.mail.send(letter)) },
    stripe: mortalStripe(shop.stripe, around),
  }
}

// Only what goes over the network can be cut in two; checking a signature cannot.
function mortalStripe(stripe: Shop['stripe'], around: <T>(act: () => Promise<T>) => Promise<T>): Shop['stripe'] {
  const resource = <R extends object>(real: R): R =>
    new Proxy(real, {
      get(target, name) {
        const member: unknown = Reflect.get(target, name)
        if (typeof member !== 'function') return member
        const call = (...args: unknown[]): unknown => Reflect.apply(member, target, args)
        // A list is asked for page by page, when it is gone through.
        if (name === 'list')
          return (...args: unknown[]) => ({
            autoPagingToArray: (limit: object) =>
              around(() =>
                (call(...args) as { autoPagingToArray: (limit: object) => Promise<unknown> }).autoPagingToArray(limit),
              ),
          })
        return (...args: unknown[]) => around(() => call(...args) as Promise<unknown>)
      },
    })
  const { paymentIntents, refunds, events, webhooks, customers, setupIntents, paymentMethods } = stripe
  return {
    paymentIntents: resource(paymentIntents),
    refunds: resource(refunds),
    events: resource(events),
    customers: resource(customers),
    setupIntents: resource(setupIntents),
    paymentMethods,
    webhooks,
  } as Shop['stripe']
}

// A worker may also die after a job is done and before the queue hears of it: then the job is done twice.
function mortalJobs(handlers: Handlers<Jobs>, fate: Fate): Handlers<Jobs> {
  return Object.fromEntries(
    Object.entries(handlers).map(([name, handle]) => [
      name,
      async (payload: never) => {
        await handle(payload)
        step(fate)
      },
    ]),
  ) as unknown as Handlers<Jobs>
}

/** Stock, minutes and places for every telling. */
export async function plenty({ shop }: PayingShop): Promise<void> {
  await rows(shop.db, sql`update stock_items set on_hand = taken + 100000`)
  await rows(shop.db, sql`update delivery_places set capacity = taken + 100000`)
  await rows(shop.db, sql`update bench_days set minutes = taken + 100000`)
}

/** Two minutes later the queue takes silent workers for dead and gives their jobs to others; their claims on letters are over too. */
export async function silentWorkersAreDead({ shop }: PayingShop): Promise<void> {
  await rows(
    shop.db,
    sql`update jobs.job set state = 'retry', started_on = null, start_after = now() where state in ('active', 'retry')`,
  )
  await rows(shop.db, sql`update emails set claimed_until = null where sent_at is null`)
}
