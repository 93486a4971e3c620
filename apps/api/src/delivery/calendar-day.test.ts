import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { ShopDay } from '@flora/calendar/shop-day.ts'
import { CalendarDay } from '@flora/contract/delivery.ts'
import type { WindowId } from '@flora/contract/ids.ts'
import { money } from '@flora/money/money.ts'
import { type Arrangements, decideDay } from './calendar-day.ts'
import type { Needs } from './needs.ts'
import { roomFrom } from './room.ts'
import type { Window } from './window.ts'

const standard: Omit<Window, 'id' | 'name' | 'starts' | 'ends' | 'cutOff'> = {
  zoneId: 'zon_inner',
  zoneName: 'Inner north',
  method: 'standard',
  weekdays: [2, 3, 4, 5, 6],
  fee: money(1_200, 'AUD'),
  capacity: 22,
}
const windows: Window[] = [
  {
    ...standard,
    id: 'win_morning',
    name: '8 am to 12 noon',
    starts: '08:00',
    ends: '12:00',
    cutOff: { time: '17:00', daysBefore: 1 },
  },
  {
    ...standard,
    id: 'win_afternoon',
    name: '2 pm to 6 pm',
    starts: '14:00',
    ends: '18:00',
    fee: money(1_400, 'AUD'),
    cutOff: { time: '14:00', daysBefore: 0 },
  },
  {
    ...standard,
    id: 'win_counter',
    zoneId: 'zon_pick-up',
    zoneName: 'Pick up in Fitzroy',
    method: 'pick-up',
    name: 'Pick up, 9 am to 5 pm',
    starts: '09:00',
    ends: '17:00',
    weekdays: [1, 2, 3, 4, 5, 6],
    fee: money(0, 'AUD'),
    capacity: 40,
    cutOff: { time: '15:00', daysBefore: 0 },
  },
]
const arrangements: Arrangements = {
  timeZone: 'Australia/Melbourne',
  postcode: '3067',
  zone: { id: 'zon_inner', name: 'Inner north' },
  windows,
  closures: [
    { day: '2026-12-25', zoneId: undefined, reason: 'Christmas Day' },
    { day: '2026-12-02', zoneId: 'zon_inner', reason: 'The tunnel is shut' },
  ],
  surges: [{ name: 'Valentine’s Day', fromDay: '2027-02-12', untilDay: '2027-02-14', fee: money(800, 'AUD') }],
  benchMinutes: [480, 480, 480, 480, 480, 240, 0],
}
const anything: Needs = { leadDays: 0, season: undefined, benchMinutes: 10, soldOut: undefined }

interface Case {
  readonly day?: ShopDay
  readonly now?: string
  readonly needs?: Partial<Needs>
  readonly arranged?: Partial<Arrangements>
  /** Places taken of each window that day. */
  readonly taken?: Readonly<Record<WindowId, number>>
  readonly benchTaken?: number
}

function decide({
  day = '2026-11-24',
  now = '2026-11-20T10:24:00+11:00',
  needs = {},
  arranged = {},
  taken = {},
  benchTaken,
}: Case): CalendarDay {
  const room = roomFrom(
    Object.entries(taken).map(
      ([id, count]) => [day, id as WindowId, windows.find((window) => window.id === id)!.capacity, count] as const,
    ),
    benchTaken === undefined ? [] : [[day, 480, benchTaken]],
  )
  const decided = decideDay(day, { ...arrangements, ...arranged }, { ...anything, ...needs }, room, {
    now: Temporal.Instant.from(now),
    today: now.slice(0, 10) as ShopDay,
  })
  // Whatever is decided is of the contract's form.
  return CalendarDay.parse(decided)
}

test('an ordinary day is open in all its windows, and says the cheapest way to a door', () => {
  const day = decide({})
  assert.deepEqual([day.open, day.from, day.reason, day.placesLeft], [true, money(1_200, 'AUD'), undefined, undefined])
  assert.deepEqual(
    day.windows.map(({ id, open, placesLeft, cutOffAt }) => [id, open, placesLeft, cutOffAt]),
    [
      ['win_morning', true, undefined, '2026-11-23T06:00:00Z'],
      ['win_afternoon', true, undefined, '2026-11-24T03:00:00Z'],
      ['win_counter', true, undefined, '2026-11-24T04:00:00Z'],
    ],
  )
})

test('places are counted from twenty down, for a window and for the day’s doors together', () => {
  assert.equal(decide({ taken: { win_morning: 1 } }).windows[0]!.placesLeft, undefined)
  assert.equal(decide({ taken: { win_morning: 2 } }).windows[0]!.placesLeft, 20)
  assert.equal(decide({ taken: { win_morning: 2 } }).placesLeft, undefined)
  const few = decide({ taken: { win_morning: 21, win_afternoon: 20 } })
  assert.deepEqual([few.placesLeft, few.windows[0]!.placesLeft, few.windows[1]!.placesLeft], [3, 1, 2])
})

test('a full window is told, and the day goes on without it', () => {
  const day = decide({ taken: { win_morning: 22 } })
  assert.deepEqual(
    [day.open, day.from, day.windows[0]!.open, day.windows[0]!.placesLeft],
    [true, money(1_400, 'AUD'), false, 0],
  )
  assert.deepEqual(day.windows[0]!.reason, { code: 'full', message: 'Full. All 22 places are taken.' })
})

test('a surge is in the fee of each window that goes to a door', () => {
  const day = decide({ day: '2027-02-13', now: '2027-02-10T10:00:00+11:00' })
  assert.deepEqual(day.surge, { name: 'Valentine’s Day', fee: money(800, 'AUD') })
  assert.deepEqual(
    day.windows.map(({ fee }) => fee.minor),
    [2_000, 2_200, 0],
  )
  assert.deepEqual(day.from, money(2_000, 'AUD'))
})

const shut: [string, Case, code: string, message: string, isPickUpOpen: boolean][] = [
  [
    'when something is sold out',
    { needs: { soldOut: { code: 'sold-out', message: 'Sold out.' } } },
    'sold-out',
    'Sold out.',
    false,
  ],
  [
    'out of season',
    { needs: { season: [12] } },
    'out-of-season',
    'Not in season that day. We have these in December.',
    false,
  ],
  ['on a closed day', { day: '2026-12-25' }, 'closed', 'Closed on Friday 25 December. Christmas Day.', false],
  ['on a Sunday', { day: '2026-11-22' }, 'closed', 'Closed. The growers rest, so do we.', false],
  [
    'out of season on a Sunday, for the product’s reason',
    { day: '2026-11-22', needs: { season: [12] } },
    'out-of-season',
    'Not in season that day. We have these in December.',
    false,
  ],
  ['on a day without a run', { day: '2026-11-23' }, 'no-run', 'No van to 3067 that day. Pick-up is open.', true],
  [
    'without a run and past the counter’s cut-off',
    { day: '2026-11-23', now: '2026-11-23T15:00:00+11:00' },
    'no-run',
    'No van to 3067 that day.',
    false,
  ],
  [
    'when only this zone is closed',
    { day: '2026-12-02' },
    'closed',
    'Closed on Wednesday 2 December. The tunnel is shut.',
    true,
  ],
  [
    'when every place is taken',
    { taken: { win_morning: 22, win_afternoon: 22 } },
    'full',
    'All 44 places to your zone are taken. Pick-up is open.',
    true,
  ],
  [
    'when the counter is full too',
    { taken: { win_morning: 22, win_afternoon: 22, win_counter: 40 } },
    'full',
    'All 44 places to your zone are taken.',
    false,
  ],
  [
    'when what has not closed is full',
    { day: '2026-11-20', taken: { win_afternoon: 22 } },
    'full',
    'The last places to your zone are taken. Pick-up is open.',
    true,
  ],
  [
    'when the benches are full',
    { benchTaken: 471 },
    'bench-full',
    'Our benches are full that day. Something smaller, or already made, may still fit.',
    false,
  ],
  [
    'past the last cut-off of today',
    { day: '2026-11-20', now: '2026-11-20T14:00:00+11:00' },
    'past-cut-off',
    'Orders for that day closed at 2 pm. Pick-up is open.',
    true,
  ],
  [
    'past every cut-off of today',
    { day: '2026-11-20', now: '2026-11-20T15:00:00+11:00' },
    'past-cut-off',
    'Orders for that day closed at 2 pm.',
    false,
  ],
  [
    'sooner than the flowers come',
    { needs: { leadDays: 5 } },
    'lead-time',
    'Too soon. We need 5 days more to have these cut for you.',
    false,
  ],
]
for (const [when, what, code, message, isPickUpOpen] of shut) {
  test(`no van comes ${when}`, () => {
    const day = decide(what)
    assert.deepEqual([day.reason, day.from, day.surge], [{ code, message }, undefined, undefined])
    assert.equal(day.open, isPickUpOpen)
    assert.deepEqual(
      day.windows.filter(({ open }) => open).map(({ id }) => id),
      isPickUpOpen ? ['win_counter'] : [],
    )
    for (const window of day.windows) assert.equal(window.open, window.reason === undefined)
  })
}

test('the last minute of a full bench is still a bench', () => {
  assert.equal(decide({ benchTaken: 470 }).open, true)
  assert.equal(decide({ benchTaken: 480, needs: { benchMinutes: 0 } }).open, true)
})

test('where no van goes, the counter decides', () => {
  const counterOnly = { zone: undefined, windows: windows.slice(2) }
  const open = decide({ arranged: counterOnly })
  assert.deepEqual([open.open, open.reason, open.from], [true, undefined, undefined])
  assert.deepEqual(decide({ arranged: counterOnly, taken: { win_counter: 40 } }).reason, {
    code: 'full',
    message: 'Full. All 40 places are taken.',
  })
  assert.equal(
    decide({ arranged: counterOnly, day: '2026-11-20', now: '2026-11-20T15:00:00+11:00' }).reason?.code,
    'past-cut-off',
  )
})

test('the cut-off of the night on which summer time begins is told in UTC+10', () => {
  const day = decide({ day: '2026-10-06', now: '2026-10-02T09:00:00+10:00' })
  assert.equal(day.windows[0]!.cutOffAt, '2026-10-05T06:00:00Z')
  const saturday = decide({ day: '2026-10-03', now: '2026-10-02T09:00:00+10:00' })
  assert.equal(saturday.windows[0]!.cutOffAt, '2026-10-02T07:00:00Z')
})
