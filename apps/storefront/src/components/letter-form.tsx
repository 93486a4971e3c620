import { browserCarrier, createClient } from '@flora/client/client.ts'
import { newsletterWording } from '@flora/contract/newsletter-wording.ts'
import { type FormEvent, type JSX, useId, useState } from 'react'
import { problemOf } from '../pages/cart/problem-of.ts'
import { emailFault } from '../words/email-fault.ts'
import { TextField } from './text-field.tsx'

type State = { kind: 'ready' | 'busy' } | { kind: 'sent' | 'refused'; sentence: string }

/** At the foot of every page: asks for the monthly letter. It comes once the address itself has said yes. */
export function LetterForm(): JSX.Element {
  const id = useId()
  const [email, setEmail] = useState('')
  const [fault, setFault] = useState<string>()
  const [state, setState] = useState<State>({ kind: 'ready' })

  async function send(event: FormEvent): Promise<void> {
    event.preventDefault()
    if (state.kind === 'busy') return
    const found = emailFault(email)
    setFault(found)
    if (found !== undefined) return document.getElementById(id)?.focus()
    setState({ kind: 'busy' })
    try {
      const body = { email: email.trim(), wording: newsletterWording } as const
      const { message } = await createClient(browserCarrier()).call('POST /newsletter', { body })
      setState({ kind: 'sent', sentence: message })
    } catch (error) {
      setState({ kind: 'refused', sentence: problemOf(error).detail })
    }
  }

  return (
    <section aria-labelledby={`${id}-head`}>
      <h2 id={`${id}-head`}>A letter, monthly</h2>
      <p className="small soft">What’s in season, what isn’t, and why.</p>
      <form className="stack-s foot-letter" onSubmit={(event) => void send(event)} noValidate>
        {state.kind !== 'sent' && (
          <>
            <TextField
              id={id}
              label="E-mail"
              type="email"
              autoComplete="email"
              maxLength={254}
              value={email}
              fault={fault}
              hint={newsletterWording}
              onType={(typed) => {
                setEmail(typed)
                setFault(undefined)
              }}
            />
            <button className="btn btn-line" aria-busy={state.kind === 'busy'}>
              {state.kind === 'busy' ? 'Sending' : 'Send me the letter'}
            </button>
          </>
        )}
        <div role="status">
          {state.kind === 'sent' && (
            <p>
              <b>Look in your inbox.</b> {state.sentence}
            </p>
          )}
        </div>
        <div role="alert">{state.kind === 'refused' && <p className="error">{state.sentence}</p>}</div>
      </form>
    </section>
  )
}
