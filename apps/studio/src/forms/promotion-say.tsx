import type { ShopDay } from '@flora/calendar/shop-day.ts'
import type { DeskPromotion, Off } from '@flora/contract/promotions-desk.ts'
import type { Money } from '@flora/money/money.ts'
import { type JSX, useState } from 'react'
import { shop } from '../asking/shop.ts'
import { useDo } from '../asking/use-do.ts'
import { FormDialog } from '../components/dialog.tsx'
import { CheckField, SelectField, TextField } from '../components/fields.tsx'
import { DayField, MoneyField, NumberField } from '../components/number-fields.tsx'
import { percentTyped, percentWords } from '../words/promotions.ts'

interface Typed {
  readonly code: string
  readonly label: string
  readonly kind: Off['kind']
  readonly percent: string
  readonly amount: Money | undefined
  readonly minimum: Money | undefined
  readonly fromDay: ShopDay | undefined
  readonly untilDay: ShopDay | undefined
  readonly useLimit: number | undefined
  readonly firstOrderOnly: boolean
}

interface SayPromotionProps {
  /** Given to change one that is there. */
  readonly promotion?: DeskPromotion
  readonly onClose: () => void
}

/** A code: new, or changed for carts from now on. */
export function SayPromotion({ promotion, onClose }: SayPromotionProps): JSX.Element {
  const [typed, setTyped] = useState(() => typedOf(promotion))
  const doing = useDo()
  const off = offOf(typed)
  const isNew = promotion === undefined
  // What it takes off stays as it is once somebody has used it.
  const isOffFixed = promotion !== undefined && promotion.used > 0
  async function send(): Promise<void> {
    if (off === undefined) return
    const parts = {
      label: typed.label,
      minimumGoodsMinor: typed.minimum?.minor ?? 0,
      fromDay: typed.fromDay ?? null,
      untilDay: typed.untilDay ?? null,
      useLimit: typed.useLimit ?? null,
      firstOrderOnly: typed.firstOrderOnly,
    }
    const done = await doing.run(
      () =>
        isNew
          ? shop.call('POST /desk/promotions', { body: { ...parts, code: typed.code.toUpperCase(), off } })
          : shop.call('PATCH /desk/promotions/:promotionId', {
              params: { promotionId: promotion.id },
              body: { ...parts, ...(!isOffFixed && { off }), version: promotion.version },
            }),
      `${typed.code.toUpperCase()} is saved.`,
    )
    if (done) onClose()
  }
  const because =
    off === undefined
      ? 'Say what it takes off.'
      : typed.code.trim() === '' || typed.label.trim() === ''
        ? 'A code and a name.'
        : undefined
  return (
    <FormDialog
      title={isNew ? 'Make a code' : `Change ${promotion.code}`}
      isOpen
      onClose={onClose}
      does={isNew ? 'Make the code' : 'Save the code'}
      doing="Saving"
      isBusy={doing.isBusy}
      problem={doing.problem}
      can={because === undefined ? { ok: true } : { ok: false, because }}
      onSend={() => void send()}
    >
      <Fields
        typed={typed}
        change={(part) => setTyped((before) => ({ ...before, ...part }))}
        faultOf={doing.faultOf}
        isNew={isNew}
        isOffFixed={isOffFixed}
      />
    </FormDialog>
  )
}

interface FieldsProps {
  readonly typed: Typed
  readonly change: (part: Partial<Typed>) => void
  readonly faultOf: (path: string) => string | undefined
  readonly isNew: boolean
  readonly isOffFixed: boolean
}

function Fields({ typed, change, faultOf, isNew, isOffFixed }: FieldsProps): JSX.Element {
  return (
    <>
      <div className="fields">
        {isNew && (
          <TextField
            label="Code"
            span="f2"
            value={typed.code}
            maxLength={30}
            placeholder="SPRING"
            hint="Letters, digits, dashes."
            fault={faultOf('code')}
            onChange={(code) => change({ code: code.toUpperCase() })}
          />
        )}
        <TextField
          label="Name"
          span="f4"
          value={typed.label}
          maxLength={80}
          hint="Stands on the shopper’s sum: Spring greeting"
          fault={faultOf('label')}
          onChange={(label) => change({ label })}
        />
      </div>
      {isOffFixed ? (
        <p className="soft">What it takes off can no longer change: somebody has used it. End it and make another.</p>
      ) : (
        <OffFields typed={typed} change={change} faultOf={faultOf} />
      )}
      <Limits typed={typed} change={change} faultOf={faultOf} />
    </>
  )
}

function Limits({ typed, change, faultOf }: Pick<FieldsProps, 'typed' | 'change' | 'faultOf'>): JSX.Element {
  return (
    <>
      <div className="fields">
        <DayField
          label="From"
          optional
          span="f3"
          value={typed.fromDay}
          fault={faultOf('fromDay')}
          onChange={(fromDay) => change({ fromDay })}
        />
        <DayField
          label="Until, and including"
          optional
          span="f3"
          value={typed.untilDay}
          fault={faultOf('untilDay')}
          onChange={(untilDay) => change({ untilDay })}
        />
        <MoneyField
          label="Goods of at least"
          optional
          span="f3"
          value={typed.minimum}
          fault={faultOf('minimumGoodsMinor')}
          onChange={(minimum) => change({ minimum })}
        />
        <NumberField
          label="Times in all"
          optional
          span="f3"
          value={typed.useLimit}
          min={1}
          max={10_000_000}
          hint="Empty: without end."
          fault={faultOf('useLimit')}
          onChange={(useLimit) => change({ useLimit })}
        />
      </div>
      <CheckField
        label="First orders only"
        isOn={typed.firstOrderOnly}
        onChange={(firstOrderOnly) => change({ firstOrderOnly })}
      />
    </>
  )
}

function OffFields({ typed, change, faultOf }: Pick<FieldsProps, 'typed' | 'change' | 'faultOf'>): JSX.Element {
  return (
    <div className="fields">
      <SelectField
        label="Takes off"
        span="f3"
        value={typed.kind}
        choices={[
          { value: 'percent', words: 'A percentage of the goods' },
          { value: 'fixed', words: 'A sum off the goods' },
          { value: 'free-delivery', words: 'The delivery' },
        ]}
        onChange={(kind) => change({ kind })}
      />
      {typed.kind === 'percent' && (
        <TextField
          label="Percent"
          span="f3"
          inputMode="decimal"
          maxLength={7}
          value={typed.percent}
          fault={
            faultOf('off.basisPoints') ??
            (typed.percent !== '' && percentTyped(typed.percent) === undefined ? 'Between 0.01 and 100.' : undefined)
          }
          onChange={(percent) => change({ percent })}
        />
      )}
      {typed.kind === 'fixed' && (
        <MoneyField
          label="Sum"
          span="f3"
          value={typed.amount}
          fault={faultOf('off.amountMinor')}
          onChange={(amount) => change({ amount })}
        />
      )}
    </div>
  )
}

function typedOf(promotion: DeskPromotion | undefined): Typed {
  return {
    code: promotion?.code ?? '',
    label: promotion?.label ?? '',
    kind: promotion?.kind ?? 'percent',
    percent: promotion?.basisPoints === undefined ? '' : percentWords(promotion.basisPoints).replace('%', ''),
    amount: promotion?.amount,
    minimum: promotion !== undefined && promotion.minimumGoods.minor > 0 ? promotion.minimumGoods : undefined,
    fromDay: promotion?.fromDay,
    untilDay: promotion?.untilDay,
    useLimit: promotion?.useLimit,
    firstOrderOnly: promotion?.firstOrderOnly ?? false,
  }
}

function offOf({ kind, percent, amount }: Typed): Off | undefined {
  if (kind === 'free-delivery') return { kind }
  if (kind === 'fixed')
    return amount === undefined || amount.minor === 0 ? undefined : { kind, amountMinor: amount.minor }
  const basisPoints = percentTyped(percent)
  return basisPoints === undefined ? undefined : { kind, basisPoints }
}
