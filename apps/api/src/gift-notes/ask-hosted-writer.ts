import { shopDayAt } from '@flora/calendar/shop-day.ts'
import type { HostedNotesConfig } from '../platform/gift-notes-settings.ts'
import { Refusal } from '../platform/refusal.ts'
import type { Shop } from '../shop.ts'
import type { Wish } from './gift-note.ts'
import { failureCode } from './hosted/failure-code.ts'
import { type HostedWriter, hostedWriterFor } from './hosted/hosted-writer.ts'
import { findTimeZone, takeAsking } from './queries.ts'

export type SuggestingShop = Pick<Shop, 'db' | 'inTransaction' | 'clock' | 'config' | 'log'>

// A provider that fails this often in a row is left alone for a while, so that shoppers don't wait for nothing.
const failuresBeforeRest = 3
const restSeconds = 60

/** What the hosted writer has to say in `limitMs`; nothing when there is none, when it fails, or when the day's budget is spent. */
export async function askHostedWriter(
  shop: SuggestingShop,
  wish: Wish,
  { limitMs }: { limitMs: number },
): Promise<string[]> {
  const hosted = hostedWriterFor(shop.config)
  if (!hosted || isResting(hosted, shop)) return []
  const { provider } = hosted.config
  const began = performance.now()
  // Neither names nor words: what was asked for is nobody's business but hers.
  const tell = (level: 'info' | 'warn', code: string) =>
    shop.log[level]({ provider, code, durationMs: Math.round(performance.now() - began) }, 'a gift note was asked for')

  const limit = new AbortController()
  const timer = setTimeout(() => limit.abort(), limitMs)
  try {
    const texts = await within(limit.signal, async () =>
      (await mayAsk(shop, hosted.config)) ? hosted.writer.suggest(wish, { signal: limit.signal }) : undefined,
    )
    if (!texts) {
      tell('info', 'budget-spent')
      return []
    }
    hosted.failures = 0
    tell('info', texts.length === 0 ? 'nothing-suitable' : 'drafted')
    return texts
  } catch (error) {
    if (error instanceof Refusal) {
      tell('info', error.code)
      throw error
    }
    noteFailure(hosted, shop)
    tell('warn', failureCode(error, limit.signal))
    return []
  } finally {
    clearTimeout(timer)
    // Whatever is still under way is of no use to anybody.
    limit.abort()
  }
}

function isResting({ restsUntil }: HostedWriter, { clock }: SuggestingShop): boolean {
  return restsUntil !== undefined && Temporal.Instant.compare(clock.now(), restsUntil) < 0
}

function noteFailure(hosted: HostedWriter, { clock }: SuggestingShop): void {
  hosted.failures += 1
  if (hosted.failures < failuresBeforeRest) return
  hosted.failures = 0
  hosted.restsUntil = clock.now().add({ seconds: restSeconds })
}

// Counted before it is asked: a request that failed may cost as much as one that didn't.
async function mayAsk(
  { db, inTransaction, clock }: SuggestingShop,
  { dailyBudget: budget }: HostedNotesConfig,
): Promise<boolean> {
  const zone = await findTimeZone(db)
  if (!zone) return false
  return inTransaction((tx) => takeAsking(tx, { day: shopDayAt(clock.now(), zone), budget }))
}

function within<T>(signal: AbortSignal, work: () => Promise<T>): Promise<T> {
  return new Promise<T>((resolve, reject) => {
    signal.addEventListener('abort', () => reject(new DOMException('the time is up', 'TimeoutError')), { once: true })
    work().then(resolve, reject)
  })
}
