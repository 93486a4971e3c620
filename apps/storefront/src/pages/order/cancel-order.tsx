import { browserCarrier, createClient } from '@flora/client/client.ts'
import type { OrderView } from '@flora/contract/orders.ts'
import { type JSX, useRef, useState } from 'react'
import { cents } from '../../words/money.ts'
import { inWords } from '../cart/cart-words.ts'
import { problemOf } from '../cart/problem-of.ts'
import { wallWords } from './order-stops.ts'

interface CancelOrderProps {
  readonly order: OrderView
  readonly timeZone: string
  readonly onCancelled: (order: OrderView) => void
}

const longestReason = 200

/** Cancelling: open until the cut-off, asked once more, refunded in full. When it is closed the shop says why. */
export function CancelOrder({ order, timeZone, onCancelled }: CancelOrderProps): JSX.Element | null {
  const dialog = useRef<HTMLDialogElement>(null)
  const head = useRef<HTMLHeadingElement>(null)
  const may = order.can.cancel
  if (order.status === 'CANCELLED' || order.status === 'REFUNDED') return null

  function open(): void {
    if (!may.ok) return
    dialog.current?.showModal()
    head.current?.focus()
  }

  return (
    <div>
      <button
        type="button"
        className={may.ok ? 'btn btn-line' : 'btn'}
        aria-disabled={may.ok ? undefined : true}
        aria-describedby="cancel-why"
        onClick={open}
      >
        Cancel the order
      </button>
      <span className="why" id="cancel-why">
        {may.ok
          ? order.cancelUntil === undefined
            ? 'All of it goes back to you.'
            : `Free until ${wallWords(order.cancelUntil, timeZone)}.`
          : may.because}
      </span>
      <dialog className="dialog" ref={dialog} aria-labelledby="cancel-head">
        <CancelForm
          order={order}
          head={
            <h2 className="d cancel-head" id="cancel-head" ref={head} tabIndex={-1}>
              Cancel order {order.number}?
            </h2>
          }
          onKeep={() => dialog.current?.close()}
          onCancelled={(now) => {
            dialog.current?.close()
            onCancelled(now)
          }}
        />
      </dialog>
    </div>
  )
}

interface CancelFormProps {
  readonly order: OrderView
  readonly head: JSX.Element
  readonly onKeep: () => void
  readonly onCancelled: (order: OrderView) => void
}

function CancelForm({ order, head, onKeep, onCancelled }: CancelFormProps): JSX.Element {
  const [reason, setReason] = useState('')
  const [busy, setBusy] = useState(false)
  const [because, setBecause] = useState<string>()
  const paid = order.payment.paid

  async function cancel(): Promise<void> {
    if (busy) return
    setBusy(true)
    setBecause(undefined)
    try {
      const typed = reason.trim()
      onCancelled(
        await createClient(browserCarrier()).call('POST /orders/:link/cancellation', {
          params: { link: order.link },
          body: typed === '' ? {} : { reason: typed },
        }),
      )
    } catch (error) {
      setBecause(problemOf(error).detail)
    } finally {
      setBusy(false)
    }
  }

  return (
    <>
      <header>{head}</header>
      <div className="stack">
        <p>
          {allOf(order.deliveries.length)} called off and the places go to somebody else.{' '}
          {paid.minor > 0
            ? `${cents(paid)} goes back to ${order.payment.method ?? 'you'}; banks take five to ten days to show it.`
            : 'Nothing has been charged.'}
        </p>
        <div className="field">
          <label htmlFor="cancel-reason">
            Is there a reason? <span className="opt">optional</span>
          </label>
          <input
            className="input"
            id="cancel-reason"
            value={reason}
            maxLength={longestReason}
            autoComplete="off"
            onChange={(event) => setReason(event.target.value)}
          />
        </div>
        {because !== undefined && (
          <p className="error" role="alert">
            {because}
          </p>
        )}
      </div>
      <footer>
        <button type="button" className="btn" aria-busy={busy} onClick={() => void cancel()}>
          {busy ? 'Cancelling it' : 'Cancel it'}
        </button>
        <button type="button" className="btn btn-line" onClick={onKeep}>
          Keep it
        </button>
      </footer>
    </>
  )
}

function allOf(deliveries: number): string {
  if (deliveries === 1) return 'The delivery is'
  return deliveries === 2 ? 'Both deliveries are' : `All ${inWords(deliveries)} deliveries are`
}
