import type { ShopDay } from './shop-day.ts'
import { dayNumber, shortDay } from './wall-day.ts'

// Times for browsers, beside wall-day.ts: instants are worded by Intl in the shop's own zone.

/** '14:00' as '2 pm', '12:00' as '12 noon', '10:24' as '10.24 am'. */
export function clockWords(time: string): string {
  const [hour = 0, minute = 0] = time.split(':').map(Number)
  if (hour === 12 && minute === 0) return '12 noon'
  const twelve = hour % 12 === 0 ? 12 : hour % 12
  return `${twelve}${minute === 0 ? '' : `.${String(minute).padStart(2, '0')}`} ${hour < 12 ? 'am' : 'pm'}`
}

/** '8 am to 12 noon' */
export function hoursWords(starts: string, ends: string): string {
  return `${clockWords(starts)} to ${clockWords(ends)}`
}

/** '3 h 36 min', '20 min' */
export function minutesWords(minutes: number): string {
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60]
  if (hours === 0) return `${rest} min`
  return rest === 0 ? `${hours} h` : `${hours} h ${rest} min`
}

/** An instant on the shop's wall: its day and its clock, '10:24'. */
export function onTheWall(instant: string | number, timeZone: string): { day: ShopDay; time: string } {
  const parts = wallClock(timeZone).formatToParts(typeof instant === 'number' ? instant : instantMs(instant))
  const part = (type: Intl.DateTimeFormatPartTypes): string => parts.find((one) => one.type === type)?.value ?? '00'
  return {
    day: `${part('year')}-${part('month')}-${part('day')}` as ShopDay,
    time: `${part('hour')}:${part('minute')}`,
  }
}

/** '10.24 am', and for another day than today 'Fri 20 Nov, 10.24 am'. */
export function momentWords(
  instant: string,
  { timeZone, today }: { timeZone: string; today?: ShopDay | undefined },
): string {
  const { day, time } = onTheWall(instant, timeZone)
  return day === today ? clockWords(time) : `${shortDay(day)}, ${clockWords(time)}`
}

/** Milliseconds since 1970 of an instant as the API writes it ('2026-11-20T10:31:00Z', offsets allowed). */
export function instantMs(instant: string): number {
  const match = /^(\d{4}-\d{2}-\d{2})T(\d{2}):(\d{2})(?::(\d{2})(\.\d+)?)?(Z|[+-]\d{2}:\d{2})$/.exec(instant)
  if (match === null) return Number.NaN
  const [, day = '', hour, minute, second = '0', fraction = '0', offset = 'Z'] = match
  const ahead =
    offset === 'Z' ? 0 : Number(`${offset[0]}1`) * (Number(offset.slice(1, 3)) * 60 + Number(offset.slice(4)))
  const minutes = Number(hour) * 60 + Number(minute) - ahead
  return (
    dayNumber(day as ShopDay) * 86_400_000 + minutes * 60_000 + Math.floor((Number(second) + Number(fraction)) * 1_000)
  )
}

/** This machine's clock, in milliseconds since 1970. Good enough for words; the shop's clock decides. */
export function nowMs(): number {
  return performance.timeOrigin + performance.now()
}

const wallClocks = new Map<string, Intl.DateTimeFormat>()

function wallClock(timeZone: string): Intl.DateTimeFormat {
  const known = wallClocks.get(timeZone)
  if (known !== undefined) return known
  const made = new Intl.DateTimeFormat('en-AU', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
  })
  wallClocks.set(timeZone, made)
  return made
}
