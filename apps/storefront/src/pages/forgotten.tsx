import { browserCarrier, createClient } from '@flora/client/client.ts'
import { type FormEvent, type JSX, useState } from 'react'
import { Link, useLocation } from 'react-router'
import { PageHead } from '../components/page-head.tsx'
import { TextField } from '../components/text-field.tsx'
import { emailFault } from '../words/email-fault.ts'
import { Refused } from './sign-in/refused.tsx'
import { SignFrame } from './sign-in/sign-frame.tsx'
import { useAsking } from './sign-in/use-asking.ts'

/** Asks for a link to choose a new password. */
export function Component(): JSX.Element {
  const { search } = useLocation()
  const [email, setEmail] = useState('')
  const [fault, setFault] = useState<string>()
  const [said, setSaid] = useState<string>()
  const [asking, run] = useAsking()

  async function send(event: FormEvent): Promise<void> {
    event.preventDefault()
    const found = emailFault(email)
    setFault(found)
    if (found !== undefined) return document.getElementById('forgotten-email')?.focus()
    await run(async () => {
      const client = createClient(browserCarrier())
      setSaid((await client.call('POST /auth/forgotten', { body: { email: email.trim() } })).message)
    })
  }

  return (
    <SignFrame heading="It happens to everyone." lead="We’ll send a link to choose a new password.">
      <PageHead title="Choose a new password" path="/forgotten" noIndex />
      <form className="stack" onSubmit={(event) => void send(event)} noValidate>
        <TextField
          id="forgotten-email"
          label="E-mail"
          type="email"
          autoComplete="username"
          maxLength={254}
          value={email}
          fault={fault}
          onType={(typed) => {
            setEmail(typed)
            setFault(undefined)
          }}
        />
        <button className="btn btn-wide" aria-busy={asking.kind === 'busy'}>
          {asking.kind === 'busy' ? 'Sending' : 'Send me the link'}
        </button>
        <div role="status">
          {said !== undefined && (
            <div className="banner sage">
              <p>
                <b>Look in your inbox.</b> {said}
              </p>
            </div>
          )}
        </div>
        <Refused asking={asking} opening="That couldn’t be sent." />
        <p className="small">
          It came back to you? <Link to={`/sign-in${search}`}>Sign in</Link>.
        </p>
      </form>
    </SignFrame>
  )
}
