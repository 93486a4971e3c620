import { browserCarrier, createClient } from '@flora/client/client.ts'
import type { JSX } from 'react'
import { Link } from 'react-router'
import { FollowLink } from './sign-in/follow-link.tsx'

/** The link in the letter after registering. */
export function Component(): JSX.Element {
  return (
    <FollowLink
      title="Confirm your e-mail"
      heading="There you are."
      lead="Press once, and the account is yours. What is in your cart comes along."
      press="Finish my account"
      pressing="Finishing"
      another={
        <>
          Followed it before? <Link to="/sign-in">Sign in</Link>. Or <Link to="/register">have a new one sent</Link>.
        </>
      }
      follow={(token) => createClient(browserCarrier()).call('POST /auth/verify', { body: { token } })}
    />
  )
}
