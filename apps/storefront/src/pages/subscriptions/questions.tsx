import type { SubscriptionOffers } from '@flora/contract/subscription-offers.ts'
import type { JSX } from 'react'
import { capital, inWords } from '../cart/cart-words.ts'
import { chargeWords } from './offer-words.ts'

/** What anybody would ask before giving a card number. */
export function Questions({ offers }: { offers: SubscriptionOffers }): JSX.Element {
  const { noticeDays, horizonDays } = offers
  const questions: readonly (readonly [string, string])[] = [
    [
      'When do you charge?',
      `${capital(chargeWords(offers))}, and only that delivery. Until that moment it is yours to change. If the card fails we write to you and try again before the last moment. Nothing goes out unpaid, and nothing is charged that doesn’t go out.`,
    ],
    [
      'Can I stop?',
      'Any time, from your account, in two clicks. A delivery already charged still comes, and is the last.',
    ],
    [
      'What if I’m away?',
      'Skip one, move one to another day, or pause until a date. It goes on by itself. You can send one to another address, too.',
    ],
    [
      'What if you are closed that day?',
      `It comes on the nearest day that is open, and we write to you about it. Places are kept for you ${inWords(Math.floor(horizonDays / 7))} weeks ahead, so that Valentine’s Day can’t push you out.`,
    ],
    [
      'Can the price change?',
      `Not without a letter. A price that rises counts ${noticeDays} days after we wrote to you, at the earliest; one that falls counts at once.`,
    ],
    [
      'What will be in it?',
      'With a florist’s choice, whatever is best that morning. With a bouquet of your choosing, that bouquet. Say on the form what to do if a stem is missing.',
    ],
  ]
  return (
    <section className="section" aria-labelledby="fair">
      <div className="head">
        <h2 id="fair">Fair questions</h2>
      </div>
      <dl className="qa">
        {questions.map(([question, answer]) => (
          <div key={question}>
            <dt>{question}</dt>
            <dd>{answer}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
