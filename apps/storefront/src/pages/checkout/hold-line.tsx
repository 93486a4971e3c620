import { type JSX, useEffect, useEffectEvent, useState } from 'react'
import { clockWords, instantMs, nowMs, onTheWall } from '@flora/calendar/wall-time.ts'
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
  // The server's clock and the visitor's differ, so that the minutes are only counted here.
  const [left, setLeft] = useState<number>()
  useEffect(() => {
    const count = (): void => setLeft(minutesLeft(untilMs, nowMs()))
    count()
    const tick = setInterval(count, tickMs)
    return () => clearInterval(tick)
  }, [untilMs])
  const isOver = left !== undefined && left <= 0
  const over = useEffectEvent(onOver)
  useEffect(() => {
    if (isOver) over()
  }, [isOver])

  return (
    <p className="hold">
      <b>Your places are held</b> until{' '}
      <time className="num" dateTime={until}>
        {clockWords(onTheWall(untilMs, timeZone).time)}
      </time>
      .{' '}
      <span className="num hold-left">
        {left === undefined
          ? ''
          : isOver
            ? 'That’s over.'
            : left === 1
              ? 'That’s one minute.'
              : `That’s ${left} minutes.`}
      </span>
      <span className="vh" role="status">
        {left === undefined ? '' : saidAt(left)}
      </span>
    </p>
  )
}
