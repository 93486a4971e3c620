import { useEffect, useState } from 'react'
import { nowMs } from '@flora/calendar/wall-time.ts'

// Words say minutes.
const tickMs = 15_000

/** This machine's clock, told anew a few times a minute. For words; the shop's clock decides. */
export function useNow(): number {
  const [now, setNow] = useState(nowMs)
  useEffect(() => {
    const timer = setInterval(() => setNow(nowMs()), tickMs)
    return () => clearInterval(timer)
  }, [])
  return now
}
