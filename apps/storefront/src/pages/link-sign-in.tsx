import { browserCarrier, createClient } from '@flora/client/client.ts'
import type { JSX } from 'react'
import { Link } from 'react-router'
import { FollowLink } from './sign-in/follow-link.tsx'

/** The link that joins a provider to an account. */
export function Component(): JSX.Element {
  return (
    <FollowLink
      title="Join two ways in"
      heading="Two doors, one house."
      lead="Press once, and you can come in either way."
      press="Join them"
      pressing="Joining"
      another={
        <>
          <Link to="/sign-in">Sign in the way you tried</Link>, and we send another one.
        </>
      }
      follow={(token) => createClient(browserCarrier()).call('POST /auth/oidc/link', { body: { token } })}
    />
  )
}
