import type { Feed, FeedEntry } from '../content/index.ts'
import { escaped } from './plain-page.ts'

/** The journal for feed readers (Atom 1.0, RFC 4287): the latest pieces whole, every address in full. */
export function toAtom({ name, entries }: Feed, publicUrl: string): string {
  const changes = entries.map(({ changedAt }) => changedAt).toSorted(Temporal.Instant.compare)
  const home = `${publicUrl}/journal`
  return `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en-AU">
<id>${text(home)}</id>
<title>${text(`${name}: the journal`)}</title>
<subtitle>What’s in season, what isn’t, and why.</subtitle>
<link rel="alternate" type="text/html" href="${text(home)}"/>
<link rel="self" type="application/atom+xml" href="${text(`${home}/feed.xml`)}"/>
<icon>${text(`${publicUrl}/favicon.svg`)}</icon>
<updated>${changes.at(-1) ?? beforeTheFirst}</updated>
<author><name>${text(name)}</name></author>
${entries.map((entry) => entryXml(entry, publicUrl)).join('')}</feed>
`
}

// A feed must say when it last changed, even one in which nothing has stood yet.
const beforeTheFirst = '2026-01-01T00:00:00Z'

// The id stays when an address changes, so that no reader shows a piece twice.
function entryXml(entry: FeedEntry, publicUrl: string): string {
  const { host } = new URL(publicUrl)
  return `<entry>
<id>${text(`tag:${host.replace(/:\d+$/, '')},2026:${entry.id}`)}</id>
<title>${text(entry.title)}</title>
<link rel="alternate" type="text/html" href="${text(publicUrl + entry.path)}"/>
<published>${entry.publishedAt}</published>
<updated>${entry.changedAt}</updated>
${entry.author === '' ? '' : `<author><name>${text(entry.author)}</name></author>\n`}${entry.tags.map((tag) => `<category term="${text(tag)}"/>\n`).join('')}<summary>${text(entry.summary)}</summary>
<content type="html">${text(entry.html)}</content>
</entry>
`
}

// Some characters may stand in a text and not in XML, not even escaped: one of them would make the whole feed unreadable.
const notInXml = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu

function text(words: string): string {
  return escaped(words.replaceAll(notInXml, ''))
}
