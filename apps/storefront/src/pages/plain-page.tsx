import type { JSX } from 'react'
import { redirect, useLoaderData, type LoaderFunctionArgs } from 'react-router'
import { orProblem } from '../ask-shop.ts'
import { ContentBody } from '../components/content-body.tsx'
import { PageHead } from '../components/page-head.tsx'
import { Picture } from '../components/picture.tsx'
import { visitContext } from '../visit.ts'

/** A page of the shop's own words: about, terms, privacy, when something isn't right. */
export async function loader({ params, context }: LoaderFunctionArgs) {
  const { client } = context.get(visitContext)
  const page = await orProblem(client.call('GET /content/:slug', { params: { slug: params.slug ?? '' } }))
  if (page.kind !== 'page') throw redirect(`/journal/${page.slug}`)
  return { page }
}

/** One such page. */
export function Component(): JSX.Element {
  const { page } = useLoaderData<typeof loader>()
  return (
    <article className="wrap art">
      <PageHead title={page.title} description={page.summary} path={`/pages/${page.slug}`} />
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
    </article>
  )
}
