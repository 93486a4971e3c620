import { keepBooks } from './books.ts'
import { testCards } from './cards.ts'
import { html, type Html, page, price } from './html.ts'
import type { Row, Table } from './tables.ts'
import type { World } from './world.ts'

/** As many rows of each kind as a developer looks through. */
const ROWS = 50

/** What happened in this sandbox, newest first, for the developer who runs it. */
export function overviewPage(world: World): string {
  return page(
    'Stripe sandbox',
    html`<h1>Stripe sandbox</h1>
      <p class="soft">
        A stand-in for Stripe on this machine. It takes the test cards below and nothing else. <a href="/">Refresh</a>
      </p>
      ${sums(world)} ${payments(world)} ${refunds(world)} ${events(world)} ${cards()}`,
  )
}

function sums(world: World): Html {
  const { totals } = keepBooks(world)
  const lines = Object.entries(totals).map(
    ([currency, { intentsSucceeded, succeeded, refunded, kept }]) =>
      html`<p>
        ${intentsSucceeded} paid, ${price(succeeded, currency)}; refunded ${price(refunded, currency)}; kept
        <strong>${price(kept, currency)}</strong>.
      </p>`,
  )
  return html`${lines}`
}

function payments(world: World): Html {
  const rows = newest(world.intents).map(
    (intent) =>
      html`<tr id="${intent.id}">
        <td>${time(intent.created)}</td>
        <td><code>${intent.id}</code></td>
        <td class="number">${price(intent.amount, intent.currency)}</td>
        <td>${intent.status}${intent.last_payment_error ? ` (${intent.last_payment_error.code ?? 'failed'})` : ''}</td>
        <td>${intent.description ?? ''}</td>
      </tr>`,
  )
  return section(
    'Payments',
    world.intents.size,
    ['When (UTC)', 'Payment intent', '#Amount', 'Status', 'Description'],
    rows,
  )
}

function refunds(world: World): Html {
  const rows = newest(world.refunds).map(
    (refund) =>
      html`<tr id="${refund.id}">
        <td>${time(refund.created)}</td>
        <td><code>${refund.id}</code></td>
        <td class="number">${price(refund.amount, refund.currency)}</td>
        <td>${refund.status ?? ''}</td>
        <td>
          <a href="#${String(refund.payment_intent)}"><code>${String(refund.payment_intent)}</code></a>
        </td>
      </tr>`,
  )
  return section('Refunds', world.refunds.size, ['When (UTC)', 'Refund', '#Amount', 'Status', 'Of'], rows)
}

function events(world: World): Html {
  const rows = newest(world.events).map((event) => {
    const delivery = world.deliveries.find(event.id)
    return html`<tr>
      <td>${time(event.created)}</td>
      <td>${event.type}</td>
      <td><code>${event.about}</code></td>
      <td>${delivery?.state ?? 'unsent'}</td>
      <td class="number">${delivery?.attempts ?? 0}</td>
      <td>${delivery?.lastAnswer ?? ''}</td>
    </tr>`
  })
  return section(
    'Events',
    world.events.size,
    ['When (UTC)', 'Type', 'About', 'Delivery', '#Attempts', 'Last answer'],
    rows,
  )
}

function cards(): Html {
  const rows = testCards.map(
    ({ number, name, brand, about }) =>
      html`<tr>
        <td><code>${number.replaceAll(/(\d{4})(?=\d)/g, '$1 ')}</code></td>
        <td>${about}</td>
        <td>${brand}</td>
        <td><code>pm_card_${name}</code></td>
      </tr>`,
  )
  const hint = html`<p class="soft">Any future expiry date, any three digits as CVC (three or four for Amex).</p>`
  return html`<h2>Test cards</h2>
    ${hint}${table(['Number', 'What happens', 'Brand', 'For the API'], rows)}`
}

function section(title: string, total: number, heads: readonly string[], rows: readonly Html[]): Html {
  if (total === 0)
    return html`<h2>${title}</h2>
      <p class="soft">None yet.</p>`
  const note = total > rows.length ? html`<p class="soft">The newest ${rows.length} of ${total}.</p>` : html``
  return html`<h2>${title}</h2>
    ${note}${table(heads, rows)}`
}

function table(heads: readonly string[], rows: readonly Html[]): Html {
  const columns = heads.map((head) =>
    head.startsWith('#')
      ? html`<th scope="col" class="number">${head.slice(1)}</th>`
      : html`<th scope="col">${head}</th>`,
  )
  return html`<div class="wide" tabindex="0">
    <table>
      <thead>
        <tr>
          ${columns}
        </tr>
      </thead>
      <tbody>
        ${rows}
      </tbody>
    </table>
  </div>`
}

function newest<T extends Row>(rows: Table<T>): T[] {
  return [...Iterator.from(rows.newestFirst()).take(ROWS)]
}

function time(epochSeconds: number): string {
  return new Date(epochSeconds * 1000).toISOString().replace('T', ' ').slice(0, 19)
}
