import type { ChangeQuote, ChangeWish, DeskOrder, Settlement } from '@flora/contract/desk-order.ts'
import { type JSX, useEffect, useState } from 'react'
import { learn } from '../asking/answers.ts'
import { shop } from '../asking/shop.ts'
import { useAsk } from '../asking/use-ask.ts'
import { useDo } from '../asking/use-do.ts'
import { FormDialog } from '../components/dialog.tsx'
import { CheckField } from '../components/fields.tsx'
import type { DeliveryParts } from '../pages/order/order-parts.ts'
import { inSum } from '../words/money.ts'
import { AddressPart, CardPart, DayPart } from './delivery-change-parts.tsx'
import { Difference } from './delivery-change-difference.tsx'

/** What of a delivery is being changed. */
export type ChangedPart = 'day' | 'address' | 'card'

interface ChangeDeliveryProps {
  readonly desk: DeskOrder
  readonly delivery: DeliveryParts
  readonly part: ChangedPart
  readonly onClose: () => void
}

const titles: Record<ChangedPart, string> = {
  day: 'Change day or window',
  address: 'Change address',
  card: 'Edit card',
}

// A quote is asked for when the hand rests.
const pauseMs = 400

/** Changes a delivery: what it would cost is told while one types, and agreed to before it is done. */
export function ChangeDelivery({ desk, delivery, part, onClose }: ChangeDeliveryProps): JSX.Element {
  const [wish, setWish] = useState<ChangeWish>({})
  const [settle, setSettle] = useState<Settlement>()
  const [reason, setReason] = useState('')
  const [tellBuyer, setTellBuyer] = useState(part !== 'card')
  const doing = useDo()
  const params = { orderId: desk.order.id, deliveryId: delivery.own.id }
  const quote = useQuote(params, wish)
  const terms = quote.data
  const way = settle ?? terms?.settle.find(({ may }) => may.ok)?.way

  async function send(): Promise<void> {
    if (terms === undefined || way === undefined) return
    const done = await doing.run(async () => {
      const after = await shop.call('POST /desk/orders/:orderId/deliveries/:deliveryId/change', {
        params,
        body: {
          wish,
          agreed: { difference: terms.difference, settle: way, ...(reason !== '' && { reason }) },
          tellBuyer,
        },
      })
      learn('GET /desk/orders/:orderId', { params: { orderId: desk.order.id } }, after)
    }, 'Changed.')
    if (done) onClose()
    else void quote.again()
  }

  return (
    <FormDialog
      title={titles[part]}
      isOpen
      wide
      onClose={onClose}
      does={doesWords(terms)}
      doing="Changing"
      leave="Leave it as it is"
      isBusy={doing.isBusy}
      problem={doing.problem ?? quote.problem}
      can={mayChange(wish, quote, way, reason)}
      onSend={() => void send()}
    >
      {part === 'day' && <DayPart delivery={delivery} wish={wish} onChange={setWish} />}
      {part === 'address' && (
        <AddressPart
          delivery={delivery}
          wish={wish}
          faultOf={(path) => doing.faultOf(`wish.${path}`)}
          onChange={setWish}
        />
      )}
      {part === 'card' && <CardPart delivery={delivery} wish={wish} onChange={setWish} />}
      {terms && <Difference terms={terms} way={way} reason={reason} onWay={setSettle} onReason={setReason} />}
      <CheckField
        label="Tell the buyer by letter"
        note={`To ${desk.order.buyer.email}`}
        isOn={tellBuyer}
        onChange={setTellBuyer}
      />
    </FormDialog>
  )
}

interface Quoted {
  readonly data: ChangeQuote | undefined
  readonly isSettled: boolean
  readonly problem: ReturnType<typeof useDo>['problem']
  readonly again: () => Promise<void>
}

function useQuote(
  params: { orderId: DeskOrder['order']['id']; deliveryId: DeliveryParts['own']['id'] },
  wish: ChangeWish,
): Quoted {
  const [asked, setAsked] = useState<ChangeWish>({})
  useEffect(() => {
    const timer = setTimeout(() => setAsked(wish), pauseMs)
    return () => clearTimeout(timer)
  }, [wish])
  const answer = useAsk(
    'POST /desk/orders/:orderId/deliveries/:deliveryId/quote',
    Object.keys(asked).length === 0 ? undefined : { params, body: asked },
  )
  const isSettled = asked === wish && !answer.isAsking && !answer.isBefore
  return { data: answer.data, isSettled, problem: answer.problem, again: answer.again }
}

function mayChange(
  wish: ChangeWish,
  { data, isSettled }: Quoted,
  way: Settlement | undefined,
  reason: string,
): { ok: true } | { ok: false; because: string } {
  const no = (because: string) => ({ ok: false as const, because })
  if (Object.keys(wish).length === 0) return no('Nothing is changed yet.')
  if (!isSettled || data === undefined) return no('Asking what it costs.')
  if (data.obstacle) return no(data.obstacle.message)
  if (way === undefined) return no('Say what becomes of the difference.')
  if (way === 'waive' && reason.trim().length < 3) return no('Say why the difference is left as it is.')
  return { ok: true }
}

function doesWords(terms: ChangeQuote | undefined): string {
  if (terms === undefined || terms.difference.minor === 0) return 'Change it'
  return terms.difference.minor > 0 ? `Change it for ${inSum(terms.difference)} more` : 'Change it'
}
