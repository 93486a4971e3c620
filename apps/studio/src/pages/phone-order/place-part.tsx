import type { DraftOrder } from '@flora/contract/draft-orders.ts'
import { type JSX, useRef, useState } from 'react'
import { useNavigate } from 'react-router'
import { shop } from '../../asking/shop.ts'
import { useDo } from '../../asking/use-do.ts'
import { Button } from '../../components/button.tsx'
import { ChoiceCards, TextField } from '../../components/fields.tsx'
import { Section } from '../../components/section.tsx'
import { Refused } from '../../components/trouble.tsx'
import { inSum } from '../../words/money.ts'
import type { ChangeDraft } from '../phone-order.tsx'

type Pay = 'link' | 'cash' | 'terminal'

/** What it costs, how it is paid, and the press that places it. */
export function PlacePart({ draft, change }: { draft: DraftOrder; change: ChangeDraft }): JSX.Element {
  const { cart } = draft
  const [pay, setPay] = useState<Pay>('terminal')
  const doing = useDo()
  const navigate = useNavigate()
  // One key for one attempt: pressing twice places one order.
  const key = useRef<string>(undefined)
  async function place(): Promise<void> {
    key.current ??= crypto.randomUUID()
    const sent = key.current
    await doing.run(
      async () => {
        const { order } = await shop.call('POST /desk/drafts/:draftId/order', {
          params: { draftId: draft.id },
          headers: { 'idempotency-key': sent },
          body: { toPay: cart.toPay, pay },
        })
        await navigate(`/orders/${order.order.id}`, { replace: true })
      },
      pay === 'link' ? 'Placed. The letter to pay by is on its way.' : 'Placed and paid.',
    )
    // Another sum or another window is another attempt.
    key.current = undefined
  }
  return (
    <div className="place-part">
      <Sum cart={cart} change={change} />
      <Section title="Payment">
        <ChoiceCards
          legend="How it is paid"
          hideLegend
          value={pay}
          onChange={setPay}
          choices={[
            { value: 'terminal', words: 'Card terminal', note: 'In the shop, now' },
            { value: 'cash', words: 'Cash', note: 'In the shop, now' },
            {
              value: 'link',
              words: 'Letter to pay by',
              note:
                cart.buyer.email === '' ? 'Needs an e-mail' : `To ${cart.buyer.email}; the places are held meanwhile`,
            },
          ]}
        />
        <Refused problem={doing.problem} />
        <div className="acts">
          <Button
            kind="poppy"
            wide
            can={cart.can.place}
            isBusy={doing.isBusy}
            busy="Placing"
            onPress={() => void place()}
          >
            Place it for {inSum(cart.toPay)}
          </Button>
        </div>
      </Section>
    </div>
  )
}

function Sum({ cart, change }: { cart: DraftOrder['cart']; change: ChangeDraft }): JSX.Element {
  return (
    <Section title="Sum">
      <dl className="lines">
        {cart.sum.map(({ kind, label, detail, amount }) => (
          <div key={`${kind} ${label}`} className={amount.minor < 0 ? 'minus' : undefined}>
            <dt>{label}</dt>
            <dd>{inSum(amount)}</dd>
            {detail !== undefined && <dd className="sub">{detail}</dd>}
          </div>
        ))}
        <div className="total">
          <dt>To pay</dt>
          <dd>{inSum(cart.toPay)}</dd>
        </div>
      </dl>
      <p className="small soft">Includes {inSum(cart.gst)} GST.</p>
      <Code cart={cart} change={change} />
    </Section>
  )
}

function Code({ cart, change }: { cart: DraftOrder['cart']; change: ChangeDraft }): JSX.Element {
  const [code, setCode] = useState('')
  const { promotion, giftCard } = cart
  return (
    <>
      {promotion && (
        <p className="small">
          Code {promotion.code}: {promotion.because ?? promotion.label}{' '}
          <Button kind="text" small onPress={() => void change({ what: 'remove-code', kind: 'promotion' })}>
            Remove the code
          </Button>
        </p>
      )}
      {giftCard && (
        <p className="small">
          Gift card ending {giftCard.ending}: {giftCard.because ?? `${inSum(giftCard.used)} used`}{' '}
          <Button kind="text" small onPress={() => void change({ what: 'remove-code', kind: 'gift-card' })}>
            Remove the gift card
          </Button>
        </p>
      )}
      <form
        className="beside"
        onSubmit={(event) => {
          event.preventDefault()
          if (code.trim().length >= 3) void change({ what: 'apply-code', code }).then((done) => done && setCode(''))
        }}
      >
        <TextField
          label="Code or gift card"
          hideLabel
          placeholder="Code or gift card"
          maxLength={40}
          value={code}
          onChange={setCode}
        />
        <Button type="submit">Use</Button>
      </form>
    </>
  )
}
