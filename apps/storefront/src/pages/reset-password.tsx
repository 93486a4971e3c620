import { browserCarrier, createClient } from '@flora/client/client.ts'
import { passwordFault } from '@flora/contract/password-limits.ts'
import { type FormEvent, type JSX, useState } from 'react'
import { Link, useLocation } from 'react-router'
import { PageHead } from '../components/page-head.tsx'
import { HalfALink } from './sign-in/half-a-link.tsx'
import { PasswordField } from './sign-in/password-field.tsx'
import { Refused } from './sign-in/refused.tsx'
import { SecondFactor } from './sign-in/second-factor.tsx'
import { SignFrame } from './sign-in/sign-frame.tsx'
import { useGoOn } from './sign-in/signed-in.ts'
import { saidOf, useAsking } from './sign-in/use-asking.ts'
import { useLinkToken } from './sign-in/use-link-token.ts'

/** Behind the letter's link: a new password, and she is signed in. */
export function Component(): JSX.Element {
  const token = useLinkToken()
  const [ticket, setTicket] = useState<string>()
  return (
    <SignFrame heading="A new password." lead="Every other device is signed out when you choose it.">
      <PageHead title="Choose a new password" noIndex />
      {ticket !== undefined && <SecondFactor ticket={ticket} to="/account" />}
      {ticket === undefined && token.kind === 'half' && <HalfALink another={another} />}
      {ticket === undefined && token.kind === 'whole' && <ResetForm token={token.token} onTicket={setTicket} />}
    </SignFrame>
  )
}

const another = (
  <>
    Or <Link to="/forgotten">have a new one sent</Link>.
  </>
)

function ResetForm({ token, onTicket }: { token: string; onTicket: (ticket: string) => void }): JSX.Element {
  const { pathname } = useLocation()
  const [password, setPassword] = useState('')
  const [fault, setFault] = useState<string>()
  const [asking, run] = useAsking({ 'password-known': 'reset-password' })
  const goOn = useGoOn()
  const known = saidOf(asking, 'password-known')

  async function send(event: FormEvent): Promise<void> {
    event.preventDefault()
    const found = passwordFault(password)
    setFault(found)
    if (found !== undefined) return document.getElementById('reset-password')?.focus()
    await run(async () => {
      const answer = await createClient(browserCarrier()).call('POST /auth/reset', { body: { token, password } })
      if (answer.kind === 'second-factor') return onTicket(answer.ticket)
      await goOn(answer, '/account')
    })
  }

  return (
    <form className="stack" action={pathname} onSubmit={(event) => void send(event)} noValidate>
      <PasswordField
        id="reset-password"
        label="New password"
        autoComplete="new-password"
        value={password}
        fault={known ?? fault}
        hint="Ten characters or more. Four odd words beat one clever one."
        onType={(typed) => {
          setPassword(typed)
          setFault(undefined)
        }}
      />
      <button className="btn btn-wide" aria-busy={asking.kind === 'busy'}>
        {asking.kind === 'busy' ? 'Saving' : 'Save and sign in'}
      </button>
      {known === undefined && <Refused asking={asking} opening="Not with this link." />}
      {saidOf(asking, 'link-not-valid') !== undefined && <p className="small">{another}</p>}
    </form>
  )
}
