import { browserCarrier, createClient } from '@flora/client/client.ts'
import type { Account } from '@flora/contract/identity.ts'
import { passwordFault } from '@flora/contract/password-limits.ts'
import { type FormEvent, type JSX, useState } from 'react'
import { toast } from '@flora/ui/toasts.tsx'
import { PasswordField } from '../sign-in/password-field.tsx'
import { Refused } from '../sign-in/refused.tsx'
import { saidOf, useAsking } from '../sign-in/use-asking.ts'
import { Unfold } from './unfold.tsx'

interface ChangePasswordProps {
  readonly account: Account
  readonly onChanged: () => Promise<void>
}

/** A new password for the old one; for who came by a provider, a first one. */
export function ChangePassword({ account, onChanged }: ChangePasswordProps): JSX.Element {
  return (
    <section className="acc-part" aria-labelledby="sec-password">
      <h2 id="sec-password">Password</h2>
      <p className="small soft">
        {account.hasPassword
          ? 'Changing it signs every other device out.'
          : 'You have none: you come in by another door. With one you could come in either way.'}
      </p>
      <Unfold label={account.hasPassword ? 'Change the password' : 'Choose a password'}>
        {(fold) => (
          <PasswordForm
            hasPassword={account.hasPassword}
            onLeave={fold}
            onSaved={async () => {
              fold()
              await onChanged()
            }}
          />
        )}
      </Unfold>
    </section>
  )
}

interface PasswordFormProps {
  readonly hasPassword: boolean
  readonly onSaved: () => Promise<void>
  readonly onLeave: () => void
}

function PasswordForm({ hasPassword, onSaved, onLeave }: PasswordFormProps): JSX.Element {
  const [current, setCurrent] = useState('')
  const [password, setPassword] = useState('')
  const [faults, setFaults] = useState<{ current?: string | undefined; password?: string | undefined }>({})
  const [asking, run] = useAsking({ 'password-wrong': 'sec-current', 'password-known': 'sec-new' })
  const [wrong, known] = [saidOf(asking, 'password-wrong'), saidOf(asking, 'password-known')]

  async function save(event: FormEvent): Promise<void> {
    event.preventDefault()
    const found = {
      ...(hasPassword && current === '' && { current: 'Please type the one you have.' }),
      password: passwordFault(password),
    }
    setFaults(found)
    if (found.current !== undefined) return document.getElementById('sec-current')?.focus()
    if (found.password !== undefined) return document.getElementById('sec-new')?.focus()
    await run(async () => {
      await createClient(browserCarrier()).call('PUT /auth/password', { body: { current, password } })
      toast({ words: 'A new password. Every other device is signed out.' })
      await onSaved()
    })
  }

  return (
    <form className="acc-form stack" onSubmit={(event) => void save(event)} noValidate>
      {hasPassword && (
        <PasswordField
          id="sec-current"
          label="The one you have"
          autoComplete="current-password"
          value={current}
          fault={faults.current ?? wrong}
          onType={(typed) => {
            setCurrent(typed)
            setFaults({ ...faults, current: undefined })
          }}
        />
      )}
      <PasswordField
        id="sec-new"
        label={hasPassword ? 'A new one' : 'A password'}
        autoComplete="new-password"
        value={password}
        fault={faults.password ?? known}
        hint="Ten characters or more. Four odd words beat one clever one."
        onType={(typed) => {
          setPassword(typed)
          setFaults({ ...faults, password: undefined })
        }}
      />
      {wrong === undefined && known === undefined && <Refused asking={asking} opening="Not changed." />}
      <div className="acts">
        <button className="btn" aria-busy={asking.kind === 'busy'}>
          {asking.kind === 'busy' ? 'Saving' : 'Save the password'}
        </button>
        <button type="button" className="btn btn-text" onClick={onLeave}>
          Leave it
        </button>
      </div>
    </form>
  )
}
