import type { JSX } from 'react'

/** The words of an entry or a page. The shop makes this HTML from its own Markdown and cleans it; nothing else may come here. */
export function ContentBody({ html }: { html: string }): JSX.Element {
  return <div className="prose" dangerouslySetInnerHTML={{ __html: html }} />
}
