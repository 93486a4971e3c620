import type { ShopDay } from '@flora/calendar/shop-day.ts'
import type { StockItem } from '@flora/contract/stock-desk.ts'
import { type JSX, useRef, useState } from 'react'
import { learn } from '../asking/answers.ts'
import { shop } from '../asking/shop.ts'
import { useDo } from '../asking/use-do.ts'
import { useShopClock } from '../asking/use-shop-facts.ts'
import { FormDialog } from '../components/dialog.tsx'
import { TextField } from '../components/fields.tsx'
import { DayField, NumberField } from '../components/number-fields.tsx'

/** Something arrived from the market. */
export function ReceiveLot({ item, onClose }: { item: StockItem; onClose: () => void }): JSX.Element {
  const { today } = useShopClock()
  const [quantity, setQuantity] = useState<number>()
  const [day, setDay] = useState<ShopDay>()
  const [vaseDays, setVaseDays] = useState<number | undefined>(item.vaseDays ?? undefined)
  const [note, setNote] = useState('')
  const doing = useDo()
  // Chosen once: pressing twice counts once.
  const key = useRef(crypto.randomUUID())
  const params = { itemId: item.id }
  async function send(): Promise<void> {
    if (quantity === undefined) return
    const body = {
      key: key.current,
      quantity,
      note,
      vaseDays: vaseDays ?? null,
      ...(day && { arrivedDay: day }),
    }
    const done = await doing.run(async () => {
      learn('GET /stock/items/:itemId', { params }, await shop.call('POST /stock/items/:itemId/lots', { params, body }))
    }, `${quantity} more of ${item.name}.`)
    if (done) onClose()
  }
  return (
    <FormDialog
      title={`${item.name} arrived`}
      isOpen
      onClose={onClose}
      does="Add them"
      doing="Adding"
      isBusy={doing.isBusy}
      problem={doing.problem}
      can={quantity === undefined ? { ok: false, because: 'Say how many came.' } : { ok: true }}
      onSend={() => void send()}
    >
      <NumberField
        label={item.kind === 'stem' ? 'Stems' : 'Pieces'}
        value={quantity}
        min={1}
        max={100_000}
        hint={item.bunch > 1 ? `A bunch is ${item.bunch}.` : undefined}
        onChange={setQuantity}
      />
      <DayField label="Arrived" value={day ?? today} onChange={setDay} />
      <NumberField
        label="Days they stay good"
        optional
        value={vaseDays}
        max={365}
        hint="Empty: they keep."
        onChange={setVaseDays}
      />
      <TextField label="Note" optional maxLength={200} value={note} onChange={setNote} />
    </FormDialog>
  )
}
