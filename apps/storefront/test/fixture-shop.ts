import type { CalendarDay, CalendarWindow, DeliveryCalendar, ShopFacts } from '@flora/contract/delivery.ts'
import type { Money } from '@flora/money/money.ts'
import { daysAfter, type ShopDay } from '@flora/calendar/shop-day.ts'

export const aud = (minor: number): Money => ({ minor, currency: 'AUD' })

export const today: ShopDay = '2026-11-20'
const zone = 'Australia/Melbourne'

export const facts: ShopFacts = {
  name: 'Flora',
  tagline: 'Flowers from a Fitzroy bench',
  phone: '(03) 7010 4418',
  email: 'hello@flora.example',
  address: '41 Rose Street, Fitzroy 3065',
  abn: '51 824 753 556',
  timeZone: zone,
  currency: 'AUD',
  hours: [
    { days: 'Monday to Friday', text: '7 am–5.30 pm' },
    { days: 'Saturday', text: '7 am–3 pm' },
    { days: 'Sunday', text: 'Closed' },
  ],
  today,
  zones: [
    {
      name: 'Inner North',
      postcodes: ['3065', '3066', '3067', '3068', '3070'],
      windows: [
        {
          name: '8 am to 12 noon',
          method: 'standard',
          days: 'Monday to Saturday',
          fee: aud(1200),
          cutOff: '6 pm the day before',
        },
        {
          name: '12 noon to 4 pm',
          method: 'standard',
          days: 'Monday to Saturday',
          fee: aud(1200),
          cutOff: '6 pm the day before',
        },
        {
          name: '2 pm to 6 pm',
          method: 'express',
          days: 'Monday to Friday',
          fee: aud(1400),
          cutOff: '2 pm the same day',
        },
      ],
    },
    {
      name: 'West',
      postcodes: ['3011', '3012', '3013'],
      windows: [
        {
          name: '8 am to 6 pm',
          method: 'standard',
          days: 'Tuesday to Saturday',
          fee: aud(1600),
          cutOff: '4 pm the day before',
        },
      ],
    },
  ],
  closures: [{ day: '2026-12-25', reason: 'Christmas Day. The growers rest, so do we.' }],
  surges: [{ from: '2027-02-12', until: '2027-02-14', name: 'Valentine’s Day', fee: aud(800) }],
  payments: { mode: 'sandbox', publishableKey: 'pk_test_flora' },
}

const suburbsOf: Record<string, readonly string[]> = {
  '3065': ['Fitzroy'],
  '3066': ['Collingwood'],
  '3067': ['Abbotsford'],
  '3068': ['Clifton Hill', 'Fitzroy North'],
  '3070': ['Northcote'],
  '3011': ['Footscray', 'Seddon'],
  '3350': ['Ballarat'],
}

export interface CalendarCase {
  /** '2026-11-19T23:24:00Z' is 10.24 am on Friday. */
  readonly at?: string
  readonly todayFull?: boolean
}

/** The design's Friday: open today until two, Saturday half full, Sundays closed, the 28th full, the 30th without a run. */
export function calendarFor(
  postcode: string,
  days: number,
  { at = '2026-11-19T23:24:00Z', todayFull = false }: CalendarCase = {},
): DeliveryCalendar {
  const served = facts.zones.find((one) => one.postcodes.includes(postcode))
  const first = Temporal.Instant.from(at).toZonedDateTimeISO(zone).toPlainDate().toString() as ShopDay
  return {
    postcode,
    suburbs: [...(suburbsOf[postcode] ?? [])],
    ...(served && { zone: { id: 'zon_inner-north', name: served.name } }),
    ...(!served && {
      unserved: { code: 'address-not-served', message: 'Our vans go as far as Melton, Sunbury and Frankston.' },
    }),
    today: first,
    at,
    timeZone: zone,
    days: Array.from({ length: days }, (_, index) =>
      dayOf(daysAfter(first, index), { at, todayFull, served: served !== undefined }),
    ),
  }
}

function dayOf(day: ShopDay, state: { at: string; todayFull: boolean; served: boolean }): CalendarDay {
  const weekday = Temporal.PlainDate.from(day).dayOfWeek
  if (weekday === 7) return shut(day, 'closed', 'Closed. The growers rest, so do we.')
  if (day === '2026-11-28') return shut(day, 'full', 'Every place to your zone is taken.')
  if (day === '2026-11-30') return shut(day, 'no-run', 'No van to your zone that day. Pick-up is open.')
  const windows = windowsOf(day, state)
  const toDoor = windows.filter((one) => one.open && one.method !== 'pick-up')
  const from = toDoor.map((one) => one.fee.minor).toSorted((a, b) => a - b)[0]
  const left = day === '2026-11-27' ? 3 : undefined
  return {
    day,
    open: windows.some((one) => one.open),
    ...(!windows.some((one) => one.open) && { reason: { code: 'past-cut-off', message: 'The van has gone.' } }),
    ...(from !== undefined && { from: aud(from) }),
    ...(left !== undefined && { placesLeft: left }),
    windows,
  }
}

function shut(day: ShopDay, code: string, message: string): CalendarDay {
  return { day, open: false, reason: { code, message }, windows: [] }
}

function windowsOf(
  day: ShopDay,
  { at, todayFull, served }: { at: string; todayFull: boolean; served: boolean },
): CalendarWindow[] {
  const cut = (time: string, before: number): string =>
    Temporal.PlainDate.from(day)
      .subtract({ days: before })
      .toZonedDateTime({ timeZone: zone, plainTime: time })
      .toInstant()
      .toString()
  const made = (
    id: string,
    method: CalendarWindow['method'],
    times: [string, string, string],
    fee: number,
    cutOffAt: string,
  ): CalendarWindow => {
    const late = Temporal.Instant.compare(Temporal.Instant.from(at), Temporal.Instant.from(cutOffAt)) >= 0
    const [name, starts, ends] = times
    return {
      id: `win_${id}`,
      method,
      name,
      starts,
      ends,
      open: !late,
      fee: aud(fee),
      cutOffAt,
      ...(late && { reason: { code: 'past-cut-off', message: 'The run is printed.' } }),
    }
  }
  const pickUp = made('pick-up', 'pick-up', ['Pick up in Fitzroy', '09:00', '17:30'], 0, cut('17:00', 0))
  if (!served) return [pickUp]
  const morning = made('morning', 'standard', ['8 am to 12 noon', '08:00', '12:00'], 1200, cut('18:00', 1))
  const noon = made('noon', 'standard', ['12 noon to 4 pm', '12:00', '16:00'], 1200, cut('18:00', 1))
  const sameDay = made('same-day', 'express', ['2 pm to 6 pm', '14:00', '18:00'], 1400, cut('14:00', 0))
  const full = {
    open: false,
    reason: { code: 'full', message: 'Full. The last place went at 9.52 this morning.' },
    placesLeft: 0,
  }
  if (day === today) return [...(todayFull ? [{ ...sameDay, ...full }] : [{ ...sameDay, placesLeft: 7 }]), pickUp]
  if (day === '2026-11-21') return [{ ...morning, placesLeft: 14 }, { ...noon, ...full }, pickUp]
  return [morning, noon, sameDay, pickUp]
}
