import type { ShopDay } from '@flora/calendar/shop-day.ts'
import type { Today } from '@flora/contract/day-board.ts'
import { type JSX, useMemo } from 'react'
import { Navigate, useNavigate } from 'react-router'
import { useLiveDay } from '../asking/live.ts'
import { useAsk } from '../asking/use-ask.ts'
import { useNow } from '../asking/use-now.ts'
import { useMay } from '../asking/who.ts'
import { Answered } from '../components/answered.tsx'
import { Button, LinkButton } from '../components/button.tsx'
import { PageHeader } from '../components/page-header.tsx'
import { Refused } from '../components/trouble.tsx'
import { usePrinting } from '../forms/day-pack-print.tsx'
import { MarkingNews, useMarking } from '../forms/deliveries-mark.tsx'
import { useShortcuts } from '../shell/keys.ts'
import { longDay, weekdayName } from '@flora/calendar/wall-day.ts'
import { clockWords, instantMs, minutesWords, onTheWall } from '@flora/calendar/wall-time.ts'
import { AtRisk } from './today/at-risk.tsx'
import { BuyNext } from './today/buy-next.tsx'
import { Capacity } from './today/capacity.tsx'
import { Figures } from './today/figures.tsx'
import { Lanes } from './today/lanes.tsx'

/** The day at a glance: what to make, what is late, what may go wrong, and the room that is left. */
export function Component(): JSX.Element {
  // Who only drives has no day of the shop to look at, and comes here all the same: it is where signing in leads.
  return useMay('orders/read') ? <WholeDay /> : <Navigate to="/driver" replace />
}

function WholeDay(): JSX.Element {
  const answer = useAsk('GET /desk/today', { query: {} })
  const isUp = useLiveDay(answer.data?.day)
  const navigate = useNavigate()
  useShortcuts(
    useMemo(
      () => [
        { keys: 'n', does: 'New order by telephone', run: () => void navigate('/phone-orders') },
        { keys: '/', does: 'Search all orders', run: () => void navigate('/orders?search') },
      ],
      [navigate],
    ),
  )
  return (
    <Answered answer={answer} waiting={<PageHeader title="Today" lead="Asking the shop." />}>
      {(today) => <TodayPage today={today} isUp={isUp} />}
    </Answered>
  )
}

function TodayPage({ today, isUp }: { today: Today; isUp: boolean }): JSX.Element {
  const marking = useMarking()
  return (
    <>
      <PageHeader tab="Today" title={longDay(today.day)} lead={<Lead today={today} isUp={isUp} />}>
        <LinkButton to={`/board?day=${today.day}`}>Open the board</LinkButton>
        <PrintButton day={today.day} />
      </PageHeader>
      <Figures today={today} />
      <MarkingNews marking={marking} />
      <AtRisk today={today} marking={marking} />
      <Lanes today={today} />
      <div className="two">
        <Capacity today={today} />
        <BuyNext day={today.day} />
      </div>
    </>
  )
}

function Lead({ today, isUp }: { today: Today; isUp: boolean }): JSX.Element {
  const now = useNow()
  const { timeZone, nextCutOff } = today
  return (
    <>
      <span className="num">{clockWords(onTheWall(now, timeZone).time)}.</span>{' '}
      {nextCutOff === undefined
        ? 'No more cut-offs today. '
        : `${cutOffWords(nextCutOff, { now, timeZone, today: today.day })} `}
      {!isUp && <b>The live line is down; figures may be some minutes old.</b>}
    </>
  )
}

function cutOffWords(
  { at, windowName }: NonNullable<Today['nextCutOff']>,
  { now, timeZone, today }: { now: number; timeZone: string; today: ShopDay },
): string {
  const { day, time } = onTheWall(at, timeZone)
  // Before a closed day the next one is days away: then its weekday says more than its hours.
  if (day !== today) return `Next cut-off ${weekdayName(day)}, ${clockWords(time)}, for ${windowName}.`
  const minutes = Math.max(0, Math.floor((instantMs(at) - now) / 60_000))
  return `Next cut-off ${clockWords(time)} for ${windowName}, in ${minutesWords(minutes)}.`
}

function PrintButton({ day }: { day: ShopDay }): JSX.Element {
  const pack = useAsk('GET /fulfilment/days/:day/pack', { params: { day } }).data
  const { doing, print } = usePrinting(day)
  return (
    <div>
      <Button
        kind="ink"
        can={pack?.can.print}
        isBusy={doing.isBusy}
        busy="Printing"
        note={pack && printNote(pack)}
        onPress={() => void print({ part: 'whole' })}
      >
        Print day pack
      </Button>
      <Refused problem={doing.problem} />
    </div>
  )
}

function printNote({
  prints,
  changes,
  deliveries,
}: {
  prints: readonly { deliveries: number }[]
  changes: readonly object[]
  deliveries: number
}): string {
  if (prints.length === 0) return `${deliveries === 1 ? '1 delivery' : `${deliveries} deliveries`}, nothing printed yet`
  return changes.length === 0 ? 'Printed, and nothing changed since' : `Printed; ${changes.length} changed since`
}
