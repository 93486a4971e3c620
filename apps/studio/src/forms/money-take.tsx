import type { DeskOrder } from '@flora/contract/desk-order.ts'
import { type JSX, useState } from 'react'
import { learn } from '../asking/answers.ts'
import { shop } from '../asking/shop.ts'
import { useDo } from '../asking/use-do.ts'
import { FormDialog } from '../components/dialog.tsx'
import { ChoiceCards } from '../components/fields.tsx'
import { inSum } from '../words/money.ts'

/** Records money that was taken in the shop. */
export function TakeMoney({ desk, onClose }: { desk: DeskOrder; onClose: () => void }): JSX.Element {
  const [by, setBy] = useState<'cash' | 'terminal'>('terminal')
  const doing = useDo()
  const params = { orderId: desk.order.id }
  const amount = desk.money.due.minor > 0 ? desk.money.due : desk.money.toPay
  async function send(): Promise<void> {
    const done = await doing.run(
      async () => {
        const after = await shop.call('POST /desk/orders/:orderId/money', { params, body: { amount, by } })
        learn('GET /desk/orders/:orderId', { params }, after)
      },
      `${inSum(amount)} taken.`,
    )
    if (done) onClose()
  }
  return (
    <FormDialog
      title={`Take ${inSum(amount)}`}
      isOpen
      onClose={onClose}
      does={`Record ${inSum(amount)}`}
      doing="Recording"
      isBusy={doing.isBusy}
      problem={doing.problem}
      onSend={() => void send()}
    >
      <p>Take the money first. This only writes it down.</p>
      <ChoiceCards
        legend="How it was paid"
        value={by}
        onChange={setBy}
        choices={[
          { value: 'terminal', words: 'Card terminal', note: 'The terminal said yes' },
          { value: 'cash', words: 'Cash', note: 'It is in the till' },
        ]}
      />
    </FormDialog>
  )
}
