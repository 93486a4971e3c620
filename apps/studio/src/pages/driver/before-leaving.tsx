import type { DriverDay } from '@flora/contract/fulfilment.ts'
import type { JSX, ReactNode } from 'react'
import { shop } from '../../asking/shop.ts'
import { useDo } from '../../asking/use-do.ts'
import { Button } from '../../components/button.tsx'
import { Refused } from '../../components/trouble.tsx'
import { count } from '../../words/counts.ts'

interface BeforeLeavingProps {
  readonly day: DriverDay
  readonly run: DriverDay['runs'][number]
  readonly top: ReactNode
}

/** The van is being loaded: what must be in it, and the button that tells everybody it left. */
export function BeforeLeaving({ run, top }: BeforeLeavingProps): JSX.Element {
  const doing = useDo()
  return (
    <>
      {top}
      <section className="stop-now">
        <h1>Load {count(run.stops.length, 'stop')}</h1>
        <p className="lead">The last stop goes in first.</p>
        <ol className="stops">
          {run.stops.toReversed().map(({ deliveryId, position, boxes, recipient, number }) => (
            <li key={deliveryId}>
              <span className="n">{position}</span>
              <span>
                {boxes.map(({ name, quantity }) => `${quantity > 1 ? `${quantity} × ` : ''}${name}`).join(', ')}
                <span className="small soft block">
                  {recipient.name}, {recipient.suburb}
                </span>
              </span>
              <span className="num small">{number}</span>
            </li>
          ))}
        </ol>
        <Refused problem={doing.problem} />
      </section>
      <div className="drive-acts">
        <div>
          <Button
            kind="poppy"
            isBusy={doing.isBusy}
            busy="Leaving"
            onPress={() =>
              void doing.run(() =>
                shop.call('POST /driver/runs/:runId/departure', { params: { runId: run.id }, body: {} }),
              )
            }
          >
            All in, I’m leaving
          </Button>
        </div>
      </div>
    </>
  )
}
