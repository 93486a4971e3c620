import type { DeskOccurrence, DeskSubscription } from '@flora/contract/subscription-desk.ts'
import { type JSX, useMemo, useState } from 'react'
import { Link } from 'react-router'
import { useShopClock } from '../../asking/use-shop-facts.ts'
import { type Column, DataTable } from '../../components/data-table.tsx'
import { ActionMenu } from '../../components/menu.tsx'
import { Section } from '../../components/section.tsx'
import { Badge } from '../../components/status-badge.tsx'
import { MoveOccurrence } from '../../forms/occurrence-move.tsx'
import { RuleOccurrence } from '../../forms/occurrence-rule.tsx'
import { count } from '../../words/counts.ts'
import { shortDay } from '@flora/calendar/wall-day.ts'
import { inSum } from '../../words/money.ts'
import { occurrenceWords } from '../../words/subscriptions.ts'
import { momentWords } from '@flora/calendar/wall-time.ts'

interface Chosen {
  readonly what: 'skip' | 'unskip' | 'move'
  readonly occurrence: DeskOccurrence
}

/** Every delivery, from planned to paid: what comes, and what came. */
export function Ledger({ desk }: { desk: DeskSubscription }): JSX.Element {
  const [chosen, setChosen] = useState<Chosen>()
  const clock = useShopClock()
  const { timeZone, today } = clock
  const columns = useMemo(() => columnsAt({ timeZone, today }), [timeZone, today])
  const acts = useMemo(() => actsColumn(setChosen), [])
  const close = (): void => setChosen(undefined)
  const { coming, before, subscription } = desk
  const later = subscription.later.length
  // Until the first is charged nobody knows it as an order.
  const hasOrders = coming.some(({ order, state }) => order !== undefined && state !== 'planned')
  return (
    <>
      <Section
        title="What comes"
        aside={<span className="soft">{count(coming.length, 'delivery', 'deliveries')}</span>}
      >
        {coming.length === 0 ? (
          <p className="soft">Nothing is planned.</p>
        ) : (
          <DataTable
            caption="Deliveries to come"
            columns={[...columns.filter(({ id }) => id !== 'order' || hasOrders), acts]}
            rows={coming}
            rowKey={({ id }) => id}
            stacks
          />
        )}
        {later > 0 && (
          <p className="small soft">
            {count(later, 'more', 'more')} by its rhythm in the twelve weeks ahead; they get their places eight weeks
            before.
          </p>
        )}
      </Section>
      <Section title="What came" aside={<span className="soft">{count(before.length, 'delivery', 'deliveries')}</span>}>
        {before.length === 0 ? (
          <p className="soft">Nothing yet.</p>
        ) : (
          <DataTable caption="Deliveries that were" columns={columns} rows={before} rowKey={({ id }) => id} stacks />
        )}
      </Section>
      {chosen !== undefined &&
        (chosen.what === 'move' ? (
          <MoveOccurrence desk={desk} occurrence={chosen.occurrence} onClose={close} />
        ) : (
          <RuleOccurrence desk={desk} occurrence={chosen.occurrence} what={chosen.what} onClose={close} />
        ))}
    </>
  )
}

function actsColumn(onChoose: (chosen: Chosen) => void): Column<DeskOccurrence> {
  return {
    id: 'acts',
    head: 'Do',
    hideHead: true,
    isNumber: true,
    cell: (occurrence) => <Acts occurrence={occurrence} onChoose={onChoose} />,
  }
}

function Acts({
  occurrence,
  onChoose,
}: {
  occurrence: DeskOccurrence
  onChoose: (chosen: Chosen) => void
}): JSX.Element {
  const { day, state, can } = occurrence
  const choose = (what: Chosen['what']) => () => onChoose({ what, occurrence })
  return (
    <ActionMenu
      label={`What can be done with ${shortDay(day)}`}
      choices={
        state === 'skipped'
          ? [{ id: 'unskip', words: 'Take it back in', can: can.unskip, run: choose('unskip') }]
          : [
              { id: 'move', words: 'Move to another day', can: can.move, run: choose('move') },
              { id: 'skip', words: 'Leave it out', can: can.skip, run: choose('skip') },
            ]
      }
    />
  )
}

function columnsAt(clock: Parameters<typeof momentWords>[1]): Column<DeskOccurrence>[] {
  return [
    {
      id: 'day',
      head: 'Day',
      isName: true,
      cell: ({ day, insteadOf, isSecret }) => (
        <span>
          <b className="nowrap">{shortDay(day)}</b>
          {insteadOf !== undefined && <span className="block small soft">instead of {shortDay(insteadOf)}</span>}
          {isSecret && <span className="block small soft">a surprise: not told</span>}
        </span>
      ),
    },
    {
      id: 'state',
      head: 'State',
      cell: (one) => {
        const { mark, word } = occurrenceWords(one)
        const why = one.because ?? one.failure
        return (
          <span>
            <Badge mark={mark}>{word}</Badge>
            {why !== undefined && <span className="block small soft">{why}</span>}
          </span>
        )
      },
    },
    { id: 'window', head: 'Window', cell: ({ window }) => window?.name ?? '–' },
    { id: 'charge', head: 'Charge', cell: (one) => chargeWords(one, clock) },
    {
      id: 'order',
      head: 'Order',
      cell: ({ order, state }) =>
        order === undefined || state === 'planned' ? (
          '–'
        ) : (
          <Link className="ref" to={`/orders/${order.id}`}>
            {order.number}
          </Link>
        ),
    },
    {
      id: 'price',
      head: 'Price',
      isNumber: true,
      cell: ({ price }) => (price === undefined ? '–' : inSum(price)),
    },
  ]
}

// What matters of the money just now: when it is asked for, until when it can still come, or that it came.
function chargeWords(
  { state, chargeAt, payUntil, attempts }: DeskOccurrence,
  clock: Parameters<typeof momentWords>[1],
): string {
  switch (state) {
    case 'planned':
      return chargeAt === undefined ? '–' : momentWords(chargeAt, clock)
    case 'charging':
      return `Asked ${count(attempts, 'time')}${payUntil === undefined ? '' : `, until ${momentWords(payUntil, clock)}`}`
    case 'paid':
      return attempts === 0 ? 'With its first order' : 'Charged'
    case 'failed':
      return attempts === 0 ? '–' : `Asked ${count(attempts, 'time')}`
    case 'skipped':
    case 'cancelled':
    case 'could-not':
      return '–'
  }
}
