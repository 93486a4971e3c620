import { browserCarrier, createClient } from '@flora/client/client.ts'
import { type FormEvent, type JSX, type RefObject, useRef, useState } from 'react'
import { PageHead } from '../components/page-head.tsx'
import { afterPress } from '../components/payment/after-press.ts'
import { useShop } from '../components/shell.tsx'
import { problemOf } from './cart/problem-of.ts'
import { buyerFaults } from './checkout/faults.ts'
import { TextField } from '../components/text-field.tsx'
import './order/order.css'

type State =
  | { readonly kind: 'asking' }
  | { readonly kind: 'busy' }
  | { readonly kind: 'sent'; readonly message: string }
  | { readonly kind: 'refused'; readonly because: string }

/** Sends the links of somebody's orders to her e-mail; the page itself tells nobody anything. */
export function Component(): JSX.Element {
  const phone = useShop()?.facts.phone
  const [email, setEmail] = useState('')
  const [fault, setFault] = useState<string>()
  const [state, setState] = useState<State>({ kind: 'asking' })
  const said = useRef<HTMLDivElement>(null)

  async function send(event: FormEvent): Promise<void> {
    event.preventDefault()
    if (state.kind === 'busy') return
    const found = faultOf(email)
    setFault(found)
    if (found !== undefined) return document.getElementById('find-email')?.focus()
    setState({ kind: 'busy' })
    try {
      const { message } = await createClient(browserCarrier()).call('POST /orders/find', {
        body: { email: email.trim() },
      })
      setState({ kind: 'sent', message })
      said.current?.focus()
    } catch (error) {
      setState({ kind: 'refused', because: problemOf(error).detail })
    }
  }

  return (
    <div className="wrap">
      <PageHead
        title="Find an order"
        description="We send the private links of your orders to the e-mail you ordered with."
        path="/find-order"
        noIndex
      />
      <header className="page-head">
        <h1 className="h1-s">It’s in your e-mail. We’ll send it again.</h1>
        <p className="lead soft">
          Every order has a private link. Type the e-mail you ordered with, and the links of your orders go there.
        </p>
      </header>
      <form className="find-order" onSubmit={(event) => void send(event)} noValidate>
        <TextField
          id="find-email"
          label="Your e-mail"
          type="email"
          autoComplete="email"
          maxLength={254}
          value={email}
          fault={fault}
          onType={(typed) => {
            setEmail(typed)
            // A fault goes while the field is being mended; were it to go on leaving, the button would move under the finger.
            if (fault !== undefined && faultOf(typed) === undefined) setFault(undefined)
          }}
          onLeave={() => email !== '' && afterPress(() => setFault(faultOf(email)))}
        />
        <button className="btn" aria-busy={state.kind === 'busy'}>
          {state.kind === 'busy' ? 'Sending' : 'Send me the links'}
        </button>
        <Said state={state} box={said} />
        <p className="hint">
          We say the same whether we know the address or not, so that nobody can find out who orders flowers.
          {phone !== undefined && ` Or ring us: ${phone}.`}
        </p>
      </form>
    </div>
  )
}

function Said({ state, box }: { state: State; box: RefObject<HTMLDivElement | null> }): JSX.Element {
  return (
    <>
      <div ref={box} tabIndex={-1} role="status">
        {state.kind === 'sent' && (
          <div className="banner sage">
            <p>
              <b>Look in your inbox.</b> {state.message}
            </p>
          </div>
        )}
      </div>
      {state.kind === 'refused' && (
        <div className="banner blush" role="alert">
          <p>
            <b>That couldn’t be sent.</b> {state.because}
          </p>
        </div>
      )}
    </>
  )
}

function faultOf(email: string): string | undefined {
  return email.trim() === ''
    ? 'Please type the e-mail you ordered with.'
    : buyerFaults({ name: '', phone: '', email }).email
}
