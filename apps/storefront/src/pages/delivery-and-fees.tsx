import type { ShopFacts } from '@flora/contract/delivery.ts'
import type { JSX } from 'react'
import { useLoaderData, type LoaderFunctionArgs } from 'react-router'
import { orNothing, orProblem } from '../ask-shop.ts'
import { daysLater, longDay } from '@flora/calendar/wall-day.ts'
import { ContentBody } from '../components/content-body.tsx'
import { PageHead } from '../components/page-head.tsx'
import { PostcodeForm } from '../components/postcode-form.tsx'
import { postcodeFor, visitContext } from '../visit.ts'
import { answerFor } from '../words/answer.ts'
import { price } from '../words/money.ts'
import { ZoneTable } from './delivery-and-fees/zone-table.tsx'

/** The shop's zones and days, its own words about them, and the answer for the visitor's postcode. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const visit = context.get(visitContext)
  const { client } = visit
  const postcode = postcodeFor(request.url, visit)
  const [shop, words, calendar] = await Promise.all([
    orProblem(client.call('GET /shop', {})),
    orNothing(client.call('GET /content/:piece', { params: { piece: 'delivery-and-fees' } })),
    postcode === undefined
      ? undefined
      : orNothing(client.call('GET /delivery/calendar', { query: { postcode, days: '14' } })),
  ])
  const aYearOn = daysLater(shop.today, 365)
  const isYours = (zone: { postcodes: readonly string[] }): boolean =>
    postcode !== undefined && zone.postcodes.includes(postcode)
  return {
    zones: [...shop.zones.filter(isYours), ...shop.zones.filter((zone) => !isYours(zone))],
    closures: shop.closures.filter(({ day }) => day >= shop.today && day <= aYearOn),
    surges: shop.surges.filter(({ from, until }) => until >= shop.today && from <= aYearOn),
    html: words?.html,
    summary: words?.summary,
    postcode,
    place: calendar && {
      suburbs: calendar.suburbs.slice(0, 3).join(', '),
      zone: calendar.zone?.name,
      ...answerFor(calendar, true),
    },
  }
}

/** Where we deliver, when, and for how much. */
export function Component(): JSX.Element {
  const { zones, closures, surges, html, summary, postcode, place } = useLoaderData<typeof loader>()
  return (
    <div className="wrap">
      <PageHead
        title="Delivery and fees"
        description="Where we deliver around Melbourne, in which windows, until when you can order and what it costs."
        path="/pages/delivery-and-fees"
      />
      <header className="page-head">
        <h1 className="h1-s">Delivery and fees</h1>
        <p className="lead">{summary ?? 'Where the vans go, when, until when you can order, and what it costs.'}</p>
      </header>
      <section aria-labelledby="yours" className="yours">
        <h2 className="q" id="yours">
          Your postcode
        </h2>
        <PostcodeForm postcode={postcode} place={place?.suburbs} small />
        {place && (
          <p>
            <output>
              <b className="d">{place.lines.join(' ')}</b> {place.zone !== undefined && `You’re in ${place.zone}. `}
              {place.why !== undefined && `${place.why} `}
              {place.lead}
            </output>
          </p>
        )}
      </section>
      <div className="zones">
        {zones.map((zone) => (
          <ZoneTable
            key={zone.name}
            zone={zone}
            isYours={postcode !== undefined && zone.postcodes.includes(postcode)}
          />
        ))}
      </div>
      <OtherDays closures={closures} surges={surges} />
      {html !== undefined && (
        <div className="section">
          <ContentBody html={html} />
        </div>
      )}
    </div>
  )
}

function OtherDays({ closures, surges }: Pick<ShopFacts, 'closures' | 'surges'>): JSX.Element {
  return (
    <div className="split3 section">
      {closures.length > 0 && (
        <section aria-labelledby="closed">
          <h2 className="q" id="closed">
            Days we’re closed
          </h2>
          <ul className="reasons">
            {closures.map(({ day, reason }) => (
              <li key={`${day} ${reason}`}>
                <span>
                  <strong>{longDay(day)}.</strong> {reason}
                </span>
              </li>
            ))}
          </ul>
        </section>
      )}
      {surges.length > 0 && (
        <section aria-labelledby="busy">
          <h2 className="q" id="busy">
            Days that cost more
          </h2>
          <dl className="lines">
            {surges.map(({ from, until, name, fee }) => (
              <div key={`${name} ${from}`}>
                <dt>
                  {name}, {from === until ? longDay(from) : `${longDay(from)} to ${longDay(until)}`}
                </dt>
                <dd>+{price(fee)}</dd>
              </div>
            ))}
          </dl>
        </section>
      )}
    </div>
  )
}
