import type { GiftCardLedger } from '@flora/contract/promotions-desk.ts'
import type { Money } from '@flora/money/money.ts'
import { type JSX, useRef, useState } from 'react'
import { learn } from '../asking/answers.ts'
import { shop } from '../asking/shop.ts'
import { useDo } from '../asking/use-do.ts'
import { FormDialog } from '../components/dialog.tsx'
import { ChoiceCards, TextField } from '../components/fields.tsx'
import { MoneyField } from '../components/number-fields.tsx'
import { inSum } from '../words/money.ts'

/** More or less on a card, with a reason that stays. */
export function AdjustGiftCard({ card, onClose }: { card: GiftCardLedger; onClose: () => void }): JSX.Element {
  const [way, setWay] = useState<'add' | 'take'>('add')
  const [amount, setAmount] = useState<Money>()
  const [note, setNote] = useState('')
  const doing = useDo()
  const key = useRef(crypto.randomUUID())
  const params = { giftCardId: card.id }
  async function send(): Promise<void> {
    if (amount === undefined) return
    const { minor } = amount
    const body = { key: key.current, amountMinor: way === 'add' ? minor : -minor, note }
    const done = await doing.run(
      async () => {
        const after = await shop.call('POST /desk/gift-cards/:giftCardId/adjustments', { params, body })
        learn('GET /desk/gift-cards/:giftCardId', { params }, after)
      },
      `${inSum(amount)} ${way === 'add' ? 'added to' : 'taken from'} the card.`,
    )
    if (done) onClose()
  }
  const isWhole = amount !== undefined && amount.minor > 0 && note.trim() !== ''
  return (
    <FormDialog
      title={`Correct the card … ${card.ending}`}
      isOpen
      onClose={onClose}
      does={way === 'add' ? 'Add it' : 'Take it off'}
      doing="Correcting"
      isBusy={doing.isBusy}
      problem={doing.problem}
      can={isWhole ? { ok: true } : { ok: false, because: 'A sum, and why.' }}
      onSend={() => void send()}
    >
      <p className="soft">{inSum(card.balance)} are on it.</p>
      <ChoiceCards
        legend="Which way"
        value={way}
        columns
        choices={[
          { value: 'add', words: 'Add to it' },
          { value: 'take', words: 'Take off it' },
        ]}
        onChange={setWay}
      />
      <MoneyField label="Sum" value={amount} fault={doing.faultOf('amountMinor')} onChange={setAmount} />
      <TextField
        label="Why"
        value={note}
        maxLength={200}
        hint="Stands in the card’s ledger."
        fault={doing.faultOf('note')}
        onChange={setNote}
      />
    </FormDialog>
  )
}
