import { type FormEvent, type JSX, useId, useRef, useState } from 'react'
import { price } from '../../words/money.ts'
import type { CartDesk } from './use-cart-desk.ts'

/** A promotion code or a gift card; the shop finds out which it is, and says why one does not help. */
export function CodeForm({ desk }: { desk: CartDesk }): JSX.Element {
  const { cart, refused, busy } = desk
  const id = useId()
  const [typed, setTyped] = useState('')
  const [short, setShort] = useState(false)
  const input = useRef<HTMLInputElement>(null)
  const error = short ? 'Please type the code first.' : refused?.what === 'code' ? refused.problem.detail : undefined

  async function apply(event: FormEvent): Promise<void> {
    event.preventDefault()
    const code = typed.trim()
    setShort(code.length < 3)
    if (code.length < 3) return input.current?.focus()
    const after = await desk.change('code', (client) => client.call('PUT /cart/code', { body: { code } }))
    if (after !== undefined) setTyped('')
    input.current?.focus()
  }

  return (
    <details className="code" open={cart.promotion !== undefined || cart.giftCard !== undefined || undefined}>
      <summary>Promotion code or gift card</summary>
      <AppliedCodes desk={desk} />
      <form className="row-in" onSubmit={(event) => void apply(event)} noValidate>
        <div className="field">
          <label htmlFor={id}>Code</label>
          <input
            className="input"
            id={id}
            ref={input}
            value={typed}
            autoCapitalize="characters"
            autoComplete="off"
            spellCheck={false}
            maxLength={40}
            aria-invalid={error !== undefined}
            aria-describedby={error === undefined ? undefined : `${id}-error`}
            onChange={(event) => {
              setTyped(event.target.value)
              setShort(false)
              if (refused?.what === 'code') desk.forgive()
            }}
          />
        </div>
        <button className="btn btn-line" aria-busy={busy.has('code')}>
          Apply
        </button>
      </form>
      {error !== undefined && (
        <p className="error" id={`${id}-error`} role="alert">
          {error}
        </p>
      )}
    </details>
  )
}

function AppliedCodes({ desk }: { desk: CartDesk }): JSX.Element {
  const { promotion, giftCard } = desk.cart
  function takeBack(kind: 'promotion' | 'gift-card'): void {
    void desk.change('code', (client) => client.call('DELETE /cart/code/:kind', { params: { kind } }))
  }

  return (
    <ul className="codes small">
      {promotion !== undefined && (
        <li>
          <span>
            <b>{promotion.code}</b> {promotion.because ?? promotion.label}
          </span>
          <button type="button" className="linkish" onClick={() => takeBack('promotion')}>
            Remove<span className="vh"> {promotion.code}</span>
          </button>
        </li>
      )}
      {giftCard !== undefined && (
        <li>
          <span>
            <b>Gift card ending {giftCard.ending}</b>{' '}
            {giftCard.because ?? `${price(giftCard.balance)} on it, ${price(giftCard.used)} used here`}
          </span>
          <button type="button" className="linkish" onClick={() => takeBack('gift-card')}>
            Remove<span className="vh"> gift card ending {giftCard.ending}</span>
          </button>
        </li>
      )}
    </ul>
  )
}
