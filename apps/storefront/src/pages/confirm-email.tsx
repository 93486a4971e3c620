import { browserCarrier, createClient } from '@flora/client/client.ts'
import type { JSX } from 'react'
import { Link } from 'react-router'
import { FollowLink } from './sign-in/follow-link.tsx'

/** The link in the letter to a new address. */
export function Component(): JSX.Element {
  return (
    <FollowLink
      title="Confirm your new e-mail"
      heading="Your new address."
      lead="Press once, and your account moves to it."
      press="Use this address"
      pressing="Moving it"
      another={
        <>
          You can ask for another one under <Link to="/account/security">Signing in</Link>.
        </>
      }
      follow={(token) => createClient(browserCarrier()).call('POST /auth/email/confirmation', { body: { token } })}
    />
  )
}
