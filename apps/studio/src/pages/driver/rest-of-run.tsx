import type { JSX } from 'react'
import { Button } from '../../components/button.tsx'
import { forget, useOutbox } from '../../driver/outbox.ts'
import type { ShownStop } from '../../driver/report.ts'
import { outcomeWords } from '../../words/outcomes.ts'
import { clockWords, onTheWall } from '@flora/calendar/wall-time.ts'

interface RestProps {
  readonly stops: readonly ShownStop[]
  readonly timeZone: string
  readonly onPick: (deliveryId: string) => void
}

/** The other stops of the run: those done, those ahead, and what the shop refused of them. */
export function RestOfRun({ stops, timeZone, onPick }: RestProps): JSX.Element {
  return (
    <section aria-labelledby="rest-of-run">
      <h2 className="vh" id="rest-of-run">
        The rest of the run
      </h2>
      <ol className="stops">
        {stops.map(({ stop, said, isAhead, isWaiting, refusedBecause }) => (
          <li key={stop.deliveryId} className={isAhead ? undefined : 'done'}>
            <span className="n">{stop.position}</span>
            <span>
              {stop.recipient.line1}
              <span className="small soft block">
                {said
                  ? `${outcomeWords[said.outcome]}${said.where === '' ? '' : `, ${said.where}`}${isWaiting ? ', not sent yet' : ''}`
                  : `${stop.recipient.suburb}, ${stop.boxes[0]?.name ?? ''}`}
              </span>
              {refusedBecause !== undefined && <RefusedReport deliveryId={stop.deliveryId} because={refusedBecause} />}
            </span>
            {isAhead ? (
              <button type="button" className="btn btn-line" onClick={() => onPick(stop.deliveryId)}>
                Now<span className="vh"> {stop.recipient.line1}</span>
              </button>
            ) : (
              <span className="num small">{said && clockWords(onTheWall(said.at, timeZone).time)}</span>
            )}
          </li>
        ))}
      </ol>
    </section>
  )
}

/** The shop said no to what the phone told it; the driver reads it once. */
export function RefusedReport({ deliveryId, because }: { deliveryId: string; because: string }): JSX.Element {
  const keys = useOutbox().flatMap((report) =>
    report.deliveryId === deliveryId && report.state === 'refused' ? [report.key] : [],
  )
  return (
    <span className="block" role="alert">
      <span className="error block">The shop did not take that: {because}</span>
      <Button small onPress={() => keys.forEach((key) => void forget(key))}>
        I’ve read it
      </Button>
    </span>
  )
}
