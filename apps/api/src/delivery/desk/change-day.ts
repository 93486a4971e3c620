import { dayAndYearInWords } from '@flora/calendar/in-words.ts'
import type { ShopDay } from '@flora/calendar/shop-day.ts'
import type { DayChange } from '@flora/contract/delivery-desk.ts'
import type { WindowId } from '@flora/contract/ids.ts'
import { goesToADoor } from '../window.ts'
import { arrange, type Arranges, daySubject, type Desk, type Manager } from './arrange.ts'
import { saveOwnCapacities, saveOwnMinutes } from './arrangement-queries.ts'
import { type CalendarRecord, findCalendar } from './calendar-queries.ts'
import { dayIsPast, windowNotFound, zoneNotFound } from './errors.ts'
import { dayWindowsOf } from './month.ts'
import {
  insertBenchOf,
  insertPlacesOf,
  listOrdersOfBench,
  listOrdersOfPlaces,
  lockBench,
  lockPlaces,
  settleBench,
  settlePlaces,
} from './settle-queries.ts'
import { shareOut } from './share-out.ts'

/** Gives one day other capacities and minutes than usual, or the usual ones again. */
export function changeDay(shop: Arranges, by: Manager, day: ShopDay, change: DayChange): Promise<void> {
  return arrange(shop, by, change, async (desk) => {
    if (day < desk.today) throw dayIsPast()
    await desk.expect([daySubject(day)])
    const said = [...(await changeMinutes(desk, day, change)), ...(await changePlaces(desk, day, change))]
    if (said.length === 0) return undefined
    return { subjects: [daySubject(day)], what: `Changed ${dayAndYearInWords(day)}: ${said.join(', ')}.` }
  })
}

// The bench before places, as the house locks.
async function changeMinutes({ tx, today, allow }: Desk, day: ShopDay, { benchMinutes }: DayChange): Promise<string[]> {
  if (benchMinutes === undefined) return []
  const scope = { today, days: [day] }
  await insertBenchOf(tx, [day])
  await lockBench(tx, scope)
  await saveOwnMinutes(tx, day, benchMinutes)
  allow(
    await listOrdersOfBench(tx, await settleBench(tx, scope)),
    (total) =>
      `The bench has promised more than that. ${ordersStay(total)} Nothing more is tied for that day until enough of them are moved or cancelled.`,
  )
  return [benchMinutes === null ? 'the usual bench minutes' : `${benchMinutes} bench minutes`]
}

async function changePlaces({ tx, today, allow }: Desk, day: ShopDay, change: DayChange): Promise<string[]> {
  const { places, zones = [], windows = [] } = change
  if (places === undefined && zones.length === 0 && windows.length === 0) return []
  const scope = { today, days: [day] }
  await insertPlacesOf(tx, scope)
  await lockPlaces(tx, scope)
  const record = await findCalendar(tx, { from: day, until: day })
  const capacities = capacitiesFor(day, record, change)
  await saveOwnCapacities(
    tx,
    [...capacities].map(([windowId, own]) => ({ day, windowId, places: own })),
  )
  allow(
    await listOrdersOfPlaces(tx, await settlePlaces(tx, scope)),
    (total) =>
      `More places are taken than that. ${ordersStay(total)} Nobody else gets one there until enough of them are moved or cancelled.`,
  )
  return [
    ...(places === undefined ? [] : [inPlaces('', places)]),
    ...zones.map((zone) => inPlaces(` in ${record.zones.find(({ id }) => id === zone.zoneId)?.name}`, zone.places)),
    ...windows.map((one) => inPlaces(` in ${record.windows.find(({ id }) => id === one.windowId)?.name}`, one.places)),
  ]
}

/** What each window gets: a window that is named before its zone, and a zone before the day. */
function capacitiesFor(
  day: ShopDay,
  record: CalendarRecord,
  { places, zones = [], windows = [] }: DayChange,
): Map<WindowId, number | null> {
  const running = dayWindowsOf(day, record)
  const capacities = new Map<WindowId, number | null>()
  const share = (number: number | null, which: typeof running) => {
    const parts =
      number === null
        ? undefined
        : shareOut(
            number,
            which.map(({ usualCapacity, places: { taken } }) => ({ weight: usualCapacity, taken })),
          )
    for (const [at, { windowId }] of which.entries()) capacities.set(windowId, parts?.[at] ?? null)
  }
  if (places !== undefined) share(places, running.filter(goesToADoor))
  for (const zone of zones) {
    if (!record.zones.some(({ id }) => id === zone.zoneId)) throw zoneNotFound()
    share(
      zone.places,
      running.filter(({ zoneId }) => zoneId === zone.zoneId),
    )
  }
  for (const one of windows) {
    if (!running.some(({ windowId }) => windowId === one.windowId)) throw windowNotFound()
    capacities.set(one.windowId, one.places)
  }
  return capacities
}

function inPlaces(where: string, places: number | null): string {
  return places === null ? `as many places as usual${where}` : `${places} places${where}`
}

/** What becomes of promises that were made. */
export function ordersStay(total: number): string {
  return total === 1
    ? 'The order that has its place stays promised.'
    : `The ${total} orders that have theirs stay promised.`
}
