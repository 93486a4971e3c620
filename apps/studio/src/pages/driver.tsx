import type { DriverDay } from '@flora/contract/fulfilment.ts'
import { type JSX, useEffect, useState } from 'react'
import { Link, useSearchParams } from 'react-router'
import { useAsk } from '../asking/use-ask.ts'
import { signOut, useMay } from '../asking/who.ts'
import { Answered, Bones } from '../components/answered.tsx'
import { forgetHeard, keepSending, useOutbox } from '../driver/outbox.ts'
import { isToSend, runOfNow, shownStops } from '../driver/report.ts'
import { useIsOnline, useOfflinePage } from '../driver/use-offline-page.ts'
import { count } from '../words/counts.ts'
import { clockWords, onTheWall } from '@flora/calendar/wall-time.ts'
import { BeforeLeaving } from './driver/before-leaving.tsx'
import { RestOfRun } from './driver/rest-of-run.tsx'
import { StopNow } from './driver/stop-now.tsx'

/** The driver's page: the next door, huge, and three buttons under the thumb. Works where there is no network. */
export function Component(): JSX.Element {
  useOfflinePage()
  useEffect(keepSending, [])
  const answer = useAsk('GET /driver/today', {})
  useEffect(() => {
    if (answer.data) void forgetHeard(answer.data)
  }, [answer.data])
  return (
    <div className="drive">
      <title>My run · Flora Studio</title>
      <Answered
        answer={answer}
        waiting={
          <>
            <h1 className="vh">My run</h1>
            <Bones lines={6} />
          </>
        }
      >
        {(day) => <Day day={day} />}
      </Answered>
    </div>
  )
}

function Day({ day }: { day: DriverDay }): JSX.Element {
  const reports = useOutbox()
  const run = runOfNow(day, reports)
  const [params] = useSearchParams()
  // The code on a label names its stop.
  const [picked, setPicked] = useState<string | undefined>(params.get('stop') ?? undefined)
  const seesMore = useMay('orders/read')
  if (run === undefined)
    return (
      <>
        <Top day={day} where="No run today" />
        <section className="stop-now">
          <h1>Nothing to drive yet</h1>
          <p className="lead">Once the shop gives you a run, it stands here.</p>
          <p>
            <a href={`tel:${day.shopPhone.replaceAll(' ', '')}`}>Ring the shop</a>
          </p>
          {seesMore && (
            <p>
              <Link to="/runs">Plan the runs</Link>
            </p>
          )}
        </section>
      </>
    )
  const stops = shownStops(run.stops, reports)
  const ahead = stops.filter(({ isAhead }) => isAhead)
  const now = ahead.find(({ stop }) => stop.deliveryId === picked) ?? ahead[0]
  const nth = run.stops.length - ahead.length + 1
  if (run.departedAt === undefined && run.can.depart.ok)
    return <BeforeLeaving day={day} run={run} top={<Top day={day} where={`Run ${run.number}`} />} />
  return (
    <>
      <Top day={day} where={now ? `Stop ${nth} of ${run.stops.length}` : `Run ${run.number} done`} />
      {now ? (
        <StopNow key={now.stop.deliveryId} shown={now} shopPhone={day.shopPhone} />
      ) : (
        <section className="stop-now">
          <h1>That was the last one</h1>
          <p className="lead">{count(run.stops.length, 'stop')}, all told. Drive home well.</p>
        </section>
      )}
      <RestOfRun stops={stops.filter((one) => one !== now)} timeZone={day.timeZone} onPick={setPicked} />
      <footer className="drive-foot small soft">
        {day.driver}. <a href={`tel:${day.shopPhone.replaceAll(' ', '')}`}>Ring the shop</a>.{' '}
        {seesMore && (
          <>
            <Link to="/">Back to the Studio</Link>.{' '}
          </>
        )}
        <button type="button" className="as-link" onClick={() => void signOut()}>
          Sign out
        </button>
      </footer>
    </>
  )
}

function Top({ day, where }: { day: DriverDay; where: string }): JSX.Element {
  const isOnline = useIsOnline()
  const waiting = useOutbox().filter(isToSend).length
  return (
    <>
      <header className="drive-top">
        <span className="mark">Flora</span>
        <span className="num">
          <b>{where}</b>, as of {clockWords(onTheWall(day.at, day.timeZone).time)}
        </span>
      </header>
      <p className="drive-line small" role="status">
        {waiting > 0
          ? `${count(waiting, 'report waits', 'reports wait')} for the network and will be sent by themselves.`
          : isOnline
            ? ''
            : 'No network. You can go on; everything is kept.'}
      </p>
    </>
  )
}
