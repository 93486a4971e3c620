import { ApiProblem, browserCarrier, createClient } from '@flora/client/client.ts'
import type { Account, SignInReply } from '@flora/contract/identity.ts'
import { type JSX, type ReactNode, useEffect, useRef, useState } from 'react'
import { signedInAs, signOut } from '../asking/who.ts'
import { Button } from '../components/button.tsx'
import { TextField } from '../components/fields.tsx'
import { Refused } from '../components/trouble.tsx'
import { useTrying } from './use-trying.ts'

// Not the watched one: a wrong password is no ended session.
const client = createClient(browserCarrier())

interface Provider {
  readonly name: string
  readonly startUrl: string
}

/** Sign-in for who works here: password, second step, or a provider. `again` is who sat here a moment ago. */
export function SignIn({ again }: { again?: Account }): JSX.Element {
  const [ticket, setTicket] = useState<string>()
  function go(answer: SignInReply): void {
    if (answer.kind === 'second-factor') setTicket(answer.ticket)
    else signedInAs(answer.account)
  }
  if (ticket !== undefined)
    return (
      <Frame title="One more thing" lead="The code that your authenticator shows right now.">
        <SecondStep ticket={ticket} onDone={go} onBack={() => setTicket(undefined)} />
      </Frame>
    )
  return (
    <Frame
      title={again === undefined ? 'To work' : 'Still you?'}
      lead={
        again === undefined
          ? 'Sign in to see what is to be made and delivered.'
          : 'You were signed out. Your page is kept as it was.'
      }
    >
      <FirstStep email={again?.email ?? ''} onDone={go} />
    </Frame>
  )
}

/** Somebody is signed in who does not work here. */
export function NotStaff({ account }: { account: Account }): JSX.Element {
  return (
    <Frame title="This is the shop’s side">
      <p>
        You’re signed in as <b>{account.email}</b>, and that account has no role here. Ask the owner to invite you, or
        sign in with the address you work with.
      </p>
      <Button kind="ink" wide onPress={() => void signOut()}>
        Sign in as somebody else
      </Button>
      <p>
        <a href="/">Go to the shop</a>
      </p>
    </Frame>
  )
}

export function Frame({ title, lead, children }: { title: string; lead?: string; children: ReactNode }): JSX.Element {
  return (
    <main className="alone sign stack" id="main">
      <title>{`${title} · Flora Studio`}</title>
      <p className="mark">
        Flora <em>Studio</em>
      </p>
      <h1>{title}</h1>
      {lead !== undefined && <p className="soft">{lead}</p>}
      {children}
    </main>
  )
}

function FirstStep(props: { email: string; onDone: (answer: SignInReply) => void }): JSX.Element {
  const [email, setEmail] = useState(props.email)
  const [password, setPassword] = useState('')
  const [isShown, setShown] = useState(false)
  const [asking, run] = useTrying()
  const providers = useProviders()
  const here = encodeURIComponent(location.pathname + location.search)
  return (
    <>
      <form
        className="stack"
        noValidate
        onSubmit={run(async () =>
          props.onDone(await client.call('POST /auth/login', { body: { email: email.trim(), password } })),
        )}
      >
        <TextField
          label="E-mail"
          type="email"
          autoComplete="username"
          maxLength={254}
          value={email}
          onChange={setEmail}
        />
        <div className="shown">
          <PasswordField isShown={isShown} value={password} onChange={setPassword} />
          <Button onPress={() => setShown(!isShown)} label={isShown ? 'Hide password' : 'Show password'}>
            {isShown ? 'Hide' : 'Show'}
          </Button>
        </div>
        <Refused problem={asking.problem} opening="Not yet." />
        <Button type="submit" kind="ink" wide isBusy={asking.isBusy} busy="Signing in">
          Sign in
        </Button>
      </form>
      {providers.map(({ name, startUrl }) => (
        // A plain navigation: the provider's pages are its own.
        <a key={startUrl} className="btn btn-line btn-wide" href={`${startUrl}?to=${here}`}>
          Continue with {name}
        </a>
      ))}
      <p className="small">
        Forgotten? <a href={`/forgotten?to=${here}`}>Choose another password</a>.
      </p>
    </>
  )
}

export function PasswordField(props: {
  isShown: boolean
  value: string
  onChange: (typed: string) => void
}): JSX.Element {
  return (
    <div className="field">
      <label htmlFor="studio-password">Password</label>
      <input
        id="studio-password"
        className="input"
        type={props.isShown ? 'text' : 'password'}
        value={props.value}
        autoComplete="current-password"
        autoCapitalize="none"
        spellCheck={false}
        maxLength={300}
        onChange={(event) => props.onChange(event.target.value)}
      />
    </div>
  )
}

interface SecondStepProps {
  readonly ticket: string
  readonly onDone: (answer: SignInReply) => void
  readonly onBack: () => void
}

function SecondStep({ ticket, onDone, onBack }: SecondStepProps): JSX.Element {
  const [code, setCode] = useState('')
  const [asking, run] = useTrying()
  const form = useRef<HTMLFormElement>(null)
  // The form before this one is gone, and the one thing to do is here.
  useEffect(() => form.current?.querySelector('input')?.focus(), [])
  const isOver = asking.problem?.code === 'link-not-valid'
  return (
    <form
      className="stack"
      ref={form}
      noValidate
      onSubmit={run(async () =>
        onDone(await client.call('POST /auth/second-factor', { body: { ticket, code: code.trim() } })),
      )}
    >
      <TextField
        label="The six digits"
        inputMode="numeric"
        autoComplete="one-time-code"
        maxLength={20}
        value={code}
        hint="Your phone is elsewhere? A recovery code works here too, once."
        fault={asking.problem?.code === 'code-wrong' ? asking.problem.detail : undefined}
        onChange={setCode}
      />
      <Refused problem={asking.problem?.code === 'code-wrong' ? undefined : asking.problem} opening="Not yet." />
      <Button type="submit" kind="ink" wide isBusy={asking.isBusy} busy="Signing in">
        Sign in
      </Button>
      <Button kind="text" onPress={onBack}>
        {isOver ? 'That took too long. Begin again' : 'Back'}
      </Button>
    </form>
  )
}

// Without its other doors the page still has its own.
function useProviders(): readonly Provider[] {
  const [providers, setProviders] = useState<readonly Provider[]>([])
  useEffect(() => {
    client.call('GET /auth/providers', {}).then(setProviders, (error: unknown) => {
      if (!(error instanceof ApiProblem)) throw error
    })
  }, [])
  return providers
}
