import type { DayRuns } from '@flora/contract/fulfilment.ts'
import type { AccountId } from '@flora/contract/ids.ts'
import type { JSX } from 'react'
import { shop } from '../../asking/shop.ts'
import { useDo } from '../../asking/use-do.ts'
import { useShopClock } from '../../asking/use-shop-facts.ts'
import { Button } from '../../components/button.tsx'
import { SelectField } from '../../components/fields.tsx'
import { Refused } from '../../components/trouble.tsx'
import { count } from '../../words/counts.ts'
import { momentWords } from '@flora/calendar/wall-time.ts'
import type { Arrange } from '../runs.tsx'
import { StopLine } from './stop-line.tsx'

interface OneRunProps {
  readonly run: DayRuns['runs'][number]
  readonly runs: DayRuns
  readonly isBusy: boolean
  readonly arrange: Arrange
}

/** One van's round: its driver, its stops in order, and its departure. */
export function OneRun({ run, runs, isBusy, arrange }: OneRunProps): JSX.Element {
  const { timeZone, today } = useShopClock()
  const leaving = useDo()
  const { version } = runs
  const params = { runId: run.id }
  return (
    <section className="run" aria-label={`Run ${run.number}`}>
      <header>
        <h2>
          Run {run.number} <span>{stateOf(run, { timeZone, today })}</span>
        </h2>
        <SelectField
          label={`Driver of run ${run.number}`}
          hideLabel
          value={run.driver?.accountId ?? ''}
          choices={[
            { value: '', words: 'No driver yet' },
            ...runs.drivers.map(({ accountId, name }) => ({ value: accountId, words: name })),
          ]}
          onChange={(chosen) => {
            const driverId = chosen === '' ? null : (chosen as AccountId)
            arrange(() => shop.call('PATCH /fulfilment/runs/:runId', { params, body: { version, driverId } }))
          }}
        />
      </header>
      <ol className="run-stops">
        {run.stops.map((stop) => (
          <StopLine key={stop.deliveryId} stop={stop} run={run} runs={runs} arrange={arrange} />
        ))}
      </ol>
      <div className="run-foot">
        {run.departedAt === undefined && (
          <Button
            kind="poppy"
            can={run.can.depart}
            isBusy={leaving.isBusy}
            busy="Leaving"
            note="Its buyers get a letter"
            onPress={() =>
              void leaving.run(
                () => shop.call('POST /driver/runs/:runId/departure', { params, body: {} }),
                `Run ${run.number} is on its way.`,
              )
            }
          >
            Send run {run.number} off
          </Button>
        )}
        <Button
          kind="text"
          can={run.can.remove}
          isBusy={isBusy}
          onPress={() =>
            arrange(
              () => shop.call('DELETE /fulfilment/runs/:runId', { params, body: { version } }),
              `Run ${run.number} is gone.`,
            )
          }
        >
          Remove
        </Button>
      </div>
      <Refused problem={leaving.problem} />
    </section>
  )
}

function stateOf({ departedAt, stops }: OneRunProps['run'], clock: Parameters<typeof momentWords>[1]): string {
  if (departedAt === undefined) return count(stops.length, 'stop')
  const done = stops.filter(({ outcome }) => outcome !== undefined).length
  return `left ${momentWords(departedAt, clock)}, ${done} of ${stops.length}`
}
