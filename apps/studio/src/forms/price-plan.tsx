import type { DeskProduct, DeskVariant } from '@flora/contract/catalog-desk.ts'
import type { Money } from '@flora/money/money.ts'
import { type JSX, useState } from 'react'
import { shop } from '../asking/shop.ts'
import { useDo } from '../asking/use-do.ts'
import { useShopClock } from '../asking/use-shop-facts.ts'
import { FormDialog } from '../components/dialog.tsx'
import { DayField, MoneyField } from '../components/number-fields.tsx'
import { daysLater, longDay } from '@flora/calendar/wall-day.ts'
import { inSum } from '../words/money.ts'

interface PlanPriceProps {
  readonly variant: DeskVariant
  readonly onClose: () => void
  readonly onDone: (product: DeskProduct) => void
}

/** Another price from a day on. */
export function PlanPrice({ variant, onClose, onDone }: PlanPriceProps): JSX.Element {
  const { today } = useShopClock()
  const [price, setPrice] = useState<Money>()
  const [day, setDay] = useState(today === undefined ? undefined : daysLater(today, 1))
  const doing = useDo()
  async function send(): Promise<void> {
    if (price === undefined || day === undefined) return
    const done = await doing.run(
      async () => {
        onDone(
          await shop.call('POST /desk/catalog/variants/:variantId/prices', {
            params: { variantId: variant.id },
            body: { priceMinor: price.minor, fromDay: day },
          }),
        )
      },
      `${variant.name} costs ${inSum(price)} from ${longDay(day)}.`,
    )
    if (done) onClose()
  }
  const isWhole = price !== undefined && day !== undefined
  return (
    <FormDialog
      title={`Another price for ${variant.name}`}
      isOpen
      onClose={onClose}
      does="Plan it"
      doing="Planning"
      isBusy={doing.isBusy}
      problem={doing.problem}
      can={isWhole ? { ok: true } : { ok: false, because: 'A price and a day.' }}
      onSend={() => void send()}
    >
      <p className="soft">Now it costs {inSum(variant.price)}. Orders that are placed keep their price.</p>
      <MoneyField label="Price, GST included" value={price} fault={doing.faultOf('priceMinor')} onChange={setPrice} />
      <DayField
        label="From"
        value={day}
        fault={doing.faultOf('fromDay')}
        {...(today && { min: today })}
        onChange={setDay}
      />
    </FormDialog>
  )
}
