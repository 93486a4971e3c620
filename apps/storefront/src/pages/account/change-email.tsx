import { browserCarrier, createClient } from '@flora/client/client.ts'
import type { Account } from '@flora/contract/identity.ts'
import { type FormEvent, type JSX, useState } from 'react'
import { TextField } from '../../components/text-field.tsx'
import { emailFault } from '../../words/email-fault.ts'
import { PasswordField } from '../sign-in/password-field.tsx'
import { Refused } from '../sign-in/refused.tsx'
import { saidOf, useAsking } from '../sign-in/use-asking.ts'
import { Unfold } from './unfold.tsx'

/** Another address: it is used once the link that goes there was followed. */
export function ChangeEmail({ account }: { account: Account }): JSX.Element {
  const [said, setSaid] = useState<string>()
  return (
    <section className="acc-part" aria-labelledby="sec-email-head">
      <h2 id="sec-email-head">E-mail</h2>
      <p>{account.email}</p>
      <div role="status">
        {said !== undefined && (
          <div className="banner sage">
            <p>
              <b>Look in that inbox.</b> {said}
            </p>
          </div>
        )}
      </div>
      {account.hasPassword ? (
        <Unfold label="Use another e-mail">
          {(fold) => (
            <EmailForm
              onLeave={fold}
              onSent={(message) => {
                setSaid(message)
                fold()
              }}
            />
          )}
        </Unfold>
      ) : (
        <p className="small soft">To change it, choose a password first: the change asks for it.</p>
      )}
    </section>
  )
}

function EmailForm({ onSent, onLeave }: { onSent: (message: string) => void; onLeave: () => void }): JSX.Element {
  const [email, setEmail] = useState('')
  const [password, setPassword] = useState('')
  const [faults, setFaults] = useState<{ email?: string | undefined; password?: string | undefined }>({})
  const [asking, run] = useAsking({ 'password-wrong': 'sec-email-password' })
  const wrong = saidOf(asking, 'password-wrong')

  async function save(event: FormEvent): Promise<void> {
    event.preventDefault()
    const found = { email: emailFault(email), ...(password === '' && { password: 'Please type your password.' }) }
    setFaults(found)
    if (found.email !== undefined) return document.getElementById('sec-email')?.focus()
    if (found.password !== undefined) return document.getElementById('sec-email-password')?.focus()
    await run(async () => {
      const client = createClient(browserCarrier())
      onSent((await client.call('PUT /auth/email', { body: { email: email.trim(), password } })).message)
    })
  }

  return (
    <form className="acc-form stack" onSubmit={(event) => void save(event)} noValidate>
      <TextField
        id="sec-email"
        label="The new one"
        type="email"
        autoComplete="email"
        maxLength={254}
        value={email}
        fault={faults.email}
        onType={(typed) => {
          setEmail(typed)
          setFaults({ ...faults, email: undefined })
        }}
      />
      <PasswordField
        id="sec-email-password"
        label="Your password"
        autoComplete="current-password"
        value={password}
        fault={faults.password ?? wrong}
        onType={(typed) => {
          setPassword(typed)
          setFaults({ ...faults, password: undefined })
        }}
      />
      {wrong === undefined && <Refused asking={asking} opening="Not changed." />}
      <div className="acts">
        <button className="btn" aria-busy={asking.kind === 'busy'}>
          {asking.kind === 'busy' ? 'Sending' : 'Send a link there'}
        </button>
        <button type="button" className="btn btn-text" onClick={onLeave}>
          Leave it
        </button>
      </div>
    </form>
  )
}
