import type { JSX } from 'react'
import { Link } from 'react-router'
import { LetterForm } from './letter-form.tsx'
import type { ShopCard } from './shell.tsx'
import garden from '../pictures/garden.svg'

/** A garden standing on the double rule, and below it where the shop is and when it is open. */
export function Footer({ facts }: { facts: ShopCard | undefined }): JSX.Element {
  return (
    <footer className="foot">
      <img className="garden" src={garden} width="1600" height="330" alt="" loading="lazy" decoding="async" />
      <div className="wrap">
        <hr className="oxford" />
        <div className="cols">
          {facts && <Address facts={facts} />}
          {facts && <Hours facts={facts} />}
          <div className="foot-links">
            <Help />
            <Aisles />
          </div>
          <LetterForm />
        </div>
        <div className="colophon">
          <span>
            Flora acknowledges the Wurundjeri Woi-wurrung people, on whose Country these flowers grow and are sold.
          </span>
          <span>
            Set in Besley and Hanken Grotesk. Prices in Australian dollars, GST included.{facts && ` ABN ${facts.abn}.`}
          </span>
        </div>
      </div>
    </footer>
  )
}

function Address({ facts }: { facts: ShopCard }): JSX.Element {
  return (
    <section aria-labelledby="foot-shop">
      <h2 id="foot-shop">The shop</h2>
      <p>
        {facts.address}
        <br />
        <a href={`tel:${facts.phone.replaceAll(/[^\d+]/g, '')}`}>{facts.phone}</a>
        <br />
        <a href={`mailto:${facts.email}`}>{facts.email}</a>
      </p>
    </section>
  )
}

function Hours({ facts }: { facts: ShopCard }): JSX.Element {
  return (
    <section aria-labelledby="foot-hours">
      <h2 id="foot-hours">Hours</h2>
      <dl className="lines small">
        {facts.hours.map(({ days, text }) => (
          <div key={days}>
            <dt>{days}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}

function Help(): JSX.Element {
  return (
    <section aria-labelledby="foot-help">
      <h2 id="foot-help">Help</h2>
      <ul>
        <li>
          <Link to="/find-order">Find an order</Link>
        </li>
        <li>
          <Link to="/pages/delivery-and-fees">Delivery and fees</Link>
        </li>
        <li>
          <Link to="/pages/something-not-right">If something isn’t right</Link>
        </li>
        <li>
          <Link to="/journal/caring-for-cut-flowers">Caring for cut flowers</Link>
        </li>
      </ul>
    </section>
  )
}

function Aisles(): JSX.Element {
  return (
    <section aria-labelledby="foot-flora">
      <h2 id="foot-flora">Flora</h2>
      <ul>
        <li>
          <Link to="/pages/about">Who we are</Link>
        </li>
        <li>
          <Link to="/subscriptions">Subscriptions</Link>
        </li>
        <li>
          <Link to="/add-ons">Something to go with them</Link>
        </li>
        <li>
          <Link to="/pages/terms">Terms</Link>
        </li>
        <li>
          <Link to="/pages/privacy">Privacy</Link>
        </li>
      </ul>
    </section>
  )
}
