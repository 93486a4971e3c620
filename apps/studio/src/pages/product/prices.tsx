import type { DeskProduct, DeskVariant } from '@flora/contract/catalog-desk.ts'
import type { JSX } from 'react'
import { shop } from '../../asking/shop.ts'
import { useDo } from '../../asking/use-do.ts'
import { Button } from '../../components/button.tsx'
import { Refused } from '../../components/trouble.tsx'
import { count } from '../../words/counts.ts'
import { longDay, shortDay } from '@flora/calendar/wall-day.ts'
import { inSum } from '../../words/money.ts'

interface PricesProps {
  readonly variant: DeskVariant
  readonly onPriced: (product: DeskProduct) => void
}

/** What a size cost, and will cost: planned prices can be taken back until they begin. */
export function Prices({ variant, onPriced }: PricesProps): JSX.Element | null {
  const doing = useDo()
  const planned = variant.prices.filter(({ state }) => state === 'planned')
  const past = variant.prices.filter(({ state }) => state !== 'planned')
  if (variant.prices.length === 0) return null
  return (
    <div className="prices">
      {planned.map(({ id, price, fromDay, who }) => (
        <p key={id} className="planned-price">
          <span>
            <b>{inSum(price)}</b> from {longDay(fromDay)} <span className="soft">planned by {who}</span>
          </span>
          <Button
            small
            kind="text"
            isBusy={doing.isBusy}
            label={`Take it back: ${inSum(price)} from ${longDay(fromDay)}`}
            onPress={() =>
              void doing.run(async () => {
                onPriced(
                  await shop.call('POST /desk/catalog/prices/:priceId/cancellation', { params: { priceId: id } }),
                )
              }, 'The planned price is taken back.')
            }
          >
            Take it back
          </Button>
        </p>
      ))}
      <Refused problem={doing.problem} />
      {past.length > 0 && (
        <details>
          <summary>{count(past.length, 'price')} before</summary>
          <ul>
            {past.map(({ id, price, fromDay, who, state }) => (
              <li key={id}>
                <span className={state === 'cancelled' ? 'struck' : undefined}>{inSum(price)}</span> from{' '}
                {shortDay(fromDay)} <span className="soft">{state === 'cancelled' ? 'taken back' : who}</span>
              </li>
            ))}
          </ul>
        </details>
      )}
    </div>
  )
}
