import type { DayRuns } from '@flora/contract/fulfilment.ts'
import type { DeliveryId, RunId } from '@flora/contract/ids.ts'
import type { JSX } from 'react'
import { Link } from 'react-router'
import { shop } from '../../asking/shop.ts'
import { ActionMenu, type MenuChoice } from '../../components/menu.tsx'
import { clockWords } from '@flora/calendar/wall-time.ts'
import { outcomeWords } from '../../words/outcomes.ts'
import type { Arrange } from '../runs.tsx'
import { moved } from './stop-order.ts'

interface StopLineProps {
  readonly stop: DayRuns['withoutRun'][number]
  readonly run?: DayRuns['runs'][number]
  readonly runs: DayRuns
  readonly arrange: Arrange
}

/** One door of a run, with a menu that moves it. */
export function StopLine({ stop, run, runs, arrange }: StopLineProps): JSX.Element {
  const { recipient, window, outcome, number } = stop
  return (
    <li>
      <span className="n">{stop.position ?? ''}</span>
      <span>
        <b>{recipient.line1 || recipient.name}</b>
        <span className="small soft block">
          {recipient.suburb} {recipient.postcode}, by {clockWords(window.ends)},{' '}
          <Link to={`/orders/${stop.orderId}`}>{number}</Link>
        </span>
        {outcome && <span className="small block">{outcomeWords[outcome.outcome]}</span>}
      </span>
      {outcome === undefined && (
        <ActionMenu label={`Move ${number}`} choices={choicesFor({ stop, runs, arrange, ...(run && { run }) })} />
      )}
    </li>
  )
}

function choicesFor({ stop, run, runs, arrange }: StopLineProps): MenuChoice[] {
  const { version } = runs
  const put = (runId: RunId, deliveryIds: readonly DeliveryId[]) => (): void =>
    arrange(() =>
      shop.call('PUT /fulfilment/runs/:runId/stops', {
        params: { runId },
        body: { version, deliveryIds: [...deliveryIds] },
      }),
    )
  const own = run?.stops.map(({ deliveryId }) => deliveryId) ?? []
  const at = own.indexOf(stop.deliveryId)
  return [
    ...(run && at > 0
      ? [
          { id: 'up', words: 'Earlier', run: put(run.id, moved(own, at, at - 1)) },
          { id: 'first', words: 'First of the run', run: put(run.id, moved(own, at, 0)) },
        ]
      : []),
    ...(run && at < own.length - 1 ? [{ id: 'down', words: 'Later', run: put(run.id, moved(own, at, at + 1)) }] : []),
    ...runs.runs
      .filter(({ id, departedAt }) => id !== run?.id && departedAt === undefined)
      .map(({ id, number, driver, stops }) => ({
        id,
        words: `To run ${number}${driver ? `, ${driver.name}` : ''}`,
        run: put(id, [...stops.map(({ deliveryId }) => deliveryId), stop.deliveryId]),
      })),
    ...(run
      ? [
          {
            id: 'out',
            words: 'Out of the run',
            run: put(
              run.id,
              own.filter((id) => id !== stop.deliveryId),
            ),
          },
        ]
      : []),
  ]
}
