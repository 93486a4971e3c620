import type { ShopDay } from '@flora/calendar/shop-day.ts'
import type { DeskSurge } from '@flora/contract/delivery-desk.ts'
import type { Money } from '@flora/money/money.ts'
import { type JSX, useState } from 'react'
import { shop } from '../asking/shop.ts'
import { FormDialog } from '../components/dialog.tsx'
import { TextField } from '../components/fields.tsx'
import { DayField, MoneyField } from '../components/number-fields.tsx'
import { DeliveryRefusal } from '../pages/delivery/delivery-refusal.tsx'
import { otherNo, useDeliveryChange } from '../pages/delivery/use-delivery-change.ts'

interface SaySurgeProps {
  readonly version: number
  readonly day?: ShopDay
  /** Given to change one that is there. */
  readonly surge?: DeskSurge
  readonly onClose: () => void
}

/** Days on which a delivery costs more: new ones, or other days or another fee for those that are there. */
export function SaySurge({ version, day, surge, onClose }: SaySurgeProps): JSX.Element {
  const [name, setName] = useState(surge?.name ?? '')
  const [from, setFrom] = useState(surge?.from ?? day)
  const [until, setUntil] = useState(surge?.until ?? day)
  const [fee, setFee] = useState<Money | undefined>(surge?.fee)
  const doing = useDeliveryChange(version)
  const isWhole = name.trim() !== '' && from !== undefined && until !== undefined && fee !== undefined
  async function send(): Promise<void> {
    if (from === undefined || until === undefined || fee === undefined) return
    const parts = { name, from, until, feeMinor: fee.minor }
    const done = await doing.change(
      (version_) =>
        surge === undefined
          ? shop.call('POST /desk/delivery/surges', { body: { ...version_, ...parts } })
          : shop.call('PATCH /desk/delivery/surges/:surgeId', {
              params: { surgeId: surge.id },
              body: { ...version_, ...parts },
            }),
      `${name} is saved. Orders that were placed keep their fee.`,
    )
    if (done) onClose()
  }
  return (
    <FormDialog
      title={surge === undefined ? 'Add surge days' : `Change ${surge.name}`}
      isOpen
      onClose={onClose}
      does={surge === undefined ? 'Add them' : 'Change them'}
      doing="Saving"
      isBusy={doing.isBusy}
      problem={otherNo(doing.problem)}
      can={isWhole ? { ok: true } : { ok: false, because: 'A name, both days and a fee.' }}
      onSend={() => void send()}
    >
      <TextField
        label="Name"
        value={name}
        maxLength={80}
        hint="Shoppers read it beside the fee: Christmas week"
        fault={doing.faultOf('name')}
        onChange={setName}
      />
      <div className="fields">
        <DayField label="From" span="f3" value={from} fault={doing.faultOf('from')} onChange={setFrom} />
        <DayField
          label="Until, and including"
          span="f3"
          value={until}
          fault={doing.faultOf('until')}
          onChange={setUntil}
        />
      </div>
      <MoneyField label="Costs more, each delivery" value={fee} fault={doing.faultOf('feeMinor')} onChange={setFee} />
      <DeliveryRefusal doing={doing} />
    </FormDialog>
  )
}
