import type { JSX } from 'react'
import { useLoaderData, type LoaderFunctionArgs } from 'react-router'
import { orNothing, orProblem } from '../ask-shop.ts'
import { FeedLink } from '../components/feed-link.tsx'
import { PageHead } from '../components/page-head.tsx'
import { pictureAt } from '../components/picture.tsx'
import { SeasonRuler } from '../components/season-ruler.tsx'
import { postcodeFor, visitContext } from '../visit.ts'
import { Bench } from './home/bench.tsx'
import { DayLine } from './home/day-line.tsx'
import { newsFrom, type DeliveryNews } from './home/delivery-news.ts'
import { Hero } from './home/hero.tsx'
import { JournalChapter } from './home/journal-chapter.tsx'
import { NightStrip } from './home/night-strip.tsx'
import { Occasions } from './home/occasions.tsx'

// Six weeks feed the night strip; the answer and the timetable need the first few days.
const daysAsked = '42'

/** What the home page says: the catalogue's front page, the journal, and what can come to the door. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const visit = context.get(visitContext)
  const { client } = visit
  const postcode = postcodeFor(request.url, visit)
  const [shop, front, entries] = await Promise.all([
    orProblem(client.call('GET /shop', {})),
    orProblem(client.call('GET /front-page', {})),
    orNothing(client.call('GET /content', { query: { kind: 'journal' } })),
  ])
  // Nobody has said where to: the shop's own zone, listed first, answers for most of Melbourne.
  const asked = postcode ?? shop.zones.find((zone) => zone.postcodes.length > 0)?.postcodes[0] ?? '3000'
  const calendar = await orNothing(
    client.call('GET /delivery/calendar', { query: { postcode: asked, days: daysAsked } }),
  )
  return {
    front,
    entries: entries?.items.slice(0, 4) ?? [],
    today: shop.today,
    postcode,
    news: calendar && newsFrom(calendar, postcode !== undefined),
  }
}

// The answer is the title as well, so it must be as true as the page.
function titleOf(news: DeliveryNews | undefined, postcode: string | undefined): string {
  if (!news || postcode !== undefined)
    return postcode === undefined ? 'Flowers at a Melbourne door' : `Flowers to ${postcode}`
  return `Flowers ${news.answer.lines.join(' ').replace(/^A/, 'a').replace(/\.$/, '')}`
}

/** The home page: the answer first, then the shop. */
export function Component(): JSX.Element {
  const { front, entries, today, postcode, news } = useLoaderData<typeof loader>()
  return (
    <>
      <PageHead
        title={titleOf(news, postcode)}
        description="Seasonal flowers from a Fitzroy florist. See what we can deliver to your postcode today and tomorrow."
        path="/"
        picture={pictureAt(front.hero.picture.id, 1200, 'webp')}
      />
      <FeedLink />
      <div className="wrap">
        <Hero hero={front.hero} postcode={postcode} news={news} />
      </div>
      <Bench tiles={front.bench} totals={front.totals} />
      <section className="section wrap" aria-labelledby="season">
        <div className="head">
          <h2 id="season">What’s in, what’s coming</h2>
          <p className="soft small aside">
            We sell what is growing within two hours of Melbourne. The poppy line is today.
          </p>
        </div>
        <SeasonRuler
          rows={front.seasons.map(({ name, latinName, months }) => ({ name, latinName, months }))}
          today={today}
        />
      </section>
      <Occasions occasions={front.occasions} beside={front.bench.at(-1)} />
      {news?.dayLine && <DayLine line={news.dayLine} />}
      {news && <NightStrip fortnights={news.fortnights} />}
      {entries.length > 0 && <JournalChapter entries={entries} />}
    </>
  )
}
