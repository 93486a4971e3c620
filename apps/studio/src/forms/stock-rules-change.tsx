import type { StockItem } from '@flora/contract/stock-desk.ts'
import type { Money } from '@flora/money/money.ts'
import { type JSX, useState } from 'react'
import { learn } from '../asking/answers.ts'
import { shop } from '../asking/shop.ts'
import { useDo } from '../asking/use-do.ts'
import { FormDialog } from '../components/dialog.tsx'
import { TextField } from '../components/fields.tsx'
import { MoneyField, NumberField } from '../components/number-fields.tsx'

/** When to be told that little is left; and of a stem its bunch, grower and vase life. */
export function StockRules({ item, onClose }: { item: StockItem; onClose: () => void }): JSX.Element {
  const [lowAt, setLowAt] = useState<number | undefined>(item.lowAt ?? undefined)
  const [bunch, setBunch] = useState<number | undefined>(item.bunch)
  const [grower, setGrower] = useState(item.grower)
  const [vaseDays, setVaseDays] = useState<number | undefined>(item.vaseDays ?? undefined)
  const [cost, setCost] = useState<Money | undefined>(item.cost ?? undefined)
  const doing = useDo()
  const params = { itemId: item.id }
  const isStem = item.kind === 'stem'
  async function send(): Promise<void> {
    const body = {
      lowAt: lowAt ?? null,
      ...(isStem && {
        grower,
        vaseDays: vaseDays ?? null,
        costMinor: cost?.minor ?? null,
        ...(bunch !== undefined && { bunch }),
      }),
    }
    const done = await doing.run(async () => {
      learn('GET /stock/items/:itemId', { params }, await shop.call('PATCH /stock/items/:itemId', { params, body }))
    }, 'Saved.')
    if (done) onClose()
  }
  return (
    <FormDialog
      title={item.name}
      isOpen
      onClose={onClose}
      does="Save"
      doing="Saving"
      isBusy={doing.isBusy}
      problem={doing.problem}
      onSend={() => void send()}
    >
      <NumberField
        label="Tell me when fewer are left than"
        optional
        value={lowAt}
        hint="Empty: never."
        onChange={setLowAt}
      />
      {isStem && (
        <>
          <NumberField label="Stems in a bunch" value={bunch} min={1} max={500} onChange={setBunch} />
          <MoneyField
            label="What one costs you"
            optional
            value={cost}
            hint="Without GST. From it each size’s margin is worked out."
            fault={doing.faultOf('costMinor')}
            onChange={setCost}
          />
          <TextField label="Grower" optional maxLength={80} value={grower} onChange={setGrower} />
          <NumberField
            label="Days they stay good"
            optional
            value={vaseDays}
            max={365}
            hint="Empty: they keep."
            onChange={setVaseDays}
          />
        </>
      )}
    </FormDialog>
  )
}
