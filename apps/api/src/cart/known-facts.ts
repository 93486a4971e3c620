import { type ShopDay, shopDayAt } from '@flora/calendar/shop-day.ts'
import type { VariantId } from '@flora/contract/ids.ts'
import { listVariantsForSale, type VariantForSale } from '../catalog/index.ts'
import { type DoorAsked, listPromiseFacts, listSuburbs, type PromiseFacts } from '../delivery/index.ts'
import type { Db } from '../platform/db.ts'
import type { CartDocument } from './cart.ts'
import { findShopRules, type NamedRules } from './queries.ts'

/**
 * What the shop has decided and no shopper changes, as it stands under one name (`facts_version`) on one shop day. It is kept in
 * memory because every cart asks for it; it is no truth: whoever prices by it asks in the same statement that looks or saves
 * whether its name still stands, and else begins again.
 */
export interface KnownFacts {
  readonly rules: NamedRules
  readonly today: ShopDay
  readonly variants: Map<VariantId, VariantForSale>
  readonly suburbs: Map<string, readonly string[]>
  /** By window, day and postcode. */
  readonly doors: Map<string, PromiseFacts>
}

export interface Asked {
  readonly variantIds: readonly VariantId[]
  readonly postcodes: readonly string[]
  readonly doors: readonly DoorAsked[]
}

// A shop's whole assortment and a week of its deliveries; beyond, all is read anew, which costs a cart four statements.
const mostVariants = 4_000
const mostDoors = 10_000
const mostPostcodes = 4_000

let memory: KnownFacts | undefined

/** What a cart asks of the facts. */
export function askedBy({ lines, deliveries }: CartDocument): Asked {
  return {
    variantIds: lines.map(({ variantId }) => variantId),
    postcodes: deliveries.flatMap(({ postcode }) => postcode ?? []),
    doors: deliveries.flatMap(({ windowId, day, postcode }) =>
      windowId && day ? [{ windowId, day, postcode: postcode ?? '' }] : [],
    ),
  }
}

/** The facts that are asked for, from memory where they are there. Their name may have passed: see above. */
export async function knownFacts(db: Db, asked: Asked, now: Temporal.Instant): Promise<KnownFacts> {
  for (;;) {
    const known = await current(db, now)
    const variantIds = [...new Set(asked.variantIds)].filter((id) => !known.variants.has(id))
    const postcodes = [...new Set(asked.postcodes)].filter((postcode) => !known.suburbs.has(postcode))
    const doors = asked.doors.filter((door) => !known.doors.has(doorKey(door)))
    if (variantIds.length + postcodes.length + doors.length === 0) return known

    const [variants, suburbs, facts] = await Promise.all([
      listVariantsForSale(db, variantIds, known.today),
      postcodes.length > 0 ? listSuburbs(db, postcodes) : new Map<string, string[]>(),
      listPromiseFacts(db, doors),
    ])
    // What was read stands under the name only if the name stood after it too.
    if (!(await stillStand(db, known))) continue
    for (const [id, variant] of variants) known.variants.set(id, variant)
    for (const postcode of postcodes) known.suburbs.set(postcode, suburbs.get(postcode) ?? [])
    for (const [index, door] of doors.entries()) known.doors.set(doorKey(door), facts[index]!)
    return known
  }
}

/** Whether facts are still those of the shop; forgets them if not. */
export async function stillStand(db: Db, known: KnownFacts): Promise<boolean> {
  return standUnder((await findShopRules(db)).factsVersion, known)
}

/** The same when the name was read already. */
export function standUnder(factsVersion: string, known: KnownFacts): boolean {
  if (known.rules.factsVersion === factsVersion) return true
  if (memory === known) memory = undefined
  return false
}

export function doorKey({ windowId, day, postcode }: DoorAsked): string {
  return `${windowId} ${day} ${postcode}`
}

async function current(db: Db, now: Temporal.Instant): Promise<KnownFacts> {
  const kept = memory
  if (
    kept &&
    kept.today === dayAt(now, kept.rules.timeZone) &&
    kept.variants.size < mostVariants &&
    kept.doors.size < mostDoors &&
    kept.suburbs.size < mostPostcodes
  )
    return kept
  const rules = await findShopRules(db)
  memory = {
    rules,
    today: shopDayAt(now, rules.timeZone),
    variants: new Map(),
    suburbs: new Map(),
    doors: new Map(),
  }
  return memory
}

let lastAsked: { minute: number; timeZone: string; day: ShopDay } | undefined

// Asked several times a cart, and dear. Days begin with a minute in every zone there is, so one answer is good for a minute.
function dayAt(now: Temporal.Instant, timeZone: string): ShopDay {
  const minute = Math.floor(now.epochMilliseconds / 60_000)
  if (lastAsked?.minute !== minute || lastAsked.timeZone !== timeZone)
    lastAsked = { minute, timeZone, day: shopDayAt(now, timeZone) }
  return lastAsked.day
}
