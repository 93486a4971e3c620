import { dayAndYearInWords, timeInWords } from '@flora/calendar/in-words.ts'
import { parseClockTime } from '@flora/calendar/clock-time.ts'
import { type ShopDay, weekdayOf } from '@flora/calendar/shop-day.ts'
import type { WindowChoice } from '@flora/contract/delivery-desk.ts'
import type { WindowId, ZoneId } from '@flora/contract/ids.ts'
import { runsOn } from '../window.ts'
import { arrange, type Arranges, daySubject, type Desk, type Manager } from './arrange.ts'
import { type Closing, deleteClosures, findStanding, saveClosures } from './arrangement-queries.ts'
import { type DeskWindowRecord, listWindows } from './calendar-queries.ts'
import { ordersStay } from './change-day.ts'
import { dayIsPast, nothingToClose, windowNotFound, zoneNotFound } from './errors.ts'
import { insertPlacesOf, listOrdersOfPlaces, lockPlaces, settlePlaces } from './settle-queries.ts'

interface Choice {
  readonly version: number
  readonly days: readonly ShopDay[]
  readonly windows: WindowChoice
}

/**
 * Closes days, or some windows of them. Whoever is placing there is waited for; whoever comes after finds no place. Orders that were
 * placed are named, and stay promised when it is done even so.
 */
export function closeDays(
  shop: Arranges,
  by: Manager,
  { days, windows, reason, ...from }: Choice & { reason: string; evenSo?: boolean | undefined },
): Promise<void> {
  return arrange(shop, by, from, async (desk) => {
    const { tx, allow } = desk
    const chosen = await choose(desk, { days, windows })
    await insertPlacesOf(tx, chosen.scope)
    await lockPlaces(tx, chosen.scope)
    await saveClosures(tx, chosen.closings, reason)
    allow(
      await listOrdersOfPlaces(tx, await settlePlaces(tx, chosen.scope)),
      (total) =>
        `${ordersStay(total)} They must still be made and delivered, unless you move or cancel them one by one. Nobody else can order there.`,
    )
    return { subjects: days.map(daySubject), what: `Closed ${chosen.inWords} (${reason}).` }
  })
}

/** Takes closures away; places are there again as they were. */
export function openAgain(shop: Arranges, by: Manager, { days, windows, ...from }: Choice): Promise<void> {
  return arrange(shop, by, from, async (desk) => {
    const { tx } = desk
    const chosen = await choose(desk, { days, windows })
    await lockPlaces(tx, chosen.scope)
    if ((await deleteClosures(tx, chosen.closings)) === 0) return undefined
    await settlePlaces(tx, chosen.scope)
    return { subjects: days.map(daySubject), what: `Opened ${chosen.inWords} again.` }
  })
}

interface Chosen {
  readonly closings: readonly Closing[]
  readonly scope: Parameters<typeof lockPlaces>[1]
  /** 'the windows from 5 pm on Sunday 14 February 2027' */
  readonly inWords: string
}

async function choose({ tx, today, expect }: Desk, { days, windows }: Omit<Choice, 'version'>): Promise<Chosen> {
  if (days.some((day) => day < today)) throw dayIsPast()
  await expect(days.map(daySubject))
  const all = await listWindows(tx)
  const { closings, windowIds, what } = await closingsOf(tx, { days, windows, all, today })
  return { closings, scope: { today, days, windowIds }, inWords: `${what}${onDays(days)}` }
}

interface Closings {
  readonly closings: Closing[]
  /** Left out for all of them. */
  readonly windowIds: readonly WindowId[] | undefined
  readonly what: string
}

async function closingsOf(
  tx: Desk['tx'],
  {
    days,
    windows,
    all,
    today,
  }: {
    days: readonly ShopDay[]
    windows: WindowChoice
    all: readonly DeskWindowRecord[]
    today: ShopDay
  },
): Promise<Closings> {
  switch (windows.of) {
    case 'shop':
      return {
        closings: days.map((day) => ({ day, zoneId: null, windowId: null })),
        windowIds: undefined,
        what: 'the shop',
      }
    case 'zones': {
      const { zones } = await findStanding(tx, today)
      const names = windows.zoneIds.map((zoneId) => zones.find(({ id }) => id === zoneId)?.name)
      if (names.includes(undefined)) throw zoneNotFound()
      return {
        closings: eachOf(days, windows.zoneIds, (day, zoneId: ZoneId) => ({ day, zoneId, windowId: null })),
        windowIds: all.filter(({ zoneId }) => windows.zoneIds.includes(zoneId)).map(({ id }) => id),
        what: names.join(', '),
      }
    }
    case 'windows': {
      const named = windows.windowIds.map((windowId) => all.find(({ id }) => id === windowId))
      if (named.includes(undefined)) throw windowNotFound()
      return {
        closings: eachOf(days, windows.windowIds, (day, windowId) => ({ day, zoneId: null, windowId })),
        windowIds: windows.windowIds,
        what: named.flatMap((window) => (window ? [`${window.name} in ${window.zoneName}`] : [])).join(', '),
      }
    }
    case 'hours': {
      const closings = days.flatMap((day) =>
        all
          .filter((window) => window.active && window.starts >= windows.from && runsOn(window, weekdayOf(day)))
          .map(({ id }) => ({ day, zoneId: null, windowId: id })),
      )
      if (closings.length === 0) throw nothingToClose()
      return {
        closings,
        windowIds: [...new Set(closings.map(({ windowId }) => windowId))],
        what: `the windows from ${timeInWords(parseClockTime(windows.from))} on`,
      }
    }
  }
}

function eachOf<T>(
  days: readonly ShopDay[],
  things: readonly T[],
  make: (day: ShopDay, thing: T) => Closing,
): Closing[] {
  return days.flatMap((day) => [...new Set(things)].map((thing) => make(day, thing)))
}

function onDays(days: readonly ShopDay[]): string {
  const [first, ...others] = days
  const last = others.at(-1)
  if (!first) return ''
  if (!last) return ` on ${dayAndYearInWords(first)}`
  return ` on ${days.length} days from ${dayAndYearInWords(first)} to ${dayAndYearInWords(last)}`
}
