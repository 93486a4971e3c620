import { type Cause, createEvent } from './events.ts'
import { createFaults, type FaultDesk } from './faults.ts'
import { createIds } from './ids.ts'
import { type Journal, noJournal, openJournal, readJournal } from './journal.ts'
import { realScheduler, type Scheduler } from './scheduler.ts'
import { type Bank, createBank } from './settlements.ts'
import type { ChangeListener, Row, Table } from './tables.ts'
import { createPostman, defaultRetryPlan, type Postman, type RetryPlan } from './webhooks.ts'
import { createTables, type Tables, type World } from './world.ts'

/** What an account needs to know to open; see `SandboxOptions`, which has the same names. */
export interface AccountOptions {
  stateFile?: string
  seed?: string
  scheduler?: Scheduler
  clock?: () => number
  retry?: Partial<RetryPlan>
  settleAfterMs?: number
}

/** One Stripe account, with the bank and the postman that work for it. */
export interface Account {
  readonly world: World
  readonly scheduler: Scheduler
  readonly faults: FaultDesk
  readonly postman: Postman
  readonly bank: Bank
  readonly journal: Journal
  /** Says where the sandbox answers, once it does. */
  place(url: string): void
  /** Runs an action so that its events name the request that caused them. */
  onBehalfOf<T>(cause: Cause, action: () => T): T
}

const DEFAULT_SETTLE_MS = 3_000

/** Opens an account, with everything an earlier start left in its state file. */
export function openAccount(options: AccountOptions): Account {
  const { stateFile, seed, scheduler = realScheduler, clock = wallClock } = options
  let journal: Journal = noJournal
  const listener: ChangeListener = {
    kept: (table, row) => journal.kept(table, row),
    removed: (table, id) => journal.removed(table, id),
  }
  const tables = createTables(listener)
  if (stateFile) journal = restore(tables, stateFile)

  let cause: Cause = noCause
  let url = ''
  // A seed must not give an id twice, so what was made in earlier starts counts in.
  const restored = tables.events.size
  const newId = createIds(seed && restored > 0 ? `${seed} ${restored}` : seed)
  const faults = createFaults({
    sendInTurn: (events) => postman.sendInTurn(events),
    drop: (event) => postman.drop(event),
  })
  const postman = createPostman({
    ...tables,
    faults: faults.events,
    scheduler,
    clock,
    retry: { ...defaultRetryPlan, ...options.retry },
  })
  const bank = createBank(() => world, scheduler, options.settleAfterMs ?? DEFAULT_SETTLE_MS)
  const world: World = {
    ...tables,
    clock,
    newId,
    url: () => url,
    announce(type, object, previous) {
      const event = createEvent({ id: newId('evt_'), created: clock(), type, cause }, object, previous)
      tables.events.put(event)
      postman.accept(event)
    },
    settleLater: bank.later,
  }
  return {
    world,
    scheduler,
    faults,
    postman,
    bank,
    journal,
    place: (address: string) => void (url = address),
    // Actions run to their end without a pause, so one variable is enough to name the request behind each.
    onBehalfOf<T>(of: Cause, action: () => T): T {
      cause = of
      try {
        return action()
      } finally {
        cause = noCause
      }
    },
  }
}

const noCause: Cause = { id: null, idempotency_key: null }

function wallClock(): number {
  return Math.floor(Date.now() / 1000)
}

function restore(tables: Tables, stateFile: string): Journal {
  const saved = readJournal(stateFile)
  const all = Object.values(tables) as Table<Row>[]
  for (const table of all) for (const row of saved.get(table.name)?.values() ?? []) table.put(row)
  // Faults end with the process that had them: what was held back goes out with what waits.
  for (const delivery of tables.deliveries.oldestFirst()) if (delivery.state === 'held') delivery.state = 'waiting'
  return openJournal(stateFile, new Map(all.map((table) => [table.name, table.oldestFirst()])))
}
