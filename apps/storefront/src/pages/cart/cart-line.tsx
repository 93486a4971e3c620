import type { Cart, CartDelivery, CartLine } from '@flora/contract/cart.ts'
import { type JSX, useRef } from 'react'
import { Link } from 'react-router'
import { Picture } from '../../components/picture.tsx'
import { cents, price } from '../../words/money.ts'
import { dayWords, lineNote } from './cart-words.ts'
import { QuantityStepper } from './quantity-stepper.tsx'
import type { CartDesk } from './use-cart-desk.ts'

// The contract's limit; its module would bring a schema library into the page.
const mostOfOne = 24

interface CartLineRowProps {
  readonly line: CartLine
  readonly desk: CartDesk
  readonly onRemove: (line: CartLine) => void
}

/** One product in one delivery: how many, for how much, and where else it could go. */
export function CartLineRow({ line, desk, onRemove }: CartLineRowProps): JSX.Element {
  const { cart, refused } = desk
  return (
    <li className="cl" aria-busy={desk.busy.has(line.id)}>
      <span className={`plate ${line.tint}${line.problem === undefined ? '' : ' is-gone'}`}>
        <Picture picture={line.picture} sizes="88px" alt="" />
      </span>
      <div>
        <h3>
          <Link to={`/p/${line.slug}`}>{line.name}</Link>
        </h3>
        <p className="soft small">{lineNote(line, cart.lines)}</p>
        <div className="cl-act">
          <QuantityStepper
            name={line.name}
            quantity={line.quantity}
            most={mostOfOne}
            onChange={(quantity) =>
              void desk.change(line.id, (client) =>
                client.call('PATCH /cart/lines/:lineId', { params: { lineId: line.id }, body: { quantity } }),
              )
            }
          />
          <button type="button" className="btn btn-text small" onClick={() => onRemove(line)}>
            Remove<span className="vh"> {line.name}</span>
          </button>
          {line.goesWith === undefined && <MoveLine line={line} desk={desk} />}
        </div>
        {line.problem !== undefined && (
          <p className="error" role="status">
            {line.problem.message}
          </p>
        )}
        {refused?.what === line.id && (
          <p className="error" role="alert">
            {refused.problem.detail}
          </p>
        )}
      </div>
      <span className="price num">
        {cents(line.total)}
        {line.quantity > 1 && (
          <span className="xs soft cl-each">
            {line.quantity} × {price(line.unitPrice)}
          </span>
        )}
      </span>
    </li>
  )
}

/** Sends a line with another delivery of this cart, or makes one of its own for another day or door. */
function MoveLine({ line, desk }: { line: CartLine; desk: CartDesk }): JSX.Element | null {
  const box = useRef<HTMLDetailsElement>(null)
  const { cart } = desk
  const others = cart.deliveries.filter((delivery) => delivery.id !== line.deliveryId)
  const alone = cart.lines.every(
    (other) => other.deliveryId !== line.deliveryId || other.id === line.id || other.goesWith === line.id,
  )
  if (others.length === 0 && alone) return null

  function move(deliveryId: CartDelivery['id'] | 'new'): void {
    if (box.current) box.current.open = false
    void desk.change(line.id, (client) =>
      client.call('PATCH /cart/lines/:lineId', { params: { lineId: line.id }, body: { deliveryId } }),
    )
  }

  return (
    <details className="cl-move" ref={box}>
      <summary className="btn btn-text small">
        Send elsewhere<span className="vh">, {line.name}</span>
      </summary>
      <ul>
        {others.map((delivery) => (
          <li key={delivery.id}>
            <button type="button" className="linkish small" onClick={() => move(delivery.id)}>
              With delivery {numberOf(cart, delivery)}, {dayWords(delivery)}
            </button>
          </li>
        ))}
        {!alone && (
          <li>
            <button type="button" className="linkish small" onClick={() => move('new')}>
              In a delivery of its own
            </button>
          </li>
        )}
      </ul>
    </details>
  )
}

function numberOf(cart: Cart, delivery: CartDelivery): number {
  return cart.deliveries.indexOf(delivery) + 1
}
