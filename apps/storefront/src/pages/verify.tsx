import { ApiProblem, browserCarrier, createClient } from '@flora/client/client.ts'
import { type JSX, useState } from 'react'
import { Link } from 'react-router'
import { ChooseAtLink } from './sign-in/choose-at-link.tsx'
import { FollowLink } from './sign-in/follow-link.tsx'

/** The link in the letter after registering. Where somebody else may have asked, she chooses the password here. */
export function Component(): JSX.Element {
  const [toChooseFor, setToChooseFor] = useState<string>()
  if (toChooseFor !== undefined) return <ChooseAtLink token={toChooseFor} />
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
      follow={async (token) => {
        try {
          return await createClient(browserCarrier()).call('POST /auth/verify', { body: { token } })
        } catch (error) {
          if (error instanceof ApiProblem && error.problem.code === 'password-needed') setToChooseFor(token)
          throw error
        }
      }}
    />
  )
}
