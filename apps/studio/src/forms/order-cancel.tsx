import type { DeskOrder } from '@flora/contract/desk-order.ts'
import { type JSX, useState } from 'react'
import { learn } from '../asking/answers.ts'
import { shop } from '../asking/shop.ts'
import { useDo } from '../asking/use-do.ts'
import { FormDialog } from '../components/dialog.tsx'
import { LongTextField } from '../components/fields.tsx'
import { inSum } from '../words/money.ts'

/** Cancels an order and gives everything back. */
export function CancelOrder({ desk, onClose }: { desk: DeskOrder; onClose: () => void }): JSX.Element {
  const [reason, setReason] = useState('')
  const doing = useDo()
  const params = { orderId: desk.order.id }
  const { card, inShop, giftCard } = desk.money.refundable
  async function send(): Promise<void> {
    const done = await doing.run(async () => {
      const after = await shop.call('POST /desk/orders/:orderId/cancellation', { params, body: { reason } })
      learn('GET /desk/orders/:orderId', { params }, after)
    }, `${desk.order.number} is cancelled.`)
    if (done) onClose()
  }
  return (
    <FormDialog
      title={`Cancel ${desk.order.number}?`}
      isOpen
      onClose={onClose}
      does="Cancel it"
      doing="Cancelling"
      kind="poppy"
      leave="Keep it"
      isBusy={doing.isBusy}
      problem={doing.faultOf('reason') === undefined ? doing.problem : undefined}
      onSend={() => void send()}
    >
      <p>Its places, bench minutes and stems can be sold again. This cannot be undone.</p>
      <ul>
        {card.minor > 0 && <li>{inSum(card)} goes back to the card that paid.</li>}
        {giftCard.minor > 0 && <li>{inSum(giftCard)} goes back to the gift card.</li>}
        {inShop.minor > 0 && <li>Hand back {inSum(inShop)} in the shop.</li>}
        {desk.money.refundable.all.minor === 0 && <li>Nothing was paid, so nothing goes back.</li>}
      </ul>
      <LongTextField
        label="Why"
        value={reason}
        maxLength={300}
        hint="Stands in the timeline. The buyer reads it in the letter."
        fault={doing.faultOf('reason')}
        onChange={setReason}
      />
    </FormDialog>
  )
}
