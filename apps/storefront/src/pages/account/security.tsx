import type { Account, Session } from '@flora/contract/identity.ts'
import { type JSX, useState } from 'react'
import { useLoaderData, useRevalidator, type LoaderFunctionArgs } from 'react-router'
import { visitContext } from '../../visit.ts'
import { inWords } from '../cart/cart-words.ts'
import { AccountFrame } from './account-frame.tsx'
import { orSignIn } from './ask-account.ts'
import { ChangeEmail } from './change-email.tsx'
import { ChangePassword } from './change-password.tsx'
import { Devices } from './devices.tsx'
import { TwoFactor } from './two-factor.tsx'

interface Security {
  readonly account: Account
  readonly sessions: readonly Session[]
}

export async function loader({ context, request }: LoaderFunctionArgs): Promise<Security> {
  const { client } = context.get(visitContext)
  const account = await orSignIn(client.call('GET /auth/me', {}), request)
  return { account, sessions: await orSignIn(client.call('GET /auth/sessions', {}), request) }
}

/** How she comes in, where she is in, and how to put everyone else out. */
export function Component(): JSX.Element {
  const { account, sessions: loaded } = useLoaderData<typeof loader>()
  const { revalidate } = useRevalidator()
  // What was ended here, until the page is read anew.
  const [ended, setEnded] = useState<{ of: Security['sessions']; rest: Security['sessions'] }>()
  const sessions = ended?.of === loaded ? ended.rest : loaded
  return (
    <AccountFrame
      title="Signing in"
      heading={
        sessions.length === 1
          ? 'Signed in here, and nowhere else.'
          : `Signed in on ${inWords(sessions.length)} devices.`
      }
    >
      <Devices sessions={sessions} onSessions={(rest) => setEnded({ of: loaded, rest })} />
      <ChangePassword account={account} onChanged={revalidate} />
      <ChangeEmail account={account} />
      <TwoFactor account={account} onChanged={revalidate} />
      {account.providers.length > 0 && (
        <section className="acc-part" aria-labelledby="sec-providers">
          <h2 id="sec-providers">Other ways in</h2>
          <p>{account.providers.join(', ')}</p>
        </section>
      )}
    </AccountFrame>
  )
}
