import { spawnSync } from 'node:child_process'
import { setTimeout as after } from 'node:timers/promises'
import pg from 'pg'
import type { Interruption } from '../books/evidence.ts'
import type { Fault, FaultKind, Which } from '../plan/fault.ts'
import { whyNoCache } from '../world/cache.ts'
import type { Door } from '../world/door.ts'
import type { World } from '../world/open-world.ts'
import { passTime } from './pass-time.ts'

/** What brings faults into a world, and ends them. */
export interface Trouble {
  /** Resolves when the fault is over. Of two that would break the same thing the second waits. */
  readonly bring: (fault: Fault) => Promise<void>
  /** Nothing is wrong any more, and everything runs. */
  readonly end: () => Promise<void>
  /** What may have made a letter go twice. */
  readonly interruptions: readonly Interruption[]
  /** Seconds that nobody ran at all, since the machine or somebody on it stopped everything. */
  readonly stoppedSeconds: () => number
  /** A worker was taken for dead now: what it was doing is done again. */
  readonly noteDeath: () => void
}

/** What cannot be brought here, with the reason. */
export function impossibleHere(): ReadonlyMap<FaultKind, string> {
  const found = new Map<FaultKind, string>()
  const noCache = whyNoCache()
  if (noCache) found.set('cache-gone', noCache)
  if (spawnSync('prlimit', ['--version']).status !== 0)
    found.set('disk-full', 'this machine has no prlimit (util-linux), which makes writing fail')
  return found
}

const nowMs = (): number => Temporal.Now.instant().epochMilliseconds

/** The night's hour that comes twice, or never, begins then; the clock is moved over it once. */
export function troubleIn(world: World, { night, seed }: { night: Temporal.Instant; seed: number }): Trouble {
  const interruptions: Interruption[] = []
  const stopped = watchForStops(interruptions)
  const busy = new Map<string, Promise<void>>()
  const during = async (work: () => Promise<unknown>): Promise<void> => {
    const one = { atMs: nowMs(), untilMs: Number.POSITIVE_INFINITY }
    interruptions.push(one)
    await work().finally(() => (one.untilMs = nowMs()))
  }
  const inTurn = async (what: string, work: () => Promise<unknown>): Promise<void> => {
    const before = busy.get(what)
    const mine = (async () => {
      await before
      await work()
    })()
    busy.set(
      what,
      mine.catch(() => undefined),
    )
    await mine
  }
  const each = (doors: readonly Door[], which: Which, work: (door: Door) => Promise<void>): Promise<unknown> =>
    Promise.all(chosen(doors, which).map((door) => inTurn(door.name, () => work(door))))
  const shuffles = { count: 0 }
  const bring = (fault: Fault): Promise<unknown> =>
    bringOne({ world, night, seed, shuffles, during, inTurn, each }, fault)
  return {
    bring: async (fault) => void (await bring(fault)),
    end: async () => {
      await Promise.all(busy.values())
      await world.stripe('fault', 'clear')
      await world.mail('calm')
      await world.mail('comeBack')
      await world.cache?.comeBack()
      for (const door of [...world.serves, ...world.works]) await door.opened()
    },
    interruptions,
    stoppedSeconds: stopped,
    noteDeath: () => void interruptions.push({ atMs: nowMs(), untilMs: nowMs() }),
  }
}

// A program that was stopped with all others finds its timers over before it reads what came meanwhile: an answer of the mail server, say.
function watchForStops(interruptions: Interruption[]): () => number {
  let stoppedMs = 0
  let lastMs = nowMs()
  setInterval(() => {
    const atMs = lastMs
    lastMs = nowMs()
    if (lastMs - atMs < 3_000) return
    stoppedMs += lastMs - atMs
    interruptions.push({ atMs, untilMs: lastMs })
  }, 250).unref()
  return () => Math.round(stoppedMs / 1_000)
}

function chosen(doors: readonly Door[], which: Which): readonly Door[] {
  return which === 'both' ? doors : doors.slice(which === 'first' ? 0 : 1).slice(0, 1)
}

interface Bringing {
  readonly world: World
  readonly night: Temporal.Instant
  readonly seed: number
  readonly shuffles: { count: number }
  readonly during: (work: () => Promise<unknown>) => Promise<void>
  readonly inTurn: (what: string, work: () => Promise<unknown>) => Promise<void>
  readonly each: (doors: readonly Door[], which: Which, work: (door: Door) => Promise<void>) => Promise<unknown>
}

function bringOne(parts: Bringing, fault: Fault): Promise<unknown> {
  const { world, during, inTurn, each } = parts
  const { stripe, mail, postgres } = world
  switch (fault.kind) {
    case 'kill-serve':
      return each(world.serves, fault.which, (door) => killAndOpen(door, fault.forMs))
    case 'kill-work':
      return during(() => each(world.works, fault.which, (door) => killAndOpen(door, fault.forMs)))
    case 'freeze-serve':
      return each(world.serves, fault.which, (door) => door.freeze(fault.forMs))
    case 'freeze-work':
      return during(() => each(world.works, fault.which, (door) => door.freeze(fault.forMs)))
    case 'kill-database':
      return inTurn('database', () => during(() => killDatabase(world, fault.forMs)))
    case 'restart-database':
      return inTurn('database', () => during(() => postgres.restart()))
    case 'cut-connections':
      return inTurn('database', () => during(() => cutConnections(world, fault.share)))
    case 'cache-gone':
      return inTurn('cache', async () => {
        await world.cache?.kill()
        await after(fault.forMs)
        await world.cache?.comeBack()
      })
    case 'events-lost':
      return stripe('fault', 'dropNextEvents', fault.count)
    case 'event-answers-lost':
      return stripe('fault', 'loseNextAnswers', fault.count)
    case 'events-shuffled':
    case 'events-late':
    case 'events-past-hold':
      return inTurn('events', () => troubleEvents(parts, fault))
    case 'stripe-slow':
    case 'stripe-hangs':
    case 'stripe-fails':
      return inTurn('stripe', () => troubleRequests(parts, fault))
    case 'mail-away':
      return inTurn('mail', () => during(() => mailAway(world, fault.forMs)))
    case 'mail-slow':
      return inTurn('mail', async () => {
        await mail('beSlow', 800)
        await after(fault.forMs)
        await mail('beSlow', 0)
      })
    case 'mail-refuses':
      return mail('begin', 'refuses', fault.count)
    case 'mail-cut':
      return mail('begin', 'cut', fault.count)
    case 'mail-answer-lost':
      return mail('begin', 'answer-lost', fault.count)
    case 'disk-full':
      return inTurn('disk', () => fillDisk(world, fault.forMs))
    case 'clock-jump':
      return inTurn('clock', () => during(() => passTime(world, fault.minutes)))
    case 'clock-over-night':
      return inTurn('clock', () => during(() => overNight(parts)))
    case 'clock-wrong':
      return inTurn(`clock of ${fault.door}`, () =>
        during(async () => {
          world.clock.makeWrong(fault.door, fault.seconds)
          await after(fault.forMs)
          world.clock.makeWrong(fault.door, 0)
        }),
      )
  }
}

async function killAndOpen(door: Door, forMs: number): Promise<void> {
  await door.kill(forMs)
  await door.opened()
}

async function killDatabase({ postgres }: World, forMs: number): Promise<void> {
  await postgres.kill()
  await after(forMs)
  await postgres.restart()
}

async function cutConnections({ shop }: World, share: number): Promise<void> {
  const client = new pg.Client({ connectionString: shop.database })
  client.on('error', () => undefined)
  await client.connect()
  try {
    await client.query(
      `select pg_terminate_backend(pid) from pg_stat_activity
       where datname = current_database() and pid <> pg_backend_pid() and random() < $1`,
      [share],
    )
  } finally {
    await client.end().catch(() => undefined)
  }
}

async function mailAway({ mail }: World, forMs: number): Promise<void> {
  await mail('goAway')
  await after(forMs)
  await mail('comeBack')
}

async function troubleEvents(
  { world, seed, shuffles }: Bringing,
  fault: Extract<Fault, { kind: 'events-shuffled' | 'events-late' | 'events-past-hold' }>,
): Promise<void> {
  const { stripe, clock } = world
  shuffles.count += 1
  const shuffledBy = `${seed} ${shuffles.count}`
  switch (fault.kind) {
    case 'events-late':
      await stripe('fault', 'delayEvents', '*', fault.delayMs)
      await after(fault.forMs)
      await stripe('fault', 'delayEvents', '*', 0)
      return
    case 'events-shuffled':
      await stripe('fault', 'holdEvents')
      await after(fault.forMs)
      await stripe('fault', 'releaseEvents', { order: { shuffledBy }, doubled: true })
      return
    case 'events-past-hold':
      await stripe('fault', 'holdEvents')
      await clock.untilPast(clock.now().add({ minutes: 23 }))
      await after(1_500)
      await stripe('fault', 'releaseEvents', { order: { shuffledBy } })
  }
}

async function troubleRequests(
  { world: { stripe }, seed, shuffles }: Bringing,
  fault: Extract<Fault, { kind: 'stripe-slow' | 'stripe-hangs' | 'stripe-fails' }>,
): Promise<void> {
  shuffles.count += 1
  switch (fault.kind) {
    case 'stripe-fails': {
      const share = {
        share: fault.percent / 100,
        seed: `${seed} ${shuffles.count}`,
        with: fault.with,
        when: fault.when,
      }
      await stripe('fault', 'failShare', '*', share)
      break
    }
    case 'stripe-slow':
      await stripe('fault', 'slowRoute', '*', fault.delayMs)
      break
    case 'stripe-hangs':
      // Longer than anybody waits.
      await stripe('fault', 'slowRoute', '*', 25_000)
  }
  await after(fault.forMs)
  await stripe('fault', 'clearRequests')
}

// Every write to a file fails, as on a full disk; what goes over a network or a pipe does not.
async function fillDisk({ serves, works }: World, forMs: number): Promise<void> {
  const limit = (most: string): void => {
    for (const door of [...serves, ...works]) {
      const pid = door.pid()
      if (pid !== undefined) spawnSync('prlimit', ['--pid', String(pid), `--fsize=${most}:`])
    }
  }
  limit('0')
  await after(forMs)
  limit('unlimited')
}

// To ten minutes before the hour and on to ten minutes after it, as two jumps: some are placed before, and paid after.
async function overNight({ world, night }: Bringing): Promise<void> {
  const minutesTo = (instant: Temporal.Instant): number =>
    Math.max(0, Math.ceil((instant.epochMilliseconds - world.clock.now().epochMilliseconds) / 60_000))
  await passTime(world, minutesTo(night.subtract({ minutes: 10 })))
  await after(2_000)
  await passTime(world, Math.max(20, minutesTo(night.add({ minutes: 10 }))))
}
