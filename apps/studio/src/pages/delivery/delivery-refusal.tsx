import type { WouldBreak } from '@flora/contract/delivery-desk.ts'
import { type JSX, useEffect, useRef } from 'react'
import { Link } from 'react-router'
import { useShopClock } from '../../asking/use-shop-facts.ts'
import { CheckField } from '../../components/fields.tsx'
import { shortDay } from '@flora/calendar/wall-day.ts'
import { momentWords } from '@flora/calendar/wall-time.ts'
import { changedMeanwhile, type DeliveryDoing, wouldBreak } from './use-delivery-change.ts'

/** Which orders a change would break, with the choice to make it even so; or what somebody else changed meanwhile. */
export function DeliveryRefusal({ doing }: { doing: DeliveryDoing }): JSX.Element {
  const clock = useShopClock()
  const broken = wouldBreak(doing.problem)
  const meanwhile = changedMeanwhile(doing.problem)
  const place = useRef<HTMLDivElement>(null)
  const isThere = broken !== undefined || meanwhile !== undefined
  // It may stand below the fold of a small screen.
  useEffect(() => {
    if (isThere) place.current?.scrollIntoView({ block: 'nearest' })
  }, [isThere])
  return (
    <div role="alert" ref={place}>
      {broken && (
        <div className="banner blush would-break">
          <p>
            <b>Nothing is changed yet.</b> {broken.detail}
          </p>
          <OrdersThatBreak {...broken} />
          <p>{broken.consequence}</p>
          <CheckField label="Do it even so" isOn={doing.evenSo} onChange={doing.setEvenSo} />
        </div>
      )}
      {meanwhile && (
        <div className="banner butter would-break">
          <p>
            <b>Somebody was quicker.</b> {meanwhile.detail}
          </p>
          <ul>
            {meanwhile.changes.map(({ version, at, who, what }) => (
              <li key={version}>
                {what}{' '}
                <span className="soft nowrap">
                  {who}, {momentWords(at, clock)}
                </span>
              </li>
            ))}
          </ul>
          <p>Look once more, then send yours on top of it.</p>
        </div>
      )}
    </div>
  )
}

function OrdersThatBreak({ orders, total }: WouldBreak): JSX.Element {
  return (
    <ul className="broken-orders">
      {orders.map(({ orderId, number, day, windowName, postcode }) => (
        <li key={`${orderId} ${day} ${windowName}`}>
          <Link to={`/orders/${orderId}`} target="_blank">
            <b>{number}</b>
            <span className="vh">, in a new tab</span>
          </Link>{' '}
          <span className="soft">
            {shortDay(day)}, {windowName}, {postcode}
          </span>
        </li>
      ))}
      {total > orders.length && <li className="soft">and {total - orders.length} more</li>}
    </ul>
  )
}
