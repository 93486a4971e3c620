import { browserCarrier, createClient } from '@flora/client/client.ts'
import type { JSX } from 'react'
import { Link } from 'react-router'
import { FollowLink } from './sign-in/follow-link.tsx'

/** The link by which the owner of an address says that the monthly letter is her wish. */
export function Component(): JSX.Element {
  return (
    <FollowLink
      title="A letter, monthly"
      heading="Shall we write to you?"
      lead="What’s in season, what isn’t, and why. Twelve a year, and each has a link that ends it."
      press="Yes, send me the letter"
      pressing="Writing it down"
      holds="sealed"
      another="You can ask again at the foot of this page."
      onward={<Link to="/journal">Read the journal meanwhile</Link>}
      follow={(token) => createClient(browserCarrier()).call('POST /newsletter/confirmation', { body: { token } })}
    />
  )
}
