import type { GiftCardLedger } from '@flora/contract/promotions-desk.ts'
import { type JSX, useState } from 'react'
import { learn } from '../asking/answers.ts'
import { shop } from '../asking/shop.ts'
import { useDo } from '../asking/use-do.ts'
import { FormDialog } from '../components/dialog.tsx'
import { TextField } from '../components/fields.tsx'
import { inSum } from '../words/money.ts'

/** Stops a card: lost, stolen, sold by mistake. */
export function VoidGiftCard({ card, onClose }: { card: GiftCardLedger; onClose: () => void }): JSX.Element {
  const [note, setNote] = useState('')
  const doing = useDo()
  const params = { giftCardId: card.id }
  async function send(): Promise<void> {
    const done = await doing.run(async () => {
      const after = await shop.call('POST /desk/gift-cards/:giftCardId/void', { params, body: { note } })
      learn('GET /desk/gift-cards/:giftCardId', { params }, after)
    }, 'The card is stopped.')
    if (done) onClose()
  }
  return (
    <FormDialog
      title={`Stop the card … ${card.ending}?`}
      isOpen
      onClose={onClose}
      does="Stop the card"
      doing="Stopping"
      kind="poppy"
      leave="Leave it good"
      isBusy={doing.isBusy}
      problem={doing.problem}
      can={note.trim() === '' ? { ok: false, because: 'Say why.' } : { ok: true }}
      onSend={() => void send()}
    >
      <p>Nobody can pay with it any more. The {inSum(card.balance)} on it go out of its ledger.</p>
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
