import { ApiProblem, createClient } from '@flora/client/client.ts'
import type { DeliveryCalendar } from '@flora/contract/delivery.ts'
import type { VariantId } from '@flora/contract/ids.ts'
import { useCallback, useEffect, useRef, useState } from 'react'
import { nowMs } from '@flora/calendar/wall-time.ts'

/** What is to be delivered, as far as a calendar needs to know. */
export interface CalendarLine {
  readonly variantId: VariantId
  readonly quantity: number
}

export interface CalendarAsked {
  readonly postcode: string
  readonly lines: readonly CalendarLine[]
  /** An answer that the page already has; used until the postcode or the lines change. */
  readonly given?: DeliveryCalendar | undefined
}

export interface CalendarSeen {
  /** The last answer; while another is on its way the old one stays, so that nothing jumps. */
  readonly calendar: DeliveryCalendar | undefined
  readonly state: 'ready' | 'loading' | 'failed'
  readonly because: string | undefined
  readonly retry: () => void
}

// A page left open in a pocket asks again when it is looked at: places go, cut-offs pass.
const freshForMs = 120_000

/** The delivery calendar for a postcode and some products; asks again when either changes, and drops answers that came too late. */
export function useCalendar({ postcode, lines, given }: CalendarAsked): CalendarSeen {
  const asked = `${postcode} ${linesText(lines)}`
  const [seen, setSeen] = useState<{ asked: string; calendar: DeliveryCalendar | undefined; because?: string }>({
    asked,
    calendar: given,
  })
  const [attempt, setAttempt] = useState(0)
  const answeredAt = useRef(0)
  const retry = useCallback(() => setAttempt((count) => count + 1), [])

  const [firstAsked] = useState(asked)
  const needless = given !== undefined && attempt === 0 && asked === firstAsked
  useEffect(() => {
    if (needless || !/^\d{4}$/.test(postcode)) {
      answeredAt.current = nowMs()
      return
    }
    const stop = new AbortController()
    askCalendar(asked, stop.signal).then(
      (calendar) => {
        answeredAt.current = nowMs()
        return setSeen({ asked, calendar })
      },
      (error: unknown) => {
        if (stop.signal.aborted) return
        setSeen((before) => ({ ...before, asked, because: sentenceOf(error) }))
      },
    )
    return () => stop.abort()
  }, [asked, attempt, needless, postcode])

  useEffect(() => {
    const look = (): void => {
      if (document.visibilityState === 'visible' && nowMs() - answeredAt.current > freshForMs) retry()
    }
    document.addEventListener('visibilitychange', look)
    return () => document.removeEventListener('visibilitychange', look)
  }, [retry])

  const current = needless ? given : seen.calendar
  if (seen.asked !== asked)
    return { calendar: current, state: needless ? 'ready' : 'loading', because: undefined, retry }
  if (seen.because !== undefined) return { calendar: current, state: 'failed', because: seen.because, retry }
  return { calendar: current, state: current === undefined ? 'loading' : 'ready', because: undefined, retry }
}

function askCalendar(asked: string, signal: AbortSignal): Promise<DeliveryCalendar> {
  const [postcode = '', lines = ''] = asked.split(' ')
  const client = createClient((path, init) =>
    fetch(path, { ...init, signal, credentials: 'same-origin', headers: { ...init.headers, 'x-flora': '1' } }),
  )
  return client.call('GET /delivery/calendar', { query: { postcode, ...(lines !== '' && { lines }) } })
}

function linesText(lines: readonly CalendarLine[]): string {
  return lines.map((line) => `${line.variantId}:${line.quantity}`).join(',')
}

function sentenceOf(error: unknown): string {
  return error instanceof ApiProblem
    ? error.message
    : 'The shop did not answer. Please check your connection and try again.'
}
