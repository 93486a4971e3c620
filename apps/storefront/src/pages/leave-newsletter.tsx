import { browserCarrier, createClient } from '@flora/client/client.ts'
import type { JSX } from 'react'
import { Link } from 'react-router'
import { FollowLink } from './sign-in/follow-link.tsx'

/** The link at the foot of every monthly letter. */
export function Component(): JSX.Element {
  return (
    <FollowLink
      title="No more letters"
      heading="No more letters?"
      lead="Press once and it’s done. Letters about your orders come all the same."
      press="Don’t write to me"
      pressing="Crossing you off"
      holds="sealed"
      another={
        <>
          You can also switch it off <Link to="/account/details">in your account</Link>.
        </>
      }
      onward={<Link to="/">To the flowers</Link>}
      follow={(token) => createClient(browserCarrier()).call('POST /newsletter/leaving', { body: { token } })}
    />
  )
}
