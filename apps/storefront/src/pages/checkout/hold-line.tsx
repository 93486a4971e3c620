import { type JSX, useEffect, useState } from 'react'
import { clockWords, instantMs, nowMs, onTheWall } from '../../components/calendar/day-words.ts'
import { minutesLeft, saidAt } from './hold-words.ts'

interface HoldLineProps {
  readonly until: string
  readonly timeZone: string
  readonly onOver: () => void
}

const tickMs = 5_000

/** Until when the places are held. The minutes are shown quietly and said aloud at five and at one. */
export function HoldLine({ until, timeZone, onOver }: HoldLineProps): JSX.Element {
  const untilMs = instantMs(until)
  const [left, setLeft] = useState(() => minutesLeft(untilMs, nowMs()))
  useEffect(() => {
    const tick = setInterval(() => setLeft(minutesLeft(untilMs, nowMs())), tickMs)
    return () => clearInterval(tick)
  }, [untilMs])
  useEffect(() => {
    if (left <= 0) onOver()
  }, [left <= 0])

  return (
    <p className="hold">
      <b>Your places are held</b> until <time className="num" dateTime={until}>{clockWords(onTheWall(untilMs, timeZone).time)}</time>.{' '}
      <span className="num">{left <= 0 ? 'That’s over.' : left === 1 ? 'That’s one minute.' : `That’s ${left} minutes.`}</span>
      <span className="vh" role="status">
        {saidAt(left)}
      </span>
    </p>
  )
}
