import type { Answered as Answer } from '@flora/client/client.ts'
import type { PromotionId } from '@flora/contract/ids.ts'
import type { DeskPromotion } from '@flora/contract/promotions-desk.ts'
import { type JSX, useMemo, useState } from 'react'
import { Link, useParams } from 'react-router'
import { useAddress } from '../asking/use-address.ts'
import { useAsk } from '../asking/use-ask.ts'
import { useShopClock } from '../asking/use-shop-facts.ts'
import { Answered } from '../components/answered.tsx'
import { Button } from '../components/button.tsx'
import { type Column, DataTable } from '../components/data-table.tsx'
import { PageHeader } from '../components/page-header.tsx'
import { pageIn, Pager } from '../components/pager.tsx'
import { Section } from '../components/section.tsx'
import { Badge } from '../components/status-badge.tsx'
import { Empty } from '../components/trouble.tsx'
import { EndPromotion } from '../forms/promotion-end.tsx'
import { SayPromotion } from '../forms/promotion-say.tsx'
import { count } from '../words/counts.ts'
import { longDayAndYear } from '../words/days.ts'
import { inProse, inSum } from '../words/money.ts'
import { offWords, promotionStates } from '../words/promotions.ts'
import { momentWords } from '@flora/calendar/wall-time.ts'

type Use = Answer<'GET /desk/promotions/:promotionId'>['uses'][number]

/** One code: what it does, and the orders that used it. */
export function Component(): JSX.Element {
  const { promotionId } = useParams()
  const [read] = useAddress()
  const answer = useAsk('GET /desk/promotions/:promotionId', {
    params: { promotionId: promotionId as PromotionId },
    query: { page: pageIn(read('page')) },
  })
  return (
    <Answered answer={answer}>
      {({ promotion, uses, page, pages, total }) => (
        <>
          <Head promotion={promotion} />
          <Terms promotion={promotion} />
          <Section title="Orders that used it" aside={<span className="soft">{count(total, 'order')}</span>}>
            {uses.length === 0 ? <Empty title="Nobody has used it yet" /> : <Uses uses={uses} />}
            <Pager page={page} pages={pages} total={total} />
          </Section>
        </>
      )}
    </Answered>
  )
}

function Head({ promotion }: { promotion: DeskPromotion }): JSX.Element {
  const [open, setOpen] = useState<'say' | 'end'>()
  const { mark, word } = promotionStates[promotion.state]
  const close = (): void => setOpen(undefined)
  return (
    <PageHeader title={promotion.code} lead={promotion.label} above={<Link to="/codes">Codes</Link>}>
      <Badge mark={mark}>{word}</Badge>
      <Button can={promotion.can.edit} onPress={() => setOpen('say')}>
        Change
      </Button>
      <Button can={promotion.can.end} onPress={() => setOpen('end')}>
        End it
      </Button>
      {open === 'say' && <SayPromotion promotion={promotion} onClose={close} />}
      {open === 'end' && <EndPromotion promotion={promotion} onClose={close} />}
    </PageHeader>
  )
}

function Terms({ promotion }: { promotion: DeskPromotion }): JSX.Element {
  const { minimumGoods, fromDay, untilDay, useLimit, used, firstOrderOnly } = promotion
  const lines: readonly (readonly [string, string])[] = [
    ['Takes off', offWords(promotion)],
    ['From', fromDay === undefined ? 'Now' : longDayAndYear(fromDay)],
    ['Until', untilDay === undefined ? 'Somebody ends it' : longDayAndYear(untilDay)],
    ['Goods of at least', minimumGoods.minor === 0 ? 'Any sum' : inProse(minimumGoods)],
    ['For', firstOrderOnly ? 'First orders' : 'Everybody'],
    ['Used', useLimit === undefined ? String(used) : `${used} of ${useLimit}`],
  ]
  return (
    <Section title="What it does">
      <dl className="lines money-lines">
        {lines.map(([term, words]) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd>{words}</dd>
          </div>
        ))}
      </dl>
    </Section>
  )
}

function Uses({ uses }: { uses: readonly Use[] }): JSX.Element {
  const { timeZone, today } = useShopClock()
  const columns = useMemo(() => usesAt({ timeZone, today }), [timeZone, today])
  return <DataTable caption="Orders" columns={columns} rows={uses} rowKey={({ orderId }) => orderId} stacks />
}

function usesAt(clock: Parameters<typeof momentWords>[1]): Column<Use>[] {
  return [
    {
      id: 'number',
      head: 'Order',
      isName: true,
      cell: ({ orderId, number }) => (
        <Link to={`/orders/${orderId}`}>
          <b>{number}</b>
        </Link>
      ),
    },
    { id: 'buyer', head: 'Buyer', cell: ({ buyerName }) => buyerName },
    { id: 'placed', head: 'Placed', cell: ({ placedAt }) => momentWords(placedAt, clock) },
    { id: 'discount', head: 'Taken off', isNumber: true, cell: ({ discount }) => inSum(discount) },
    { id: 'total', head: 'Paid in all', isNumber: true, cell: ({ total }) => inSum(total) },
  ]
}
