import { z } from 'zod'

/** Text a person types: trimmed, no control characters but line breaks, whole characters only, bounded. */
export function typed(max: number) {
  return z.string().trim().max(max, `Please keep this to ${max} characters.`).refine(isPlain, plainly)
}

/** The same for text of several lines; line ends are made one kind. */
export function typedLines(max: number) {
  return z
    .string()
    .max(max, `Please keep this to ${max} characters.`)
    .transform((text) => text.replaceAll(/\r\n?/g, '\n').trim())
    .pipe(z.string().refine((text) => isPlain(text.replaceAll('\n', '')), plainly))
}

const plainly = 'Please leave out characters that cannot be printed.'

// Half an emoji, as a field that cuts at its limit leaves behind, is no text: a database refuses it.
function isPlain(text: string): boolean {
  return !/\p{Cc}/u.test(text) && text.isWellFormed()
}

/** A date on the shop's wall calendar, '2026-11-21'. */
export const ShopDay = z.custom<`${number}-${number}-${number}`>(
  (value) => typeof value === 'string' && isCalendarDay(value),
  'Please give a day as 2026-11-21.',
)

/** A point in time, ISO 8601 in UTC. */
export const Instant = z.string().meta({ format: 'date-time' })

/** A wall-clock time at the shop, '14:00'. */
export const ClockTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/)

/** Four digits; that it exists and is served is the shop's to say. */
export const Postcode = z
  .string()
  .trim()
  .regex(/^\d{4}$/, 'An Australian postcode has four digits.')

export const Slug = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
  .max(80)

/** The answer to "may I?": yes, or no with a sentence that can be shown. */
export const Permission = z.discriminatedUnion('ok', [
  z.strictObject({ ok: z.literal(true) }),
  z.strictObject({ ok: z.literal(false), because: z.string() }),
])
export type Permission = z.output<typeof Permission>

/** Something that stands in the way, with a stable code and a sentence that says what to do. */
export const Obstacle = z.strictObject({ code: z.string(), message: z.string() })
export type Obstacle = z.output<typeof Obstacle>

function isCalendarDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false
  try {
    Temporal.PlainDate.from(text, { overflow: 'reject' })
    return true
  } catch {
    return false
  }
}
