import type { ContentCard } from '@flora/contract/content.ts'
import { dayAndMonth } from '@flora/calendar/wall-day.ts'

/** '5 minutes', as long as reading takes. */
export function readingTime(minutes: number): string {
  return `${minutes} ${minutes === 1 ? 'minute' : 'minutes'}`
}

/** '8 November 2026' */
export function dayWithYear(day: ContentCard['publishedDay']): string {
  return `${dayAndMonth(day)} ${day.slice(0, 4)}`
}

/** What stands above or below an entry's name: a care guide is as good in any year, an entry is of its day. */
export function entryNote({
  kind,
  publishedDay,
  minutes,
}: Pick<ContentCard, 'kind' | 'publishedDay' | 'minutes'>): string {
  return `${kind === 'care' ? 'Care guide' : dayWithYear(publishedDay)}, ${readingTime(minutes)}`
}
