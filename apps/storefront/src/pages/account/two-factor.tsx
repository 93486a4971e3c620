import { browserCarrier, createClient } from '@flora/client/client.ts'
import type { Account } from '@flora/contract/identity.ts'
import { type FormEvent, type JSX, useEffect, useRef, useState } from 'react'
import { TextField } from '../../components/text-field.tsx'
import { toast } from '@flora/ui/toasts.tsx'
import { PasswordField } from '../sign-in/password-field.tsx'
import { Refused } from '../sign-in/refused.tsx'
import { saidOf, useAsking } from '../sign-in/use-asking.ts'
import { ConfirmTwoFactor, type TwoFactorKey } from './confirm-two-factor.tsx'
import { Unfold } from './unfold.tsx'

interface TwoFactorProps {
  readonly account: Account
  readonly onChanged: () => Promise<void>
}

/** A second factor: a code from a telephone besides the password. */
export function TwoFactor({ account, onChanged }: TwoFactorProps): JSX.Element {
  const [codes, setCodes] = useState<readonly string[]>()
  return (
    <section className="acc-part" aria-labelledby="sec-two">
      <h2 id="sec-two">A code from your phone</h2>
      <p className="small soft">
        {account.hasTwoFactor
          ? 'It’s on: signing in asks for a code from your authenticator.'
          : 'With it, somebody who learns your password still can’t come in.'}
      </p>
      {codes !== undefined && <RecoveryCodes codes={codes} />}
      {account.hasTwoFactor ? (
        <Unfold key="off" label="Switch it off">
          {(fold) => (
            <EndTwoFactor
              onLeave={fold}
              onEnded={async () => {
                setCodes(undefined)
                fold()
                await onChanged()
              }}
            />
          )}
        </Unfold>
      ) : (
        codes === undefined && (
          <Unfold key="on" label="Set it up">
            {(fold) => (
              <BeginTwoFactor
                hasPassword={account.hasPassword}
                onLeave={fold}
                onConfirmed={async (recovery) => {
                  setCodes(recovery)
                  await onChanged()
                }}
              />
            )}
          </Unfold>
        )
      )}
    </section>
  )
}

function RecoveryCodes({ codes }: { codes: readonly string[] }): JSX.Element {
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => box.current?.focus(), [])
  async function copy(): Promise<void> {
    await navigator.clipboard.writeText(codes.join('\n')).then(
      () => toast({ words: 'Copied. Keep them where the phone isn’t.' }),
      () => toast({ words: 'Your browser keeps its clipboard to itself. Please write them down.' }),
    )
  }
  return (
    <div className="acc-form stack" role="status" tabIndex={-1} ref={box}>
      <p>
        <b>It’s on.</b> Print these or write them down: each signs you in once when the phone is elsewhere. We can’t
        show them again.
      </p>
      <ul className="acc-codes">
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ul>
      <p>
        <button type="button" className="btn btn-text" onClick={() => void copy()}>
          Copy them
        </button>
      </p>
    </div>
  )
}

interface BeginTwoFactorProps {
  readonly hasPassword: boolean
  readonly onConfirmed: (recoveryCodes: readonly string[]) => Promise<void>
  readonly onLeave: () => void
}

function BeginTwoFactor({ hasPassword, onConfirmed, onLeave }: BeginTwoFactorProps): JSX.Element {
  const [password, setPassword] = useState('')
  const [key, setKey] = useState<TwoFactorKey>()
  const [asking, run] = useAsking({ 'password-wrong': 'sec-two-password' })
  const wrong = saidOf(asking, 'password-wrong')

  async function begin(event: FormEvent): Promise<void> {
    event.preventDefault()
    if (hasPassword && password === '') return document.getElementById('sec-two-password')?.focus()
    await run(async () =>
      setKey(await createClient(browserCarrier()).call('POST /auth/two-factor', { body: { password } })),
    )
  }

  if (key !== undefined) return <ConfirmTwoFactor {...key} onConfirmed={onConfirmed} onLeave={onLeave} />
  return (
    <form className="acc-form stack" onSubmit={(event) => void begin(event)} noValidate>
      <p>You need an authenticator: an app on your phone, or the password keeper you use.</p>
      {hasPassword && (
        <PasswordField
          id="sec-two-password"
          label="Your password"
          autoComplete="current-password"
          value={password}
          fault={wrong}
          onType={setPassword}
        />
      )}
      {wrong === undefined && <Refused asking={asking} opening="Not yet." />}
      <div className="acts">
        <button className="btn" aria-busy={asking.kind === 'busy'}>
          {asking.kind === 'busy' ? 'Making a key' : 'Make a key'}
        </button>
        <button type="button" className="btn btn-text" onClick={onLeave}>
          Leave it
        </button>
      </div>
    </form>
  )
}

function EndTwoFactor({ onEnded, onLeave }: { onEnded: () => Promise<void>; onLeave: () => void }): JSX.Element {
  const [code, setCode] = useState('')
  const [asking, run] = useAsking({ 'code-wrong': 'sec-two-end' })
  const wrong = saidOf(asking, 'code-wrong')

  async function end(event: FormEvent): Promise<void> {
    event.preventDefault()
    if (code.trim().length < 6) return document.getElementById('sec-two-end')?.focus()
    await run(async () => {
      await createClient(browserCarrier()).call('POST /auth/two-factor/end', { body: { code: code.trim() } })
      toast({ words: 'Off. The password alone lets you in now.' })
      await onEnded()
    })
  }

  return (
    <form className="acc-form stack" onSubmit={(event) => void end(event)} noValidate>
      <TextField
        id="sec-two-end"
        label="A code, to switch it off"
        inputMode="numeric"
        autoComplete="one-time-code"
        maxLength={20}
        value={code}
        fault={wrong}
        hint="Six digits from the authenticator, or a recovery code."
        onType={setCode}
      />
      {wrong === undefined && <Refused asking={asking} opening="Still on." />}
      <div className="acts">
        <button className="btn" aria-busy={asking.kind === 'busy'}>
          {asking.kind === 'busy' ? 'Switching off' : 'Switch it off'}
        </button>
        <button type="button" className="btn btn-text" onClick={onLeave}>
          Leave it on
        </button>
      </div>
    </form>
  )
}
