import type { DayLineFacts } from './delivery-news.ts'

export interface Stop {
  readonly time: string
  readonly name: string
  readonly words?: string
  readonly isNow: boolean
  /** Half hours until the next stop: how wide it stands on the ruler. */
  readonly halfHours: number
}

// Narrower than this a stop's words no longer fit; the clock then shares the column of the stop it is at.
const narrowest = 3
// The ruler runs from half past four to half past nine.
const whole = 34

/** The stops of a shop's day in their order, the present moment among them. */
export function stopsOf({ now, cutOff, ends, nowWords }: DayLineFacts): Stop[] {
  const fixed = [
    {
      time: '04:30',
      name: 'Market',
      words: 'Bought at Epping before the city is up. If a stem isn’t good enough, we don’t take it.',
    },
    {
      time: '07:00',
      name: 'Bench',
      words: 'Conditioned, stripped and tied to order. Every order has its minutes set aside.',
    },
    { time: cutOff, name: 'Cut-off' },
    { time: ends, name: 'Door', words: 'If nobody’s in, we leave it in the shade, or with the neighbour you name.' },
  ]
  const here = { time: now, name: 'Now', words: nowWords }
  const fits = fixed.some((stop, index) => {
    const next = fixed[index + 1]
    return (
      next !== undefined && halves(now) - halves(stop.time) >= narrowest && halves(next.time) - halves(now) >= narrowest
    )
  })
  const at = fixed.findLast((stop) => stop.time <= now)
  const stops = fits ? [...fixed, here].toSorted((a, b) => a.time.localeCompare(b.time)) : fixed
  const widths = stops
    .slice(1)
    .map((next, index) => Math.min(16, Math.max(narrowest, halves(next.time) - halves(stops[index]!.time))))
  const rest = Math.min(16, Math.max(narrowest, whole - widths.reduce((sum, width) => sum + width, 0)))
  return stops.map((stop, index) => {
    const isNow = fits ? stop === here : stop === at && now < '20:00'
    return { ...stop, isNow, halfHours: widths[index] ?? rest }
  })
}

function halves(time: string): number {
  const [hour = 0, minute = 0] = time.split(':').map(Number)
  return Math.round(hour * 2 + minute / 30)
}
