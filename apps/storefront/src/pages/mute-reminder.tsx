import { browserCarrier, createClient } from '@flora/client/client.ts'
import type { JSX } from 'react'
import { Link } from 'react-router'
import { FollowLink } from './sign-in/follow-link.tsx'

/** The link in a reminder's letter that ends it, without signing in. */
export function Component(): JSX.Element {
  return (
    <FollowLink
      title="No more of this reminder"
      heading="Let this day be?"
      lead="Press once, and we won’t write about it again. Your other days stay as they are."
      press="Don’t remind me again"
      pressing="Crossing it off"
      holds="sealed"
      another={
        <>
          All your days are <Link to="/account/reminders">in your account</Link>.
        </>
      }
      onward={<Link to="/account/reminders">All your reminders</Link>}
      follow={(token) => createClient(browserCarrier()).call('POST /reminders/mute', { body: { token } })}
    />
  )
}
