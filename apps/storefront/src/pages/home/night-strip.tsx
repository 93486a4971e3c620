import type { JSX } from 'react'
import { Link } from 'react-router'
import type { Fortnight } from './delivery-news.ts'

/** The calendar as the one night strip of the page: six weeks, each day a box if the van goes. */
export function NightStrip({ fortnights }: { fortnights: readonly Fortnight[] }): JSX.Element {
  return (
    <section className="section night" aria-labelledby="ahead">
      <div className="wrap night-in">
        <div>
          <h2 id="ahead">Or tell us the day now</h2>
          <p className="lead mt-s4 mb-s5">
            Birthdays don’t move. Choose any open day in the next ninety: its place in the van and its minutes at the
            bench are kept for you the moment you order.
          </p>
          <Link className="btn" to="/flowers">
            Choose flowers and a day
          </Link>
        </div>
        <div className="mystery" aria-hidden="true">
          {fortnights.map(({ label, open }) => (
            <div key={label}>
              <span>{label}</span>
              <div className="m-track">
                {open.map((isOpen, index) => (
                  <i key={index} className={isOpen ? undefined : 'shut'} />
                ))}
              </div>
            </div>
          ))}
          {fortnights.length > 0 && (
            <p className="small">Each box is a day with a run. The gaps are days we rest, or are full.</p>
          )}
        </div>
      </div>
    </section>
  )
}
