import type { CalendarDay, CalendarWindow, DeliveryCalendar } from '@flora/contract/delivery.ts'
import type { ShopDay } from '@flora/calendar/shop-day.ts'
import { daysLater, weekdayIndex } from '@flora/calendar/wall-day.ts'

const aud = (minor: number) => ({ minor, currency: 'AUD' as const })

/** The calendar of the design's pages: Friday 20 November 2026, peonies to Abbotsford 3067. */
export function aCalendar(change: Partial<DeliveryCalendar> = {}): DeliveryCalendar {
  const today: ShopDay = '2026-11-20'
  return {
    postcode: '3067',
    suburbs: ['Abbotsford'],
    zone: { id: 'zon_inner-north', name: 'Inner North' },
    today,
    at: '2026-11-19T23:24:00Z',
    timeZone: 'Australia/Melbourne',
    days: Array.from({ length: 90 }, (_, index) => aDay(daysLater(today, index))),
    ...change,
  }
}

function aDay(day: ShopDay): CalendarDay {
  const closed = reasonOf(day)
  if (closed !== undefined) {
    return {
      day,
      open: false,
      reason: closed,
      windows: windowsOf(day).map((window) => ({ ...window, open: false, reason: closed })),
    }
  }
  const surge = day === '2027-02-14' || day === '2026-12-05' ? { name: 'Wedding Saturday', fee: aud(800) } : undefined
  return {
    day,
    open: true,
    from: aud(day === '2026-11-20' ? 1400 : 1200),
    ...(surge !== undefined && { surge }),
    ...(day === '2026-11-27' && { placesLeft: 3 }),
    ...(day === '2026-12-12' && { placesLeft: 1 }),
    windows: windowsOf(day),
  }
}

function reasonOf(day: ShopDay): { code: string; message: string } | undefined {
  if (day > '2026-12-12') return { code: 'out-of-season', message: 'Peonies are over.' }
  if (weekdayIndex(day) === 6) return { code: 'closed', message: 'We’re closed, and so is the market.' }
  if (day === '2026-11-28') return { code: 'full', message: 'All 22 places to your zone are taken.' }
  if (day === '2026-11-30') return { code: 'no-run', message: 'No van to 3067 that day. Pick-up is open.' }
  return undefined
}

function windowsOf(day: ShopDay): CalendarWindow[] {
  const shared = { open: true, cutOffAt: `${day}T03:00:00Z` }
  return [
    {
      ...shared,
      id: 'win_morning',
      method: 'standard',
      name: '8 am to 12 noon',
      starts: '08:00',
      ends: '12:00',
      fee: aud(1200),
      placesLeft: 14,
    },
    {
      ...shared,
      id: 'win_midday',
      method: 'standard',
      name: '12 noon to 4 pm',
      starts: '12:00',
      ends: '16:00',
      fee: aud(1200),
      open: false,
      reason: { code: 'full', message: 'Full. The last place went at 9.52 this morning.' },
      placesLeft: 0,
    },
    {
      ...shared,
      id: 'win_express',
      method: 'express',
      name: '10 am to 11 am',
      starts: '10:00',
      ends: '11:00',
      fee: aud(2600),
      placesLeft: 1,
    },
    {
      ...shared,
      id: 'win_pick-up',
      method: 'pick-up',
      name: '9 am to 5.30 pm',
      starts: '09:00',
      ends: '17:30',
      fee: aud(0),
    },
  ]
}
