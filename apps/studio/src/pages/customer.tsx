import type { CustomerPage } from '@flora/contract/customer-desk.ts'
import type { AccountId } from '@flora/contract/ids.ts'
import { type JSX, useState } from 'react'
import { Link, useParams } from 'react-router'
import { useAsk } from '../asking/use-ask.ts'
import { useShopClock } from '../asking/use-shop-facts.ts'
import { useMay } from '../asking/who.ts'
import { Answered } from '../components/answered.tsx'
import { Button } from '../components/button.tsx'
import { type Column, DataTable } from '../components/data-table.tsx'
import { PageHeader } from '../components/page-header.tsx'
import { Section } from '../components/section.tsx'
import { StatusBadge } from '../components/status-badge.tsx'
import { NoteCustomer } from '../forms/customer-note.tsx'
import { count } from '../words/counts.ts'
import { shortDay } from '@flora/calendar/wall-day.ts'
import { inProse, inSum } from '../words/money.ts'
import { momentWords } from '@flora/calendar/wall-time.ts'

/** One customer: what she bought, what comes, and what the shop remembers of her. */
export function Component(): JSX.Element {
  const accountId = useParams()['accountId'] as AccountId
  const answer = useAsk('GET /desk/customers/:accountId', { params: { accountId } })
  return <Answered answer={answer}>{(customer) => <Customer customer={customer} />}</Answered>
}

function Customer({ customer }: { customer: CustomerPage }): JSX.Element {
  const clock = useShopClock()
  const { name, email, phone, since, orders, spent } = customer
  return (
    <>
      <PageHeader
        title={name}
        above={<Link to="/customers">Customers</Link>}
        lead={`With us since ${momentWords(since, clock)}. ${count(orders, 'order')}, ${inProse(spent)}.`}
      >
        <a className="btn" href={`mailto:${email}`}>
          Write to her
        </a>
        {phone !== '' && (
          <a className="btn" href={`tel:${phone.replaceAll(' ', '')}`}>
            Ring {phone}
          </a>
        )}
      </PageHeader>
      <div className="edit">
        <div>
          <Orders customer={customer} />
          <Subscriptions customer={customer} />
        </div>
        <aside>
          <Remembered customer={customer} />
          <Known customer={customer} />
        </aside>
      </div>
    </>
  )
}

type Latest = CustomerPage['latest'][number]
const columns: readonly Column<Latest>[] = [
  {
    id: 'number',
    head: 'Order',
    isName: true,
    cell: ({ id, number }) => (
      <Link className="ref" to={`/orders/${id}`}>
        {number}
      </Link>
    ),
  },
  { id: 'status', head: 'Status', cell: ({ status }) => <StatusBadge status={status} /> },
  {
    id: 'deliveries',
    head: 'To',
    cell: ({ deliveries }) =>
      deliveries.map(({ id, day, recipient, suburb }) => (
        <span key={id} className="block">
          {shortDay(day)}, {recipient}
          {suburb !== '' && `, ${suburb}`}
        </span>
      )),
  },
  { id: 'total', head: 'Total', isNumber: true, sort: ({ total }) => total.minor, cell: ({ total }) => inSum(total) },
]

function Orders({ customer: { latest, email } }: { customer: CustomerPage }): JSX.Element {
  return (
    <Section
      title="Orders"
      aside={latest.length > 0 && <Link to={`/orders?q=${encodeURIComponent(email)}`}>Find all</Link>}
    >
      {latest.length === 0 ? (
        <p className="soft">None yet.</p>
      ) : (
        <DataTable caption="Her latest orders" columns={columns} rows={latest} rowKey={({ id }) => id} stacks />
      )}
    </Section>
  )
}

function Subscriptions({ customer: { subscriptions } }: { customer: CustomerPage }): JSX.Element {
  if (subscriptions.length === 0) return <></>
  return (
    <Section title="Subscriptions">
      <ul className="lines">
        {subscriptions.map(({ id, product, frequency, state, nextDay }) => (
          <li key={id}>
            <Link to={`/subscriptions/${id}`}>
              <b>{product}</b>
            </Link>
            , {frequency}
            <span className="soft">
              {' '}
              {state === 'active' ? (nextDay === undefined ? 'running' : `next ${shortDay(nextDay)}`) : state}
            </span>
          </li>
        ))}
      </ul>
    </Section>
  )
}

function Remembered({ customer }: { customer: CustomerPage }): JSX.Element {
  const [isOpen, setOpen] = useState(false)
  const mayWrite = useMay('customers/write')
  return (
    <Section
      title="Remember"
      aside={
        mayWrite && (
          <Button small onPress={() => setOpen(true)}>
            {customer.note === '' ? 'Write a note' : 'Change'}
          </Button>
        )
      }
    >
      <p className={customer.note === '' ? 'soft' : 'as-written'}>{customer.note || 'Nothing noted.'}</p>
      {isOpen && <NoteCustomer customer={customer} onClose={() => setOpen(false)} />}
    </Section>
  )
}

function Known({ customer: { email, phone, likes, addresses, wantsLetter } }: { customer: CustomerPage }): JSX.Element {
  return (
    <Section title="What she told us">
      <dl className="facts">
        <dt>E-mail</dt>
        <dd>{email}</dd>
        <dt>Phone</dt>
        <dd>{phone || 'not given'}</dd>
        <dt>Monthly letter</dt>
        <dd>{wantsLetter ? 'yes, she asked for it' : 'no'}</dd>
        {likes.length > 0 && (
          <>
            <dt>Likes</dt>
            <dd>{likes.join(', ')}</dd>
          </>
        )}
        {addresses.map(({ label, name, line1, line2, suburb, postcode }) => (
          <div key={`${label} ${name} ${line1}`} className="fact-pair">
            <dt>{label || 'Address'}</dt>
            <dd>
              {name}, {line1}
              {line2 !== '' && `, ${line2}`}, {suburb} {postcode}
            </dd>
          </div>
        ))}
      </dl>
    </Section>
  )
}
