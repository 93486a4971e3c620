import type { FrontPage } from '@flora/contract/catalog.ts'
import { useEffect, useState, type JSX } from 'react'
import { Link, useRevalidator } from 'react-router'
import { instantMs } from '@flora/calendar/wall-time.ts'
import { Picture } from '../../components/picture.tsx'
import { PostcodeForm } from '../../components/postcode-form.tsx'
import { price } from '../../words/money.ts'
import type { Answer } from '../../words/answer.ts'
import type { DeliveryNews } from './delivery-news.ts'
import { Timetable } from './timetable.tsx'

interface HeroProps {
  readonly hero: FrontPage['hero']
  readonly postcode: string | undefined
  readonly news: DeliveryNews | undefined
}

/** Where to, the answer, the next days; and the flower of the week bleeding off the page. */
export function Hero({ hero, postcode, news }: HeroProps): JSX.Element {
  return (
    <section className="hero" aria-labelledby="answer">
      <div className="hero-say">
        <PostcodeForm postcode={postcode} place={news?.place} />
        <h1 id="answer">
          {(news?.answer.lines ?? ['The flowers are here.', 'The calendar isn’t.']).map((line) => (
            <span className="ln" key={line}>
              {line}{' '}
            </span>
          ))}
        </h1>
        <p className="lead">
          {news ? (
            <Lead answer={news.answer} at={news.at} key={news.at} />
          ) : (
            'We couldn’t fetch the delivery days just now. Each flower’s page will try again.'
          )}
        </p>
        {news && news.timetable.length > 0 && <Timetable days={news.timetable} postcode={postcode} />}
        <p className="mt-s4">
          <Link to={`/p/${hero.slug}#when`}>{postcode === undefined ? 'All days' : `All days to ${postcode}`}</Link>{' '}
          <span className="soft">or</span> <Link to="/pages/delivery-and-fees#pick-up">pick up in Fitzroy, free</Link>
        </p>
      </div>
      <div className="hero-pic">
        <div className={`plate ${hero.tint}`}>
          <Picture picture={hero.picture} sizes="(min-width: 60rem) 42vw, 100vw" first />
        </div>
        <aside className="herb" aria-label="About these flowers">
          <header>
            <span>Flora, this week</span>
            <span>No. {hero.number}</span>
          </header>
          <span className="latin">{hero.latinName}</span>
          <dl>
            {hero.facts.slice(0, 1).map(({ term, text }) => (
              <Fact key={term} term={term} text={text} />
            ))}
            <dt>In</dt>
            <dd>
              <Link to={`/p/${hero.slug}`}>{hero.name}</Link>, {hero.hasSizes && 'from '}
              {price(hero.from)}
            </dd>
          </dl>
        </aside>
      </div>
    </section>
  )
}

function Fact({ term, text }: { term: string; text: string }): JSX.Element {
  return (
    <>
      <dt>{term}</dt>
      <dd>{text}</dd>
    </>
  )
}

const tickMs = 15_000

/** Counts down by the time passed since the page came, so a wrong clock in a pocket changes nothing. */
function Lead({ answer, at }: { answer: Answer; at: string }): JSX.Element {
  const minutesAtStart = answer.orderBy ? Math.floor((instantMs(answer.orderBy.at) - instantMs(at)) / 60_000) : 0
  const [passed, setPassed] = useState(0)
  const { revalidate } = useRevalidator()
  const left = minutesAtStart - passed
  const gone = answer.orderBy !== undefined && left < 0
  useEffect(() => {
    const start = performance.now()
    const timer = setInterval(() => setPassed(Math.floor((performance.now() - start) / 60_000)), tickMs)
    return () => clearInterval(timer)
  }, [])
  // The van has left while the page was open: ask again, so that the sentence stays true.
  useEffect(() => {
    if (gone) void revalidate()
  }, [gone, revalidate])
  if (!answer.orderBy || gone) return <>{answer.lead}</>
  return (
    <>
      {answer.orderBy.before} <strong className="num">{duration(left)}</strong>
      {answer.orderBy.after}
    </>
  )
}

/** '3 h 36 min' */
function duration(minutes: number): string {
  const hours = Math.floor(minutes / 60)
  return hours === 0 ? `${minutes} min` : `${hours} h ${minutes % 60} min`
}
