import type { GiftCardId } from '@flora/contract/ids.ts'
import type { GiftCardLedger } from '@flora/contract/promotions-desk.ts'
import { type JSX, useMemo, useState } from 'react'
import { Link, useParams } from 'react-router'
import { useAsk } from '../asking/use-ask.ts'
import { useShopClock } from '../asking/use-shop-facts.ts'
import { Answered } from '../components/answered.tsx'
import { Button } from '../components/button.tsx'
import { type Column, DataTable } from '../components/data-table.tsx'
import { PageHeader } from '../components/page-header.tsx'
import { Section } from '../components/section.tsx'
import { Badge } from '../components/status-badge.tsx'
import { AdjustGiftCard } from '../forms/gift-card-adjust.tsx'
import { VoidGiftCard } from '../forms/gift-card-void.tsx'
import { longDayAndYear } from '../words/days.ts'
import { inSum } from '../words/money.ts'
import { momentWords } from '@flora/calendar/wall-time.ts'

type Entry = GiftCardLedger['entries'][number]

const reasonWords: Readonly<Record<Entry['reason'], string>> = {
  issued: 'Issued',
  spent: 'Spent',
  returned: 'Came back',
  adjusted: 'Corrected',
  voided: 'Stopped',
}

/** One card with its ledger: the balance is the sum of its lines. */
export function Component(): JSX.Element {
  const { giftCardId } = useParams()
  const answer = useAsk('GET /desk/gift-cards/:giftCardId', { params: { giftCardId: giftCardId as GiftCardId } })
  return <Answered answer={answer}>{(card) => <Card card={card} />}</Answered>
}

function Card({ card }: { card: GiftCardLedger }): JSX.Element {
  const [open, setOpen] = useState<'adjust' | 'void'>()
  const { timeZone, today } = useShopClock()
  const columns = useMemo(() => entriesAt({ timeZone, today }), [timeZone, today])
  const close = (): void => setOpen(undefined)
  const isOver = card.expiresDay !== undefined && today !== undefined && card.expiresDay < today
  const until =
    card.expiresDay === undefined
      ? 'Good for ever'
      : `${isOver ? 'It ended on' : 'Good until'} ${longDayAndYear(card.expiresDay)}`
  return (
    <>
      <PageHeader
        title={`… ${card.ending}`}
        tab={`Gift card … ${card.ending}`}
        lead={`${inSum(card.balance)} left of ${inSum(card.issued)}. ${until}.`}
        above={<Link to="/gift-cards">Gift cards</Link>}
      >
        {card.active ? isOver && <Badge mark="refunded">Over</Badge> : <Badge mark="refunded">Stopped</Badge>}
        <Button can={card.can.adjust} onPress={() => setOpen('adjust')}>
          Add or take off
        </Button>
        <Button can={card.can.void} onPress={() => setOpen('void')}>
          Stop the card
        </Button>
      </PageHeader>
      <Section title="Ledger">
        <DataTable
          caption="Lines of the ledger"
          columns={columns}
          rows={card.entries}
          rowKey={(entry) => `${entry.at} ${entry.reason} ${entry.amount.minor} ${entry.balance.minor}`}
          stacks
        />
      </Section>
      {open === 'adjust' && <AdjustGiftCard card={card} onClose={close} />}
      {open === 'void' && <VoidGiftCard card={card} onClose={close} />}
    </>
  )
}

function entriesAt(clock: Parameters<typeof momentWords>[1]): Column<Entry>[] {
  return [
    {
      id: 'at',
      head: 'When',
      isName: true,
      cell: ({ at }) => <span className="nowrap">{momentWords(at, clock)}</span>,
    },
    {
      id: 'what',
      head: 'What',
      cell: ({ reason, order, note, who }) => (
        <>
          {reasonWords[reason]}
          {order && (
            <>
              {' '}
              <Link to={`/orders/${order.id}`}>{order.number}</Link>
            </>
          )}
          {(note ?? who) !== undefined && (
            <span className="hint block">{[note, who].filter((part) => part !== undefined).join(' – ')}</span>
          )}
        </>
      ),
    },
    { id: 'amount', head: 'Sum', isNumber: true, cell: ({ amount }) => inSum(amount) },
    { id: 'balance', head: 'Left', isNumber: true, cell: ({ balance }) => <b>{inSum(balance)}</b> },
  ]
}
