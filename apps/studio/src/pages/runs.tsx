import type { DayRuns } from '@flora/contract/fulfilment.ts'
import type { JSX } from 'react'
import { learn } from '../asking/answers.ts'
import { useLiveDay } from '../asking/live.ts'
import { shop } from '../asking/shop.ts'
import { useAsk } from '../asking/use-ask.ts'
import { useDay } from '../asking/use-day.ts'
import { type Doing, useDo } from '../asking/use-do.ts'
import { Answered, Bones } from '../components/answered.tsx'
import { Button } from '../components/button.tsx'
import { DaySteps } from '../components/day-steps.tsx'
import { PageHeader } from '../components/page-header.tsx'
import { Empty, Refused } from '../components/trouble.tsx'
import { count } from '../words/counts.ts'
import { longDay } from '@flora/calendar/wall-day.ts'
import { PackViews } from './pack.tsx'
import { OneRun } from './runs/one-run.tsx'
import { StopLine } from './runs/stop-line.tsx'

/** Who drives what: runs with their stops in order, and what has no run yet. */
export function Component(): JSX.Element {
  const { day, today, choose } = useDay()
  const answer = useAsk('GET /fulfilment/days/:day/runs', day === undefined ? undefined : { params: { day } })
  useLiveDay(day)
  if (day === undefined || today === undefined) return <Bones lines={8} />
  return (
    <>
      <PageHeader
        tab="Runs"
        title={longDay(day)}
        lead={answer.data && leadOf(answer.data)}
        views={<PackViews day={day} today={today} />}
      >
        <DaySteps day={day} today={today} onChange={choose} />
      </PageHeader>
      <Answered answer={answer}>{(runs) => <Runs key={runs.day} runs={runs} />}</Answered>
    </>
  )
}

/** Something is done with the runs of a day; its answer is all of them anew. */
export type Arrange = (work: () => Promise<DayRuns>, say?: string) => void

function useArranging(runs: DayRuns): [Doing, Arrange] {
  const doing = useDo()
  const arrange: Arrange = (work, say) =>
    void doing.run(async () => {
      learn('GET /fulfilment/days/:day/runs', { params: { day: runs.day } }, await work())
    }, say)
  return [doing, arrange]
}

function Runs({ runs }: { runs: DayRuns }): JSX.Element {
  const [doing, arrange] = useArranging(runs)
  const { version, day } = runs
  const params = { day }
  const isEmpty = runs.runs.length === 0 && runs.withoutRun.length === 0
  if (isEmpty)
    return (
      <Empty title="Nothing to drive">
        <p className="soft">Deliveries to a door appear here once they are confirmed.</p>
      </Empty>
    )
  return (
    <>
      <div className="run-foot">
        <Button
          isBusy={doing.isBusy}
          onPress={() =>
            arrange(() => shop.call('POST /fulfilment/days/:day/runs', { params, body: { version, driverId: null } }))
          }
        >
          Add a run
        </Button>
        <Button
          kind="ink"
          isBusy={doing.isBusy}
          can={
            runs.withoutRun.length === 0
              ? { ok: false, because: 'Every stop has a run.' }
              : runs.runs.length === 0
                ? { ok: false, because: 'Add a run first.' }
                : { ok: true }
          }
          note="By window, zone and postcode"
          onPress={() =>
            arrange(() => shop.call('POST /fulfilment/days/:day/runs/plan', { params, body: { version } }), 'Planned.')
          }
        >
          Share out what has no run
        </Button>
      </div>
      <Refused
        problem={doing.problem}
        {...(doing.problem?.code === 'runs-changed' && { opening: 'Somebody else arranged them meanwhile.' })}
      />
      <div className="runs">
        {runs.withoutRun.length > 0 && (
          <section className="run" aria-label="Without a run">
            <header>
              <h2>
                Without a run <span>{runs.withoutRun.length}</span>
              </h2>
            </header>
            <ul className="run-stops">
              {runs.withoutRun.map((stop) => (
                <StopLine key={stop.deliveryId} stop={stop} runs={runs} arrange={arrange} />
              ))}
            </ul>
          </section>
        )}
        {runs.runs.map((run) => (
          <OneRun key={run.id} run={run} runs={runs} isBusy={doing.isBusy} arrange={arrange} />
        ))}
      </div>
    </>
  )
}

function leadOf({ runs, withoutRun }: DayRuns): string {
  const stops = runs.reduce((all, run) => all + run.stops.length, withoutRun.length)
  if (stops > 0 && runs.length === 0) return `${count(stops, 'stop')}, and no run yet.`
  return `${count(stops, 'stop')} in ${count(runs.length, 'run')}${withoutRun.length > 0 ? `, ${withoutRun.length} without one` : ''}.`
}
