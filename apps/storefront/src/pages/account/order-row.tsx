import { browserCarrier, createClient } from '@flora/client/client.ts'
import type { OrderSummary } from '@flora/contract/customers.ts'
import { type JSX, useState } from 'react'
import { Link, useNavigate } from 'react-router'
import { setCart } from '../../cart-store.ts'
import { shortDay } from '@flora/calendar/wall-day.ts'
import { Picture } from '../../components/picture.tsx'
import { toast } from '@flora/ui/toasts.tsx'
import { cents } from '../../words/money.ts'
import { problemOf } from '../cart/problem-of.ts'
import { statusWords } from './status-words.ts'

/** One order of the history: what it looked like, where it went, what it cost, and the same again. */
export function OrderRow({ order }: { order: OrderSummary }): JSX.Element {
  const [first] = order.pictures
  const names = order.pictures.map(({ name }) => name)
  return (
    <li className="acc-order">
      {first !== undefined && (
        <div className={`plate ${first.tint}`}>
          <Picture picture={first.picture} sizes="4rem" alt="" />
        </div>
      )}
      <div>
        <p>
          <Link to={`/order/${order.link}`}>
            <b className="num">{order.number}</b>
          </Link>{' '}
          <span className="soft">{statusWords(order.status)}</span>
        </p>
        <p>{[...new Set(names)].join(', ')}</p>
        {order.deliveries.map((delivery) => (
          <p key={delivery.id} className="small">
            {shortDay(delivery.day)}, {delivery.method === 'pick-up' ? 'picked up by' : 'to'} {delivery.recipient}
            {delivery.suburb !== '' && delivery.method !== 'pick-up' && `, ${delivery.suburb}`}
          </p>
        ))}
        <p className="small num">{cents(order.total)}</p>
      </div>
      <SameAgain order={order} />
    </li>
  )
}

function SameAgain({ order }: { order: OrderSummary }): JSX.Element {
  const navigate = useNavigate()
  const [isBusy, setBusy] = useState(false)
  const [because, setBecause] = useState<string>()
  async function again(): Promise<void> {
    if (isBusy) return
    setBusy(true)
    try {
      const { cart, leftOut } = await createClient(browserCarrier()).call('POST /account/orders/:link/reorder', {
        params: { link: order.link },
        body: {},
      })
      setCart(cart)
      const missing = leftOut.map(({ name, because: why }) => `${name}: ${why}`).join(' ')
      if (leftOut.length > 0 && cart.lines.length === 0) return setBecause(missing)
      await navigate('/cart')
      toast({ words: missing === '' ? 'The same again. It only needs a day.' : `In the cart, but for ${missing}` })
    } catch (error) {
      setBecause(problemOf(error).detail)
    } finally {
      setBusy(false)
    }
  }
  return (
    <div>
      <button type="button" className="btn btn-line btn-s" aria-busy={isBusy} onClick={() => void again()}>
        {isBusy ? 'Filling the cart' : 'The same again'}
        <span className="vh"> as {order.number}</span>
      </button>
      {because !== undefined && (
        <p className="error" role="alert">
          {because}
        </p>
      )}
    </div>
  )
}
