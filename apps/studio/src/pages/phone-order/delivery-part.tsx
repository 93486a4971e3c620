import type { Cart, CartDelivery } from '@flora/contract/cart.ts'
import { type JSX } from 'react'
import { useAsk } from '../../asking/use-ask.ts'
import { useShopFacts } from '../../asking/use-shop-facts.ts'
import { Answered } from '../../components/answered.tsx'
import { CardField } from '../../components/card-fit.tsx'
import { DayWindows, DeliveryDays } from '../../components/delivery-days.tsx'
import { CheckField, LongTextField, SelectField, TextField } from '../../components/fields.tsx'
import { Section } from '../../components/section.tsx'
import { substitutionWords } from '../../words/substitutions.ts'
import type { ChangeDraft } from '../phone-order.tsx'
import { useKept } from './use-kept.ts'

interface DeliveryPartProps {
  readonly delivery: CartDelivery
  readonly cart: Cart
  readonly position: number | undefined
  readonly faultOf: (path: string) => string | undefined
  readonly change: ChangeDraft
}

/** One door: where, when, and what the card says. */
export function DeliveryPart(props: DeliveryPartProps): JSX.Element {
  const { delivery, cart, position, change } = props
  return (
    <>
      <Section title={position === undefined ? 'For whom' : `Delivery ${position}: for whom`} aside={delivery.zone}>
        <Door {...props} />
      </Section>
      <Section title="When" aside={delivery.window && `${delivery.window.name}`}>
        {delivery.problem && <p className="error">{delivery.problem.message}</p>}
        {delivery.postcode === undefined ? (
          <p className="soft">The postcode decides which days there are. Ask for it first.</p>
        ) : (
          <When delivery={delivery} cart={cart} change={change} />
        )}
      </Section>
      <Section title="Card">
        <Card delivery={delivery} change={change} />
      </Section>
    </>
  )
}

function Door({ delivery, faultOf, change }: DeliveryPartProps): JSX.Element {
  const saved = {
    ...delivery.recipient,
    instructions: delivery.instructions,
    postcode: delivery.postcode ?? delivery.recipient.postcode,
  }
  const [typed, type] = useKept(saved, ({ instructions, postcode, ...recipient }) =>
    change({
      what: 'delivery',
      deliveryId: delivery.id,
      change: {
        recipient: { ...recipient, postcode },
        instructions,
        ...(/^\d{4}$/.test(postcode) && { postcode }),
        ...(recipient.suburb !== '' && { suburb: recipient.suburb }),
      },
    }),
  )
  return (
    <div className="fields">
      <TextField
        label="Postcode"
        span="f2"
        inputMode="numeric"
        maxLength={4}
        value={typed.postcode}
        fault={faultOf('change.postcode')}
        onChange={(postcode) => type({ postcode })}
      />
      <TextField
        label="Suburb"
        span="f4"
        maxLength={60}
        hint={delivery.suburbs.length > 0 ? delivery.suburbs.join(', ') : undefined}
        value={typed.suburb}
        onChange={(suburb) => type({ suburb })}
      />
      <TextField label="Recipient" span="f3" maxLength={80} value={typed.name} onChange={(name) => type({ name })} />
      <TextField
        label="Recipient’s phone"
        span="f3"
        type="tel"
        optional
        maxLength={24}
        value={typed.phone}
        fault={faultOf('change.recipient.phone')}
        onChange={(phone) => type({ phone })}
      />
      <TextField label="Street and number" maxLength={100} value={typed.line1} onChange={(line1) => type({ line1 })} />
      <TextField
        label="Building, floor, company"
        optional
        maxLength={100}
        value={typed.line2}
        onChange={(line2) => type({ line2 })}
      />
      <LongTextField
        label="For the driver"
        optional
        rows={2}
        maxLength={300}
        value={typed.instructions}
        onChange={(instructions) => type({ instructions })}
      />
    </div>
  )
}

function When({ delivery, cart, change }: Pick<DeliveryPartProps, 'delivery' | 'cart' | 'change'>): JSX.Element {
  const lines = cart.lines.filter(({ deliveryId }) => deliveryId === delivery.id)
  const answer = useAsk('GET /delivery/calendar', {
    query: {
      postcode: delivery.postcode ?? '',
      ...(lines.length > 0 && { lines: lines.map(({ variantId, quantity }) => `${variantId}:${quantity}`).join(',') }),
    },
  })
  const say = (wish: Extract<Parameters<ChangeDraft>[0], { what: 'delivery' }>['change']): void =>
    void change({ what: 'delivery', deliveryId: delivery.id, change: wish })
  return (
    <Answered answer={answer}>
      {(calendar) => {
        const day = calendar.days.find((one) => one.day === delivery.day)
        return (
          <>
            {calendar.unserved && (
              <div className="banner butter" role="status">
                <p>
                  <b>No van goes there.</b> {calendar.unserved.message}
                </p>
              </div>
            )}
            <div className="two-ways">
              <DeliveryDays
                calendar={calendar}
                day={delivery.day}
                onChange={(next) => {
                  const open =
                    calendar.days.find((one) => one.day === next)?.windows.filter((window) => window.open) ?? []
                  const same = open.find(({ id }) => id === delivery.window?.id)
                  say({ day: next, windowId: (same ?? open[0])?.id ?? null })
                }}
              />
              <div>
                {day && (
                  <DayWindows
                    answer={day}
                    windowId={delivery.window?.id}
                    onChange={(windowId) => say({ day: day.day, windowId })}
                  />
                )}
              </div>
            </div>
          </>
        )
      }}
    </Answered>
  )
}

function Card({ delivery, change }: Pick<DeliveryPartProps, 'delivery' | 'change'>): JSX.Element {
  const facts = useShopFacts()
  const { cardMessage, anonymous, substitution } = delivery
  const [typed, type] = useKept({ cardMessage, anonymous, substitution }, (said) =>
    change({ what: 'delivery', deliveryId: delivery.id, change: said }),
  )
  return (
    <>
      <CardField
        value={typed.cardMessage}
        foot={facts?.address ?? ''}
        onChange={(said) => type({ cardMessage: said })}
      />
      <div className="fields">
        <SelectField
          label="If a stem is missing"
          span="f3"
          value={typed.substitution}
          choices={(['nearest-match', 'ask-me', 'refund'] as const).map((value) => ({
            value,
            words: substitutionWords[value],
          }))}
          onChange={(said) => type({ substitution: said })}
        />
        <CheckField
          label="The sender must not be named"
          isOn={typed.anonymous}
          onChange={(said) => type({ anonymous: said })}
        />
      </div>
    </>
  )
}
