import { dateInWords } from '@flora/calendar/in-words.ts'
import type { ShopDay } from '@flora/calendar/shop-day.ts'
import { newId, type SurgeId } from '@flora/contract/ids.ts'
import { inProse } from '@flora/money/in-words.ts'
import { money } from '@flora/money/money.ts'
import { arrange, type Arranges, type Manager, ofSurge } from './arrange.ts'
import { deleteSurge, findSurge, saveSurge } from './arrangement-queries.ts'
import type { SurgeRecord } from './calendar-queries.ts'
import { daysNotValid, surgeNotFound } from './errors.ts'

interface SurgeParts {
  readonly name: string
  readonly from: ShopDay
  readonly until: ShopDay
  readonly feeMinor: number
}

/** Days that cost more from now on. Orders that were placed keep the fee they were promised. */
export function createSurge(
  shop: Arranges,
  by: Manager,
  { version, ...parts }: SurgeParts & { version: number },
): Promise<void> {
  return arrange(shop, by, { version }, async ({ tx }) => {
    const surge = { id: newId('sur'), ...parts }
    await saveSurge(tx, surge)
    return { subjects: [ofSurge(surge.id)], what: `Made a surge: ${said(surge)}.` }
  })
}

export function changeSurge(
  shop: Arranges,
  by: Manager,
  id: SurgeId,
  { version, ...change }: { [Part in keyof SurgeParts]?: SurgeParts[Part] | undefined } & { version: number },
): Promise<void> {
  return arrange(shop, by, { version }, async ({ tx, expect }) => {
    await expect([ofSurge(id)])
    const before = await findSurge(tx, id)
    if (!before) throw surgeNotFound()
    const given = Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined))
    const after: SurgeRecord = { ...before, ...given }
    if (after.until < after.from) throw daysNotValid()
    await saveSurge(tx, after)
    return { subjects: [ofSurge(id)], what: `Changed a surge: ${said(after)}.` }
  })
}

export function removeSurge(shop: Arranges, by: Manager, id: SurgeId, { version }: { version: number }): Promise<void> {
  return arrange(shop, by, { version }, async ({ tx, expect }) => {
    await expect([ofSurge(id)])
    const before = await findSurge(tx, id)
    if (!before) throw surgeNotFound()
    await deleteSurge(tx, id)
    return { subjects: [ofSurge(id)], what: `Took a surge away: ${said(before)}.` }
  })
}

function said({ name, from, until, feeMinor }: SurgeParts): string {
  const days = from === until ? dateInWords(from) : `${dateInWords(from)} to ${dateInWords(until)}`
  return `${name}, ${days}, ${inProse(money(feeMinor, 'AUD'))} more`
}
