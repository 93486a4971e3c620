import { browserCarrier, createClient } from '@flora/client/client.ts'
import { passwordFault } from '@flora/contract/password-limits.ts'
import { type FormEvent, type JSX, useEffect, useState } from 'react'
import { Link } from 'react-router'
import { PageHead } from '../components/page-head.tsx'
import { TextField } from '../components/text-field.tsx'
import { HalfALink } from './sign-in/half-a-link.tsx'
import { PasswordField } from './sign-in/password-field.tsx'
import { Refused } from './sign-in/refused.tsx'
import { SignFrame } from './sign-in/sign-frame.tsx'
import { useGoOn } from './sign-in/signed-in.ts'
import { saidOf, useAsking } from './sign-in/use-asking.ts'
import { useLinkToken } from './sign-in/use-link-token.ts'

/** Behind the letter that asks somebody to work here: she takes the role, with an account she has or a new one. */
export function Component(): JSX.Element {
  const link = useLinkToken()
  const [message, setMessage] = useState<string>()
  return (
    <SignFrame heading="Come and work with us." lead="Take the role, and the Studio opens for you.">
      <PageHead title="An invitation to work here" noIndex />
      {message !== undefined ? (
        <div className="banner sage" role="status">
          <p>
            <b>Welcome.</b> {message} <Link to="/sign-in?to=/studio">Sign in</Link>.
          </p>
        </div>
      ) : link.kind === 'half' ? (
        <HalfALink another="Or ask whoever invited you for another one." />
      ) : (
        <AcceptForm token={link.kind === 'whole' ? link.token : undefined} onTaken={setMessage} />
      )}
    </SignFrame>
  )
}

interface AcceptFormProps {
  /** Absent until the browser has read it. */
  readonly token: string | undefined
  readonly onTaken: (message: string) => void
}

// Only the shop knows whether the address has an account, and it says so to the owner of the letter alone: when she takes the role.
function AcceptForm({ token, onTaken }: AcceptFormProps): JSX.Element {
  const [isNew, setNew] = useState(false)
  const [typed, setTyped] = useState<Newcomer>({ name: '', password: '' })
  const [faults, setFaults] = useState<Partial<Newcomer>>({})
  const [asking, run] = useAsking({ 'password-known': 'accept-password' })
  const goOn = useGoOn()
  const known = saidOf(asking, 'password-known')
  const isAsked = saidOf(asking, 'name-and-password-needed') !== undefined
  useEffect(() => {
    if (isAsked) setNew(true)
  }, [isAsked])
  useEffect(() => {
    if (isNew) document.getElementById('accept-name')?.focus()
  }, [isNew])

  async function accept(event: FormEvent): Promise<void> {
    event.preventDefault()
    if (token === undefined) return
    const found = isNew ? faultsOf(typed) : {}
    setFaults(found)
    if (found.name !== undefined) return document.getElementById('accept-name')?.focus()
    if (found.password !== undefined) return document.getElementById('accept-password')?.focus()
    await run(async () => {
      const body = { token, ...(isNew && { name: typed.name.trim(), password: typed.password }) }
      const answer = await createClient(browserCarrier()).call('POST /staff/invitations/accept', { body })
      if (answer.kind === 'role-taken') return onTaken(answer.message)
      await goOn(answer, '/studio')
    })
  }

  return (
    <form className="stack" onSubmit={(event) => void accept(event)} noValidate>
      {isNew && (
        <NewcomerFields
          typed={typed}
          faults={{ ...faults, ...(known !== undefined && { password: known }) }}
          onType={(field, value) => {
            setTyped({ ...typed, [field]: value })
            const { [field]: _, ...rest } = faults
            setFaults(rest)
          }}
        />
      )}
      <button className="btn btn-wide" aria-busy={asking.kind === 'busy'} disabled={token === undefined}>
        {asking.kind === 'busy' ? 'Taking it' : isNew ? 'Start here' : 'Take the role'}
      </button>
      {!isAsked && known === undefined && <Refused asking={asking} opening="Not with this link." />}
    </form>
  )
}

interface Newcomer {
  readonly name: string
  readonly password: string
}

interface NewcomerFieldsProps {
  readonly typed: Newcomer
  readonly faults: Partial<Newcomer>
  readonly onType: (field: keyof Newcomer, value: string) => void
}

function NewcomerFields({ typed, faults, onType }: NewcomerFieldsProps): JSX.Element {
  return (
    <>
      <p>You’re new here: choose a name for the others to see, and a password.</p>
      <TextField
        id="accept-name"
        label="Your name"
        autoComplete="name"
        maxLength={80}
        value={typed.name}
        fault={faults.name}
        onType={(value) => onType('name', value)}
      />
      <PasswordField
        id="accept-password"
        label="A password"
        autoComplete="new-password"
        value={typed.password}
        fault={faults.password}
        hint="Ten characters or more. Four odd words beat one clever one."
        onType={(value) => onType('password', value)}
      />
    </>
  )
}

function faultsOf({ name, password }: Newcomer): Partial<Newcomer> {
  const fault = passwordFault(password)
  return {
    ...(name.trim() === '' && { name: 'Please tell us your name.' }),
    ...(fault !== undefined && { password: fault }),
  }
}
