import type { ShopDay } from '@flora/calendar/shop-day.ts'
import { useEffect, useState } from 'react'
import { askAgain } from './answers.ts'

// News often come in bunches, one a delivery; the page asks once for all of them.
const gatherMs = 400
// A stream that was refused is tried again, and again later each time.
const retryMs = [2_000, 5_000, 15_000, 30_000] as const

/**
 * Keeps the questions of a day's page new: whenever the shop says that something of that day changed, what is on the page is asked
 * again. Says whether the line is up.
 */
export function useLiveDay(day: ShopDay | undefined): boolean {
  const [isUp, setUp] = useState(true)
  useEffect(() => {
    if (day === undefined) return
    let stream: EventSource | undefined
    let gathering: ReturnType<typeof setTimeout> | undefined
    let retrying: ReturnType<typeof setTimeout> | undefined
    let tries = 0
    // The stream greets with the same news; the page has just asked.
    let isGreeted = false

    function open(): void {
      stream = new EventSource(`/api/desk/days/${day}/live`)
      stream.addEventListener('open', () => {
        tries = 0
        setUp(true)
      })
      stream.addEventListener('day', () => {
        if (!isGreeted && tries === 0) {
          isGreeted = true
          return
        }
        gathering ??= setTimeout(() => {
          gathering = undefined
          askAgain('GET /studio')
        }, gatherMs)
      })
      stream.addEventListener('error', () => {
        setUp(false)
        // While it is merely cut the browser opens it again by itself; one that was refused it gives up.
        if (stream?.readyState !== EventSource.CLOSED) return
        retrying = setTimeout(open, retryMs[Math.min(tries, retryMs.length - 1)])
        tries += 1
      })
    }
    open()
    return () => {
      stream?.close()
      clearTimeout(gathering)
      clearTimeout(retrying)
    }
  }, [day])
  return isUp
}
