import type { DeskOrder } from '@flora/contract/desk-order.ts'
import { type JSX, useState } from 'react'
import { Button } from '../../components/button.tsx'
import { ActionMenu } from '../../components/menu.tsx'
import { Section } from '../../components/section.tsx'
import type { Marking } from '../../forms/deliveries-mark.tsx'
import { usePrinting } from '../../forms/day-pack-print.tsx'
import { CancelOrder } from '../../forms/order-cancel.tsx'
import { RefundOrder } from '../../forms/order-refund.tsx'
import { TakeMoney } from '../../forms/money-take.tsx'
import { Refused } from '../../components/trouble.tsx'
import { inSum } from '../../words/money.ts'
import { stepPress } from '../../words/steps.ts'
import { type DeliveryParts, deliveriesOf } from './order-parts.ts'

/** What can be done with an order; what cannot stays where it is, with its reason. */
export function Doings({ desk, marking }: { desk: DeskOrder; marking: Marking }): JSX.Element {
  const [open, setOpen] = useState<'refund' | 'cancel' | 'money'>()
  const deliveries = deliveriesOf(desk)
  const close = (): void => setOpen(undefined)
  const { can, money } = desk
  return (
    <Section title="What you can do">
      <ul className="act-list">
        {deliveries.map((delivery) => (
          <NextStep
            key={delivery.own.id}
            desk={desk}
            delivery={delivery}
            marking={marking}
            isOneOfMany={deliveries.length > 1}
          />
        ))}
        {can.takeMoney.ok && (
          <li>
            <Button
              wide
              note={`${inSum(money.due.minor > 0 ? money.due : money.toPay)} to be paid`}
              onPress={() => setOpen('money')}
            >
              Take money
            </Button>
          </li>
        )}
        <li>
          <Button wide can={can.refund} note={`Up to ${inSum(money.refundable.all)}`} onPress={() => setOpen('refund')}>
            Give money back
          </Button>
        </li>
        {deliveries.map((delivery) => (
          <PrintPapers key={delivery.own.id} desk={desk} delivery={delivery} />
        ))}
        <li>
          <Button wide can={can.cancel} note="Gives places and money back" onPress={() => setOpen('cancel')}>
            Cancel order
          </Button>
        </li>
        <li>
          <a className="btn btn-line btn-wide" href={`/order/${desk.order.link}`} target="_blank" rel="noreferrer">
            See it as the buyer
          </a>
        </li>
      </ul>
      {open === 'refund' && <RefundOrder desk={desk} onClose={close} />}
      {open === 'cancel' && <CancelOrder desk={desk} onClose={close} />}
      {open === 'money' && <TakeMoney desk={desk} onClose={close} />}
    </Section>
  )
}

interface StepProps {
  readonly desk: DeskOrder
  readonly delivery: DeliveryParts
  readonly marking: Marking
  readonly isOneOfMany: boolean
}

// The first step that is open stands in ink; further ones are in its menu. When none is, the next says why.
function NextStep({ desk, delivery, marking, isOneOfMany }: StepProps): JSX.Element {
  const { own, view } = delivery
  const steps = inTheirWay(own.can.mark, own.status)
  const open = steps.filter(({ may }) => may.ok)
  const shown = open.length > 0 ? open : steps
  const card = { deliveryId: own.id, number: desk.order.number, status: own.status, moves: open.map(({ to }) => to) }
  return (
    <>
      {shown.slice(0, 1).map(({ to, may }) => (
        <li key={to}>
          <Button
            wide
            kind="ink"
            can={may}
            isBusy={marking.doing.isBusy}
            note={isOneOfMany ? `For ${view.recipient.name}` : undefined}
            onPress={() => void marking.mark([card], to)}
          >
            {stepPress(to, view.method)}
          </Button>
          {open.length > 1 && (
            <ActionMenu
              label={`Other steps of ${desk.order.number}`}
              choices={open.slice(1).map(({ to: other }) => ({
                id: other,
                words: stepPress(other, view.method),
                run: () => void marking.mark([card], other),
              }))}
            />
          )}
        </li>
      ))}
    </>
  )
}

// Steps ahead come first, nearest first; a step back is for mistakes and comes last.
function inTheirWay(steps: DeliveryParts['own']['can']['mark'], status: DeliveryParts['own']['status']): typeof steps {
  const way: readonly string[] = ['CONFIRMED', 'PREPARING', 'READY', 'OUT_FOR_DELIVERY', 'DELIVERED', 'NOT_DELIVERED']
  const isAhead = ({ to }: (typeof steps)[number]): boolean => way.indexOf(to) > way.indexOf(status)
  return [...steps.filter(isAhead), ...steps.filter((step) => !isAhead(step) && step.to !== status)]
}

function PrintPapers({ desk, delivery }: { desk: DeskOrder; delivery: DeliveryParts }): JSX.Element | null {
  const { own, view } = delivery
  const { doing, print } = usePrinting(view.day)
  if (own.status === 'PENDING' || own.status === 'CANCELLED' || own.status === 'REFUNDED') return null
  const only = { deliveryIds: [own.id] }
  return (
    <li>
      <Button
        wide
        isBusy={doing.isBusy}
        busy="Printing"
        note={
          desk.deliveries.length > 1
            ? `For ${view.recipient.name}`
            : 'Work sheet, card and label; fixes the card’s words'
        }
        onPress={() => void print({ part: 'whole', ...only })}
      >
        Print papers
      </Button>
      <Refused problem={doing.problem} />
    </li>
  )
}
