import type { JSX } from 'react'
import { useShop } from './shell.tsx'

interface PageHeadProps {
  /** Without the shop's name, which is added. */
  readonly title: string
  readonly description?: string
  /** The one address of this page, as a path. */
  readonly path?: string
  /** A picture's path, for those who share the page. */
  readonly picture?: string
  readonly kind?: 'website' | 'article' | 'product'
  readonly noIndex?: boolean
}

/** Title, description, canonical address and what a shared link shows. React lifts these into the document's head. */
export function PageHead({ title, description, path, picture, kind = 'website', noIndex }: PageHeadProps): JSX.Element {
  const shop = useShop()
  const name = shop?.facts.name ?? 'Flora'
  const origin = shop?.origin
  const full = `${title} · ${name}, Fitzroy`
  return (
    <>
      <title>{full}</title>
      {description !== undefined && <meta name="description" content={description} />}
      {noIndex && <meta name="robots" content="noindex" />}
      {path !== undefined && (
        <>
          <meta property="og:title" content={title} />
          <meta property="og:type" content={kind} />
          <meta property="og:site_name" content={name} />
          <meta property="og:locale" content="en_AU" />
        </>
      )}
      {path !== undefined && description !== undefined && <meta property="og:description" content={description} />}
      {path !== undefined && origin !== undefined && (
        <>
          <link rel="canonical" href={`${origin}${path}`} />
          <meta property="og:url" content={`${origin}${path}`} />
          {picture !== undefined && <meta property="og:image" content={`${origin}${picture}`} />}
        </>
      )}
    </>
  )
}
