import type { Account, Session } from '@flora/contract/identity.ts'
import type { JSX } from 'react'
import { useLoaderData, useRevalidator, type LoaderFunctionArgs } from 'react-router'
import { visitContext } from '../../visit.ts'
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
  const { account, sessions } = useLoaderData<typeof loader>()
  const { revalidate } = useRevalidator()
  return (
    <AccountFrame
      title="Signing in"
      heading={sessions.length === 1 ? 'Signed in here, and nowhere else.' : `Signed in on ${sessions.length} devices.`}
    >
      <Devices sessions={sessions} />
      <ChangePassword account={account} onChanged={revalidate} />
      <ChangeEmail account={account} />
      <TwoFactor account={account} onChanged={revalidate} />
      {account.providers.length > 0 && (
        <section className="acc-part" aria-labelledby="sec-providers">
          <h2 id="sec-providers" className="h3">
            Other ways in
          </h2>
          <p>{account.providers.join(', ')}</p>
        </section>
      )}
    </AccountFrame>
  )
}
