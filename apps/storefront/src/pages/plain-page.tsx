import type { JSX } from 'react'
import { useLoaderData, type LoaderFunctionArgs } from 'react-router'
import { ContentBody } from '../components/content-body.tsx'
import { PageHead } from '../components/page-head.tsx'
import { Picture, pictureAt } from '../components/picture.tsx'
import { visitContext } from '../visit.ts'
import { readPiece } from './article/read-piece.ts'
import { pieceAddress } from './article/piece-address.ts'
import { dayWithYear } from './journal/entry-words.ts'

/** A page of the shop's own words: about, terms, privacy, when something isn't right. */
export async function loader({ params, request, context }: LoaderFunctionArgs) {
  const path = new URL(request.url).pathname
  return { page: await readPiece(context.get(visitContext), { slug: params.slug ?? '', path }) }
}

/** One such page, with the day from which it says what it says. */
export function Component(): JSX.Element {
  const { page } = useLoaderData<typeof loader>()
  return (
    <article className="wrap art">
      <PageHead
        title={page.title}
        description={page.summary}
        path={pieceAddress(page)}
        {...(page.picture && { picture: pictureAt(page.picture.id, 1200, 'webp') })}
      />
      <header>
        <h1 className="h1-s">{page.title}</h1>
        <p className="lead">{page.summary}</p>
      </header>
      {page.picture && (
        <figure className="art-fig no-herb">
          <div className={`plate ${page.tint}`}>
            <Picture picture={page.picture} sizes="100vw" first />
          </div>
        </figure>
      )}
      <ContentBody html={page.html} />
      <footer className="art-foot small soft">
        <p>
          Last changed on <time dateTime={page.changedAt}>{dayWithYear(page.changedDay)}</time>
        </p>
      </footer>
    </article>
  )
}
