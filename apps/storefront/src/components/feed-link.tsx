import type { JSX } from 'react'

/** Tells feed readers, from any page about the journal, where its feed is. */
export function FeedLink(): JSX.Element {
  return <link rel="alternate" type="application/atom+xml" title="Flora: the journal" href="/journal/feed.xml" />
}
