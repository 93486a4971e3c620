import { browserCarrier, createClient } from '@flora/client/client.ts'
import { passwordFault } from '@flora/contract/password-limits.ts'
import { type FormEvent, type JSX, useState } from 'react'
import { Link, useLocation } from 'react-router'
import { PageHead } from '../components/page-head.tsx'
import { TextField } from '../components/text-field.tsx'
import { emailFault } from '../words/email-fault.ts'
import type { Newcomer } from './order/after-order.tsx'
import { PasswordField } from './sign-in/password-field.tsx'
import { Refused } from './sign-in/refused.tsx'
import { SignFrame } from './sign-in/sign-frame.tsx'
import { saidOf, useAsking } from './sign-in/use-asking.ts'

interface Faults {
  readonly name?: string | undefined
  readonly email?: string | undefined
  readonly password?: string | undefined
}

/** Makes an account: the letter's link finishes it, so that nobody can take an address that isn't hers. */
export function Component(): JSX.Element {
  const [sentTo, setSentTo] = useState<string>()
  if (sentTo !== undefined)
    return (
      <SignFrame
        heading="One click left."
        lead={`We’ve written to ${sentTo}. Follow the link in the letter, and the account is yours.`}
      >
        <PageHead title="Look in your inbox" noIndex />
        <p className="small" role="status">
          The link works for a day. Nothing there? Look where junk goes, or{' '}
          <button type="button" className="linkish" onClick={() => setSentTo(undefined)}>
            type the address again
          </button>
          .
        </p>
      </SignFrame>
    )
  return (
    <SignFrame
      heading="An account, for next time."
      lead="Your dates, addresses and orders in one place. Nothing else happens: no letters you didn’t ask for."
    >
      <PageHead title="Make an account" path="/register" noIndex />
      <RegisterForm onSent={setSentTo} />
    </SignFrame>
  )
}

function RegisterForm({ onSent }: { onSent: (email: string) => void }): JSX.Element {
  const { search, state } = useLocation()
  const [typed, setTyped] = useState({ name: '', email: '', password: '', ...newcomerIn(state) })
  const [faults, setFaults] = useState<Faults>({})
  const [asking, run] = useAsking({ 'password-known': 'register-password' })
  const known = saidOf(asking, 'password-known')
  const type = (field: keyof Faults) => (value: string) => {
    setTyped({ ...typed, [field]: value })
    setFaults({ ...faults, [field]: undefined })
  }

  async function send(event: FormEvent): Promise<void> {
    event.preventDefault()
    const found: Faults = {
      ...(typed.name.trim() === '' && { name: 'Please tell us your name.' }),
      email: emailFault(typed.email),
      password: passwordFault(typed.password),
    }
    setFaults(found)
    const first = (['name', 'email', 'password'] as const).find((field) => found[field] !== undefined)
    if (first) return document.getElementById(`register-${first}`)?.focus()
    await run(async () => {
      const body = { name: typed.name.trim(), email: typed.email.trim(), password: typed.password }
      await createClient(browserCarrier()).call('POST /auth/register', { body })
      onSent(body.email)
    })
  }

  return (
    <form className="stack" onSubmit={(event) => void send(event)} noValidate>
      <TextField
        id="register-name"
        label="Your name"
        autoComplete="name"
        maxLength={80}
        value={typed.name}
        fault={faults.name}
        onType={type('name')}
      />
      <TextField
        id="register-email"
        label="E-mail"
        type="email"
        autoComplete="username"
        maxLength={254}
        value={typed.email}
        fault={faults.email}
        onType={type('email')}
      />
      <PasswordField
        id="register-password"
        label="A password"
        autoComplete="new-password"
        value={typed.password}
        fault={known ?? faults.password}
        hint="Ten characters or more. Four odd words beat one clever one."
        onType={type('password')}
      />
      <button className="btn btn-wide" aria-busy={asking.kind === 'busy'}>
        {asking.kind === 'busy' ? 'Making it' : 'Make an account'}
      </button>
      {known === undefined && <Refused asking={asking} opening="Not yet." />}
      <p className="small">
        You have one? <Link to={`/sign-in${search}`}>Sign in</Link>. What we keep is in{' '}
        <Link to="/pages/privacy">our privacy page</Link>.
      </p>
    </form>
  )
}

// An order's page knows the name and e-mail that were typed a moment ago.
function newcomerIn(state: unknown): Partial<Newcomer> {
  if (typeof state !== 'object' || state === null) return {}
  const { name, email } = state as Partial<Record<keyof Newcomer, unknown>>
  return typeof name === 'string' && typeof email === 'string' ? { name, email } : {}
}
