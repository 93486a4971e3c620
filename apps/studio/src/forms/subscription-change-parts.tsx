import type { WindowId } from '@flora/contract/ids.ts'
import type { DeskSubscription } from '@flora/contract/subscription-desk.ts'
import type { JSX } from 'react'
import { useAsk } from '../asking/use-ask.ts'
import { useShopFacts } from '../asking/use-shop-facts.ts'
import { CardField } from '../components/card-fit.tsx'
import { CheckField, LongTextField, SelectField, TextField } from '../components/fields.tsx'
import { NumberField } from '../components/number-fields.tsx'
import { inProse } from '../words/money.ts'
import { choicesOf } from '../words/products.ts'
import { substitutionWords } from '../words/substitutions.ts'
import { frequencies } from '../words/subscriptions.ts'

type Plan = DeskSubscription['subscription']['plan']

/** What may be changed for a subscriber; absent keys stay as they are. */
export interface SubscriptionWish {
  readonly plan?: Partial<Plan>
  readonly windowId?: WindowId
  readonly frequency?: DeskSubscription['subscription']['frequency']
  readonly quantity?: number
}

interface PartProps {
  readonly desk: DeskSubscription
  readonly wish: SubscriptionWish
  readonly onChange: (wish: SubscriptionWish) => void
}

/** Who gets them, where, in which window, and what the driver should know. */
export function AddressPart({
  desk,
  wish,
  faultOf,
  onChange,
}: PartProps & { faultOf: (path: string) => string | undefined }): JSX.Element {
  const { plan } = desk.subscription
  const recipient = wish.plan?.recipient ?? plan.recipient
  const say = (part: Partial<Plan>): void => onChange({ ...wish, plan: { ...wish.plan, ...part } })
  const field = (name: keyof Plan['recipient'], label: string, more: object = {}): JSX.Element => (
    <TextField
      key={name}
      label={label}
      value={recipient[name]}
      maxLength={100}
      fault={faultOf(`recipient.${name}`)}
      onChange={(value) => say({ recipient: { ...recipient, [name]: value } })}
      {...more}
    />
  )
  return (
    <div className="fields">
      {field('name', 'Recipient', { span: 'f3', maxLength: 80 })}
      {field('phone', 'Phone', { span: 'f3', type: 'tel', optional: true, maxLength: 24 })}
      {field('line1', 'Street and number')}
      {field('line2', 'Building, floor, company', { optional: true })}
      {field('suburb', 'Suburb', { span: 'f4', maxLength: 60 })}
      {field('postcode', 'Postcode', { span: 'f2', inputMode: 'numeric', maxLength: 4 })}
      <WindowField desk={desk} wish={wish} postcode={recipient.postcode} onChange={onChange} />
      <LongTextField
        label="For the driver"
        optional
        maxLength={300}
        value={wish.plan?.instructions ?? plan.instructions}
        onChange={(instructions) => say({ instructions })}
      />
      <SelectField
        label="If a stem is missing"
        span="f3"
        value={wish.plan?.substitution ?? plan.substitution}
        choices={choicesOf(substitutionWords)}
        onChange={(substitution) => say({ substitution })}
      />
      <CheckField
        label="The sender must not be named"
        isOn={wish.plan?.anonymous ?? plan.anonymous}
        onChange={(anonymous) => say({ anonymous })}
      />
    </div>
  )
}

// The windows of the zone that the postcode lies in; another zone has other ones.
function WindowField({ desk, wish, postcode, onChange }: PartProps & { postcode: string }): JSX.Element | null {
  const { product, quantity, window } = desk.subscription
  const calendar = useAsk(
    'GET /delivery/calendar',
    /^\d{4}$/.test(postcode) ? { query: { postcode, lines: `${product.variantId}:${quantity}` } } : undefined,
  )
  const days = calendar.data?.days ?? []
  const windows = new Map(days.flatMap((day) => day.windows.map((one) => [one.id as WindowId, one] as const)))
  const chosen = wish.windowId ?? window.id
  const isThere = windows.has(chosen)
  if (windows.size === 0) return null
  return (
    <SelectField
      label="Window"
      span="f3"
      value={isThere ? chosen : ''}
      fault={isThere ? undefined : 'That address has other windows. Please choose one.'}
      choices={[
        ...(isThere ? [] : [{ value: '' as const, words: 'Choose one' }]),
        ...[...windows].map(([value, { name, method, fee }]) => ({
          value,
          words: `${method === 'pick-up' ? 'Pick-up, ' : ''}${name}, ${fee.minor === 0 ? 'free' : inProse(fee)}`,
        })),
      ]}
      onChange={(value) => {
        if (value !== '') onChange({ ...wish, windowId: value })
      }}
    />
  )
}

/** The words of every card to come. */
export function CardPart({ desk, wish, onChange }: PartProps): JSX.Element {
  const facts = useShopFacts()
  return (
    <CardField
      value={wish.plan?.cardMessage ?? desk.subscription.plan.cardMessage}
      foot={facts?.address ?? ''}
      onChange={(cardMessage) => onChange({ ...wish, plan: { ...wish.plan, cardMessage } })}
    />
  )
}

// Surprises come once in a week, a fortnight or a month; what is rarer is no surprise.
const rarer = ['quarterly', 'yearly']

/** How often it comes, and how many of it. */
export function RhythmPart({ desk, wish, onChange }: PartProps): JSX.Element {
  const { frequency, quantity, kind } = desk.subscription
  return (
    <div className="fields">
      <SelectField
        label="Rhythm"
        span="f3"
        value={wish.frequency ?? frequency}
        choices={choicesOf(frequencies).filter(({ value }) => kind === 'recurring' || !rarer.includes(value))}
        hint="Counted from the next delivery that can still be changed."
        onChange={(value) => onChange({ ...wish, frequency: value })}
      />
      <NumberField
        label="How many each time"
        span="f3"
        min={1}
        max={20}
        value={wish.quantity ?? quantity}
        onChange={(value) => {
          const { quantity: _, ...rest } = wish
          onChange(value === undefined ? rest : { ...rest, quantity: value })
        }}
      />
    </div>
  )
}
