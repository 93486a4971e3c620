import { browserCarrier, createClient } from '@flora/client/client.ts'
import { type FormEvent, type JSX, useEffect, useState } from 'react'
import { Link, useLoaderData, useLocation, type LoaderFunctionArgs } from 'react-router'
import { orNothing } from '../ask-shop.ts'
import { PageHead } from '../components/page-head.tsx'
import { TextField } from '../components/text-field.tsx'
import { visitContext } from '../visit.ts'
import { emailFault } from '../words/email-fault.ts'
import { PasswordField } from './sign-in/password-field.tsx'
import { providerNews } from './sign-in/provider-news.ts'
import { Refused } from './sign-in/refused.tsx'
import { SecondFactor } from './sign-in/second-factor.tsx'
import { SignFrame } from './sign-in/sign-frame.tsx'
import { useGoOn } from './sign-in/signed-in.ts'
import { saidOf, useAsking } from './sign-in/use-asking.ts'
import { tokenIn, wayOn } from './sign-in/way-on.ts'

interface Providers {
  readonly providers: readonly { readonly name: string; readonly startUrl: string }[]
}

export async function loader({ context }: LoaderFunctionArgs): Promise<Providers> {
  // Without its other doors the page still has its own.
  return { providers: (await orNothing(context.get(visitContext).client.call('GET /auth/providers', {}))) ?? [] }
}

/** Sign in by e-mail and password or by a provider; a second step for those who want one. */
export function Component(): JSX.Element {
  const { search, hash } = useLocation()
  const [ticket, setTicket] = useState<string>()
  // A provider's sign-in comes back with a ticket for the second step behind the #, which only the browser sees, and not for long.
  useEffect(() => {
    const brought = tokenIn(hash)
    if (brought === undefined) return
    setTicket(brought)
    history.replaceState(history.state, '', location.pathname + location.search)
  }, [hash])
  const to = wayOn(search)
  const problem = new URLSearchParams(search).get('problem')
  const news = problem === null ? undefined : providerNews(problem)
  if (ticket !== undefined)
    return (
      <SignFrame heading="One more thing." lead="The code that your authenticator shows right now.">
        <PageHead title="Sign in" noIndex />
        <SecondFactor ticket={ticket} to={to} />
      </SignFrame>
    )
  return (
    <SignFrame
      heading="Sign in, or don’t."
      lead="You don’t need an account to buy. It’s handy for dates, addresses and orders."
    >
      <PageHead title="Sign in" path="/sign-in" noIndex />
      {news !== undefined && (
        <div className={`banner ${news.tint}`} role="status">
          <p>
            <b>{news.opening}</b> {news.sentence}
          </p>
        </div>
      )}
      <SignInForm to={to} search={search} onTicket={setTicket} />
    </SignFrame>
  )
}

interface SignInFormProps {
  readonly to: string
  readonly search: string
  readonly onTicket: (ticket: string) => void
}

function SignInForm({ to, search, onTicket }: SignInFormProps): JSX.Element {
  const { providers } = useLoaderData<typeof loader>()
  const [email, setEmail] = useState('')
  const [password, setPassword] = useState('')
  const [fault, setFault] = useState<{ email?: string | undefined; password?: string | undefined }>({})
  const [asking, run] = useAsking({ 'sign-in-wrong': 'sign-password' })
  const goOn = useGoOn()
  const isWrong = saidOf(asking, 'sign-in-wrong') !== undefined

  async function send(event: FormEvent): Promise<void> {
    event.preventDefault()
    const found = { email: emailFault(email), ...(password === '' && { password: 'Please type your password.' }) }
    setFault(found)
    if (found.email !== undefined) return document.getElementById('sign-email')?.focus()
    if (found.password !== undefined) return document.getElementById('sign-password')?.focus()
    await run(async () => {
      const answer = await createClient(browserCarrier()).call('POST /auth/login', {
        body: { email: email.trim(), password },
      })
      if (answer.kind === 'second-factor') return onTicket(answer.ticket)
      await goOn(answer, to)
    })
  }

  return (
    <form className="stack" onSubmit={(event) => void send(event)} noValidate>
      <TextField
        id="sign-email"
        label="E-mail"
        type="email"
        autoComplete="username"
        maxLength={254}
        value={email}
        fault={fault.email}
        onType={(typed) => {
          setEmail(typed)
          setFault({ ...fault, email: undefined })
        }}
      />
      <PasswordField
        id="sign-password"
        label="Password"
        autoComplete="current-password"
        value={password}
        fault={isWrong ? <WrongPair search={search} /> : fault.password}
        onType={(typed) => {
          setPassword(typed)
          setFault({ ...fault, password: undefined })
        }}
      />
      <button className="btn btn-wide" aria-busy={asking.kind === 'busy'}>
        {asking.kind === 'busy' ? 'Signing in' : 'Sign in'}
      </button>
      {!isWrong && <Refused asking={asking} opening="Not yet." />}
      {providers.length > 0 && (
        <p className="or">
          <span>or</span>
        </p>
      )}
      {providers.map(({ name, startUrl }) => (
        // A plain navigation: the provider's pages are its own.
        <a key={startUrl} className="btn btn-line btn-wide" href={`${startUrl}?to=${encodeURIComponent(to)}`}>
          Continue with {name}
        </a>
      ))}
      <p className="small">
        New here? <Link to={`/register${search}`}>Make an account</Link>. Forgot the password?{' '}
        <Link to={`/forgotten${search}`}>Choose another one</Link>. Lost an order?{' '}
        <Link to="/find-order">Have its link sent again</Link>.
      </p>
    </form>
  )
}

function WrongPair({ search }: { search: string }): JSX.Element {
  return (
    <>
      That e-mail and password don’t match. Check the e-mail first, then{' '}
      <Link to={`/forgotten${search}`}>choose a new password</Link>. Just made the account? Follow the link in our
      letter first.
    </>
  )
}
