import type { JSX } from 'react'
import { Link, useLoaderData, type LoaderFunctionArgs } from 'react-router'
import { orProblem } from '../ask-shop.ts'
import { PageHead } from '../components/page-head.tsx'
import { Picture } from '../components/picture.tsx'
import { visitContext } from '../visit.ts'
import { OccasionIndex } from './home/occasions.tsx'

/** Reasons for flowers and the shop's collections. */
export async function loader({ context }: LoaderFunctionArgs) {
  const { bench, occasions, collections } = await orProblem(
    context.get(visitContext).client.call('GET /front-page', {}),
  )
  return { beside: bench[0], occasions, collections }
}

/** The index of reasons as a page of its own. */
export function Component(): JSX.Element {
  const { beside, occasions, collections } = useLoaderData<typeof loader>()
  return (
    <div className="wrap">
      <PageHead
        title="Occasions"
        description="Flowers by the reason for sending them: birthdays, thanks, sympathy, or no reason at all."
        path="/occasions"
      />
      <div className="split page-head">
        {beside && (
          <div className={`plate wide ${beside.tint}`}>
            <Picture picture={beside.picture} sizes="(min-width: 60rem) 40vw, 90vw" first />
          </div>
        )}
        <div>
          <h1 className="h1-s">For whatever it is</h1>
          <p className="soft mt-s3 mb-s5">Start with the reason and we’ll show what suits.</p>
          <OccasionIndex occasions={occasions} />
        </div>
      </div>
      {collections.length > 0 && (
        <section className="section" aria-labelledby="lists">
          <div className="head">
            <h2 id="lists">Or by our own lists</h2>
          </div>
          <dl className="qa">
            {collections.map(({ slug, name, description, count }) => (
              <div key={slug}>
                <dt>
                  <Link to={`/collections/${slug}`}>{name}</Link>
                </dt>
                <dd>
                  {description} <span className="soft num">{count} to choose from.</span>
                </dd>
              </div>
            ))}
          </dl>
        </section>
      )}
    </div>
  )
}
