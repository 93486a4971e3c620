import { daysAfter } from '@flora/calendar/shop-day.ts'
import type { NewWindow, WindowChange } from '@flora/contract/delivery-desk.ts'
import { newId, type WindowId } from '@flora/contract/ids.ts'
import { daysAhead } from '../open-days.ts'
import { insertPlaces } from '../room/queries.ts'
import { arrange, type Arranges, type Desk, type Manager, ofWindow } from './arrange.ts'
import { findStanding, saveWindow, type WindowParts } from './arrangement-queries.ts'
import { type DeskWindowRecord, findWindow } from './calendar-queries.ts'
import { ordersStay } from './change-day.ts'
import { hoursNotValid, windowNotFound, zoneNotFound } from './errors.ts'
import { listOrdersOfPlaces, listOrdersOfWindow, lockPlaces, settlePlaces } from './settle-queries.ts'

/** A new window; its places are there when this is done. */
export function createWindow(shop: Arranges, by: Manager, { version, zoneId, ...parts }: NewWindow): Promise<void> {
  return arrange(shop, by, { version }, async (desk) => {
    const zone = (await findStanding(desk.tx, desk.today)).zones.find(({ id }) => id === zoneId)
    if (!zone) throw zoneNotFound()
    const id = newId('win')
    await saveWindow(desk.tx, { ...parts, active: true, id, zoneId })
    await makePlaces(desk)
    await settlePlaces(desk.tx, { today: desk.today, windowIds: [id] })
    return { subjects: [ofWindow(id)], what: `Made the window ${parts.name} in ${zone.name}.` }
  })
}

/** Changes a window for every day to come; days with a capacity of their own keep it. */
export function changeWindow(
  shop: Arranges,
  by: Manager,
  windowId: WindowId,
  { version, evenSo, ...change }: WindowChange,
): Promise<void> {
  return arrange(shop, by, { version, evenSo }, async (desk) => {
    const { tx, today, expect, allow } = desk
    await expect([ofWindow(windowId)])
    const window = await findWindow(tx, windowId)
    if (!window) throw windowNotFound()
    const before = partsOf(window)
    const given = Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined))
    const after: WindowParts = { ...before, ...given }
    if (after.ends <= after.starts) throw hoursNotValid()
    const parts = (Object.keys(before) as (keyof WindowParts)[]).filter(
      (part) => JSON.stringify(before[part]) !== JSON.stringify(after[part]),
    )
    if (parts.length === 0) return undefined

    const scope = { today, windowIds: [windowId] }
    // What it has by now is made first, so that nobody makes it with the capacity of before while this goes on.
    await makePlaces(desk)
    await lockPlaces(tx, scope)
    await saveWindow(tx, { ...after, id: windowId, zoneId: window.zoneId })
    await makePlaces(desk)
    allow(
      await listOrdersOfPlaces(tx, await settlePlaces(tx, scope)),
      (total) =>
        `${ordersStay(total)} They must still be delivered in ${window.name}, unless you move or cancel them one by one. Nobody else can order there.`,
    )
    if (parts.includes('starts') || parts.includes('ends'))
      allow(
        await listOrdersOfWindow(tx, windowId, today),
        (total) =>
          `${ordersStay(total)} Their customers were told the hours of before, and those still count for them.`,
      )
    return {
      subjects: [ofWindow(windowId)],
      what: `Changed the window ${window.name} in ${window.zoneName}: ${parts.map((part) => inWords[part]).join(', ')}.`,
    }
  })
}

function makePlaces({ tx, today }: Desk): Promise<void> {
  return insertPlaces(tx, { from: today, until: daysAfter(today, daysAhead) })
}

function partsOf(window: DeskWindowRecord): WindowParts {
  const { method, name, starts, ends, weekdays, fee, capacity, cutOff, active } = window
  return {
    method,
    name,
    starts,
    ends,
    weekdays: [...weekdays],
    feeMinor: fee.minor,
    capacity,
    cutOff: cutOff.time,
    cutOffDaysBefore: cutOff.daysBefore,
    active,
  }
}

const inWords: Record<keyof WindowParts, string> = {
  method: 'method',
  name: 'name',
  starts: 'beginning',
  ends: 'end',
  weekdays: 'weekdays',
  feeMinor: 'fee',
  capacity: 'capacity',
  cutOff: 'cut-off',
  cutOffDaysBefore: 'days before the cut-off',
  active: 'whether it is offered',
}
