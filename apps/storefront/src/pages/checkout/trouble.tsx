import { type JSX, useEffect, useRef } from 'react'
import { clockWords, instantMs, onTheWall } from '@flora/calendar/wall-time.ts'
import type { Fault } from './faults.ts'
import type { PlacingRefusal, WayOn } from './placing-refusals.ts'
import type { Paying } from './use-paying.ts'

/** Everything to mend before paying, as a list of ways there; the first of them has the focus. */
export function FaultSummary({ faults, round }: { faults: readonly Fault[]; round: number }): JSX.Element | null {
  if (faults.length === 0 || round === 0) return null
  return (
    <div className="banner blush co-faults" role="alert">
      <div>
        <p>
          <b>{faults.length === 1 ? 'One thing to mend first.' : `${faults.length} things to mend first.`}</b> Nothing
          has been charged.
        </p>
        <ul>
          {faults.map((fault) => (
            <li key={fault.fieldId}>
              <a
                href={`#${fault.fieldId}`}
                onClick={(event) => {
                  event.preventDefault()
                  document.getElementById(fault.fieldId)?.focus()
                }}
              >
                {fault.about !== undefined && `${fault.about}: `}
                {fault.sentence}
              </a>
            </li>
          ))}
        </ul>
      </div>
    </div>
  )
}

const labels: Record<WayOn, string | undefined> = {
  'pay-again': undefined,
  'other-days': 'See other days',
  'fill-in': 'Show me what',
  'mend-card': 'Go to the card',
  'take-code-off': 'Take the code off',
  'to-cart': 'Change the cart',
  'sign-in': 'Sign in',
  consent: 'Show me the tick',
  retry: undefined,
}

/** The shop's no, where the button is, with its way on. */
export function RefusalBanner({
  refusal,
  onWay,
}: {
  refusal: PlacingRefusal
  onWay: (way: WayOn) => void
}): JSX.Element {
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => box.current?.focus(), [refusal])
  const label = labels[refusal.wayOn]
  return (
    <div className="banner blush co-trouble" role="alert" tabIndex={-1} ref={box}>
      <p>
        <b>{refusal.head}</b> {refusal.rest}
        {refusal.reference !== undefined && (
          <>
            {' '}
            If you ring, say <span className="num">{refusal.reference}</span>.
          </>
        )}
      </p>
      {label !== undefined && (
        <button type="button" className="btn btn-line btn-s" onClick={() => onWay(refusal.wayOn)}>
          {label}
        </button>
      )}
    </div>
  )
}

/** The bank's no: which card, that nothing was charged, until when the places are held, and what to do. */
export function FailedBanner({
  failed,
  timeZone,
}: {
  failed: NonNullable<Paying['failed']>
  timeZone: string
}): JSX.Element {
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => box.current?.focus(), [failed])
  const until = failed.order.holdUntil
  const held = until === undefined ? undefined : clockWords(onTheWall(instantMs(until), timeZone).time)
  return (
    <div className="banner blush co-trouble" role="alert" tabIndex={-1} ref={box}>
      <p>
        <b>
          {failed.kind === 'declined'
            ? 'Your bank said no.'
            : failed.kind === 'mistyped'
              ? 'The card needs another look.'
              : 'We didn’t hear back.'}
        </b>{' '}
        {failed.sentence}{' '}
        {held !== undefined && (
          <>
            Your places are held until <span className="num">{held}</span>
            {failed.kind === 'declined' ? '; try another card, or ring the bank and try this one again.' : '.'}
          </>
        )}
      </p>
    </div>
  )
}
