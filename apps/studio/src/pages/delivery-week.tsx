import type { DeliveryArrangements } from '@flora/contract/delivery-desk.ts'
import type { Permission } from '@flora/contract/text.ts'
import type { JSX } from 'react'
import { Link } from 'react-router'
import { useAsk } from '../asking/use-ask.ts'
import { useMay } from '../asking/who.ts'
import { Answered } from '../components/answered.tsx'
import { PageHeader } from '../components/page-header.tsx'
import { Section } from '../components/section.tsx'
import { count } from '../words/counts.ts'
import { DeliveryViews } from './delivery/delivery-views.tsx'
import { Standing } from './delivery/standing.tsx'
import { WeekMinutes } from './delivery/week-minutes.tsx'

/** What holds for every day until a day says otherwise, and which days do. */
export function Component(): JSX.Element {
  const answer = useAsk('GET /desk/delivery/arrangements', {})
  const may = useMay('delivery/write')
  const can: Permission = may ? { ok: true } : { ok: false, because: 'Owners and managers arrange deliveries.' }
  return (
    <>
      <PageHeader
        title="The week and its exceptions"
        lead="The bench’s minutes, surge days, closed days, lead times."
        views={<DeliveryViews />}
      />
      <Answered answer={answer}>
        {(all) => (
          <>
            <WeekMinutes arrangements={all} can={can} />
            <Standing arrangements={all} can={can} />
            <LeadTimes arrangements={all} />
          </>
        )}
      </Answered>
    </>
  )
}

function LeadTimes({ arrangements }: { arrangements: DeliveryArrangements }): JSX.Element {
  return (
    <Section title="Products that need longer">
      {arrangements.leadTimes.length === 0 ? (
        <p className="soft">Everything can be had as soon as its window’s cut-off allows.</p>
      ) : (
        <dl className="lines">
          {arrangements.leadTimes.map(({ productId, name, days }) => (
            <div key={productId}>
              <dt>
                <Link to={`/products/${productId}`}>{name}</Link>
              </dt>
              <dd>{count(days, 'day')}</dd>
            </div>
          ))}
        </dl>
      )}
      <p className="hint">Changed at the product itself.</p>
    </Section>
  )
}
