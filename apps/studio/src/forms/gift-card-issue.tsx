import type { ShopDay } from '@flora/calendar/shop-day.ts'
import type { Money } from '@flora/money/money.ts'
import { type JSX, useRef, useState } from 'react'
import { Link } from 'react-router'
import type { Answered } from '@flora/client/client.ts'
import { shop } from '../asking/shop.ts'
import { useDo } from '../asking/use-do.ts'
import { useShopClock } from '../asking/use-shop-facts.ts'
import { Button } from '../components/button.tsx'
import { Dialog, FormDialog } from '../components/dialog.tsx'
import { TextField } from '../components/fields.tsx'
import { DayField, MoneyField } from '../components/number-fields.tsx'
import { toast } from '@flora/ui/toasts.tsx'
import { inSum } from '../words/money.ts'

type Issued = Answered<'POST /desk/gift-cards'>

/** A new card. Its code is shown once. */
export function IssueGiftCard({ onClose }: { onClose: () => void }): JSX.Element {
  const { today } = useShopClock()
  const [amount, setAmount] = useState<Money>()
  const [expiresDay, setExpiresDay] = useState<ShopDay>()
  const [note, setNote] = useState('')
  const [issued, setIssued] = useState<Issued>()
  const doing = useDo()
  // Chosen once: pressing twice issues one card.
  const key = useRef(crypto.randomUUID())
  function send(): void {
    if (amount === undefined) return
    const body = { key: key.current, amountMinor: amount.minor, note, ...(expiresDay && { expiresDay }) }
    void doing.run(async () => setIssued(await shop.call('POST /desk/gift-cards', { body })))
  }
  if (issued) return <IssuedCard issued={issued} onClose={onClose} />
  const isWhole = amount !== undefined && note.trim() !== ''
  return (
    <FormDialog
      title="Issue a gift card"
      isOpen
      onClose={onClose}
      does="Issue the card"
      doing="Issuing"
      isBusy={doing.isBusy}
      problem={doing.problem}
      can={isWhole ? { ok: true } : { ok: false, because: 'A sum, and why.' }}
      onSend={send}
    >
      <MoneyField
        label="Sum"
        value={amount}
        hint="Between $1 and $5,000."
        fault={doing.faultOf('amountMinor')}
        onChange={setAmount}
      />
      <DayField
        label="Good until"
        optional
        value={expiresDay}
        hint="Empty: for ever. The law asks for three years at least when it is sold."
        fault={doing.faultOf('expiresDay')}
        {...(today && { min: today })}
        onChange={setExpiresDay}
      />
      <TextField
        label="Why"
        value={note}
        maxLength={200}
        placeholder="Sold at the counter"
        hint="Stands in the card’s ledger."
        fault={doing.faultOf('note')}
        onChange={setNote}
      />
    </FormDialog>
  )
}

function IssuedCard({ issued: { card, code }, onClose }: { issued: Issued; onClose: () => void }): JSX.Element {
  async function copy(text: string): Promise<void> {
    await navigator.clipboard.writeText(text)
    toast({ words: 'The code is copied.' })
  }
  return (
    <Dialog title={`A card of ${inSum(card.balance)}`} isOpen onClose={onClose}>
      <div className="dialog-body stack">
        {code === undefined ? (
          <p>This card was issued already, and its code was shown then. It ends in {card.ending}.</p>
        ) : (
          <>
            <p className="card-code" translate="no">
              {code}
            </p>
            <p>Write it down or copy it now: the shop keeps no copy, and it is not shown again.</p>
          </>
        )}
        <p className="head-acts">
          {code !== undefined && (
            <Button kind="ink" onPress={() => void copy(code)}>
              Copy the code
            </Button>
          )}
          <Link className="btn btn-line" to={`/gift-cards/${card.id}`}>
            Its ledger
          </Link>
        </p>
      </div>
    </Dialog>
  )
}
