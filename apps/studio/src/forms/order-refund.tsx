import type { DeskOrder } from '@flora/contract/desk-order.ts'
import type { Money } from '@flora/money/money.ts'
import { add, isZero, money, subtract } from '@flora/money/money.ts'
import { type JSX, useRef, useState } from 'react'
import { learn } from '../asking/answers.ts'
import { shop } from '../asking/shop.ts'
import { useDo } from '../asking/use-do.ts'
import { Button } from '../components/button.tsx'
import { FormDialog } from '../components/dialog.tsx'
import { LongTextField } from '../components/fields.tsx'
import { MoneyField } from '../components/number-fields.tsx'
import { inSum } from '../words/money.ts'

const nothing = money(0, 'AUD')

/** Gives money back, line by line, the way it came. */
export function RefundOrder({ desk, onClose }: { desk: DeskOrder; onClose: () => void }): JSX.Element {
  const [sums, setSums] = useState<Readonly<Record<string, Money | undefined>>>({})
  const [reason, setReason] = useState('')
  const doing = useDo()
  // Chosen once: pressing twice refunds once.
  const key = useRef(`rfd_${crypto.randomUUID()}` as const)
  const parts = partsOf(desk)
  const sum = Object.values(sums).reduce<Money>((all, one) => (one ? add(all, one) : all), nothing)
  const params = { orderId: desk.order.id }

  async function send(): Promise<void> {
    const given = (kind: Part['kind']) => parts.filter((part) => part.kind === kind && (sums[part.id]?.minor ?? 0) > 0)
    const goodwill = sums['goodwill']
    const body = {
      key: key.current,
      lines: given('line').map(({ id }) => ({ lineId: id as never, amount: sums[id]! })),
      deliveries: given('delivery').map(({ id }) => ({ deliveryId: id as never, amount: sums[id]! })),
      ...(goodwill && !isZero(goodwill) && { amount: goodwill }),
      reason,
    }
    const done = await doing.run(
      async () => {
        const after = await shop.call('POST /desk/orders/:orderId/refunds', { params, body })
        learn('GET /desk/orders/:orderId', { params }, after)
      },
      `${inSum(sum)} goes back.`,
    )
    if (done) onClose()
  }

  return (
    <FormDialog
      title="Give money back"
      isOpen
      wide
      onClose={onClose}
      does={isZero(sum) ? 'Give it back' : `Give ${inSum(sum)} back`}
      doing="Giving back"
      kind="poppy"
      isBusy={doing.isBusy}
      problem={doing.faultOf('reason') === undefined ? doing.problem : undefined}
      can={isZero(sum) ? { ok: false, because: 'Say how much for at least one line.' } : { ok: true }}
      onSend={() => void send()}
    >
      <Parts parts={parts} sums={sums} onChange={setSums} />
      <WayBack desk={desk} sum={sum} />
      <LongTextField
        label="Why"
        value={reason}
        maxLength={300}
        rows={2}
        hint="Stands in the timeline and in the buyer’s letter."
        fault={doing.faultOf('reason')}
        onChange={setReason}
      />
    </FormDialog>
  )
}

interface Part {
  readonly id: string
  readonly kind: 'line' | 'delivery' | 'goodwill'
  readonly words: string
  readonly most: Money
}

function partsOf({ order, lines, deliveries, money: { refundable } }: DeskOrder): Part[] {
  return [
    ...order.lines.flatMap((line): Part[] => {
      const own = lines.find(({ id }) => id === line.id)
      return own
        ? [{ id: line.id, kind: 'line', words: `${line.name}, ${line.variantName}`, most: own.refundable }]
        : []
    }),
    ...deliveries.map((delivery): Part => {
      const view = order.deliveries.find(({ id }) => id === delivery.id)
      return {
        id: delivery.id,
        kind: 'delivery',
        words: `Delivery to ${view?.recipient.suburb || delivery.zone.name}`,
        most: delivery.refundable,
      }
    }),
    { id: 'goodwill', kind: 'goodwill', words: 'Out of goodwill', most: refundable.all },
  ]
}

type Sums = Readonly<Record<string, Money | undefined>>

function Parts(props: { parts: readonly Part[]; sums: Sums; onChange: (sums: Sums) => void }): JSX.Element {
  const { parts, sums, onChange } = props
  return (
    <table className="table vt">
      <thead>
        <tr>
          <th scope="col">For</th>
          <th scope="col" className="r">
            Can go back
          </th>
          <th scope="col">Give back</th>
          <th scope="col">
            <span className="vh">All of it</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {parts.map((part) => (
          <PartRow
            key={part.id}
            part={part}
            sum={sums[part.id]}
            onChange={(next) => onChange({ ...sums, [part.id]: next })}
          />
        ))}
      </tbody>
    </table>
  )
}

interface PartRowProps {
  readonly part: Part
  readonly sum: Money | undefined
  readonly onChange: (sum: Money | undefined) => void
}

function PartRow({ part, sum, onChange }: PartRowProps): JSX.Element {
  const isTooMuch = sum !== undefined && sum.minor > part.most.minor
  return (
    <tr>
      <th scope="row">{part.words}</th>
      <td className="r">{inSum(part.most)}</td>
      <td>
        <MoneyField
          label={`Give back for ${part.words}`}
          hideLabel
          value={sum}
          fault={isTooMuch ? `At most ${inSum(part.most)}.` : undefined}
          onChange={onChange}
        />
      </td>
      <td className="r">
        {part.kind !== 'goodwill' && !isZero(part.most) && (
          <Button small label={`All of ${part.words}`} onPress={() => onChange(part.most)}>
            All
          </Button>
        )}
      </td>
    </tr>
  )
}

// In the order in which the shop takes them; what is shown here is only a word beforehand.
function WayBack({ desk, sum }: { desk: DeskOrder; sum: Money }): JSX.Element {
  const { card, inShop, giftCard } = desk.money.refundable
  const ways = [
    { words: 'to the card that paid', most: card },
    { words: 'handed back in the shop', most: inShop },
    { words: 'to the gift card', most: giftCard },
  ]
  let left = sum
  const shares = ways.map(({ words, most }) => {
    const share = left.minor > most.minor ? most : left
    left = subtract(left, share)
    return { words, share }
  })
  return (
    <p role="status">
      {shares
        .filter(({ share }) => !isZero(share))
        .map(({ words, share }) => `${inSum(share)} ${words}`)
        .join(', ') || 'Nothing goes back yet.'}
    </p>
  )
}
