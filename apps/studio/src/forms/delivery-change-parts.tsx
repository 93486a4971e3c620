import type { ChangeWish } from '@flora/contract/desk-order.ts'
import type { JSX } from 'react'
import { useAsk } from '../asking/use-ask.ts'
import { useShopFacts } from '../asking/use-shop-facts.ts'
import { Answered } from '../components/answered.tsx'
import { CardField } from '../components/card-fit.tsx'
import { DayWindows, DeliveryDays } from '../components/delivery-days.tsx'
import { CheckField, LongTextField, SelectField, TextField } from '../components/fields.tsx'
import type { DeliveryParts } from '../pages/order/order-parts.ts'
import { substitutionWords } from '../words/substitutions.ts'

interface PartProps {
  readonly delivery: DeliveryParts
  readonly wish: ChangeWish
  readonly onChange: (wish: ChangeWish) => void
}

/** Another day, and one of its windows. */
export function DayPart({ delivery, wish, onChange }: PartProps): JSX.Element {
  const { view, own, lines } = delivery
  const calendar = useAsk('GET /delivery/calendar', {
    query: {
      postcode: view.recipient.postcode,
      lines: lines.map(({ own: line, view: shown }) => `${line.variantId}:${shown.quantity}`).join(','),
    },
  })
  const day = wish.day ?? view.day
  return (
    <Answered answer={calendar}>
      {(found) => {
        const answer = found.days.find((one) => one.day === day)
        return (
          <div className="two-ways">
            <DeliveryDays
              calendar={found}
              day={day}
              onChange={(next) => {
                const windows = found.days.find((one) => one.day === next)?.windows.filter(({ open }) => open) ?? []
                const same = windows.find(({ name, method }) => name === own.window.name && method === view.method)
                const chosen = same ?? windows[0]
                onChange({ ...wish, day: next, ...(chosen && { windowId: chosen.id }) })
              }}
            />
            <div>
              {answer && (
                <DayWindows
                  answer={answer}
                  windowId={wish.windowId ?? own.window.id}
                  onChange={(windowId) => onChange({ ...wish, day, windowId })}
                />
              )}
            </div>
          </div>
        )
      }}
    </Answered>
  )
}

/** Who gets it, where, and what the driver should know. */
export function AddressPart({
  delivery,
  wish,
  faultOf,
  onChange,
}: PartProps & { faultOf: (path: string) => string | undefined }): JSX.Element {
  const { view } = delivery
  const typed = (name: keyof typeof view.recipient): string => wish.recipient?.[name] ?? view.recipient[name]
  const field = (name: keyof typeof view.recipient, label: string, more: object = {}): JSX.Element => (
    <TextField
      key={name}
      label={label}
      value={typed(name)}
      maxLength={100}
      fault={faultOf(`recipient.${name}`)}
      onChange={(value) => onChange({ ...wish, recipient: { ...wish.recipient, [name]: value } })}
      {...more}
    />
  )
  return (
    <div className="fields">
      {field('name', 'Recipient', { span: 'f3' })}
      {field('phone', 'Phone', { span: 'f3', type: 'tel', optional: true, maxLength: 24 })}
      {field('line1', 'Street and number')}
      {field('line2', 'Building, floor, company', { optional: true })}
      {field('suburb', 'Suburb', { span: 'f4' })}
      {field('postcode', 'Postcode', { span: 'f2', inputMode: 'numeric', maxLength: 4 })}
      <LongTextField
        label="For the driver"
        optional
        maxLength={300}
        value={wish.instructions ?? view.instructions}
        onChange={(instructions) => onChange({ ...wish, instructions })}
      />
      <SelectField
        label="If a stem is missing"
        span="f3"
        value={wish.substitution ?? view.substitution}
        choices={(['nearest-match', 'ask-me', 'refund'] as const).map((value) => ({
          value,
          words: substitutionWords[value],
        }))}
        onChange={(substitution) => onChange({ ...wish, substitution })}
      />
      <CheckField
        label="The sender must not be named"
        isOn={wish.anonymous ?? view.anonymous}
        onChange={(anonymous) => onChange({ ...wish, anonymous })}
      />
    </div>
  )
}

/** The card's words. */
export function CardPart({ delivery, wish, onChange }: PartProps): JSX.Element {
  const facts = useShopFacts()
  return (
    <CardField
      value={wish.cardMessage ?? delivery.view.cardMessage}
      foot={facts?.address ?? ''}
      onChange={(cardMessage) => onChange({ ...wish, cardMessage })}
    />
  )
}
