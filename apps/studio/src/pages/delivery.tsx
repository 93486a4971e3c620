import type { ShopDay } from '@flora/calendar/shop-day.ts'
import type { DeskMonth } from '@flora/contract/delivery-desk.ts'
import { type JSX, useState } from 'react'
import { useAddress } from '../asking/use-address.ts'
import { useAsk } from '../asking/use-ask.ts'
import { useShopClock } from '../asking/use-shop-facts.ts'
import { useMay } from '../asking/who.ts'
import { Answered } from '../components/answered.tsx'
import { Button, LinkButton } from '../components/button.tsx'
import { PageHeader } from '../components/page-header.tsx'
import { CloseDays } from '../forms/days-close.tsx'
import { SaySurge } from '../forms/surge-say.tsx'
import { count } from '../words/counts.ts'
import { isShopDay, monthAndYear, monthsLater } from '@flora/calendar/wall-day.ts'
import { DayPanel } from './delivery/day-panel.tsx'
import { DeliveryViews } from './delivery/delivery-views.tsx'
import { MonthGrid } from './delivery/month-grid.tsx'

const notYours = { ok: false, because: 'Owners and managers arrange deliveries.' } as const

/** A month of deliveries: what is full, what is shut, what costs more, and a panel to change a day. */
export function Component(): JSX.Element {
  const [read] = useAddress()
  const { today } = useShopClock()
  const first = firstOf(read('month'), today)
  const named = read('day')
  const month = useAsk(
    'GET /desk/delivery/months/:month',
    first === undefined ? undefined : { params: { month: first.slice(0, 7) } },
  )
  const day = isShopDay(named) ? named : first?.slice(0, 7) === today?.slice(0, 7) ? today : first
  const may = useMay('delivery/write')
  const can = may ? ({ ok: true } as const) : notYours
  const [open, setOpen] = useState<'close' | 'surge'>()
  const version = month.data?.version
  return (
    <>
      <PageHeader
        title={first === undefined ? 'Delivery' : monthAndYear(first)}
        tab="Delivery calendar"
        lead={month.data && !month.isBefore && leadOf(month.data)}
        views={<DeliveryViews />}
      >
        {first !== undefined && (
          <>
            <MonthStep to={monthsLater(first, -1)} before="← " />
            <MonthStep to={monthsLater(first, 1)} after=" →" />
          </>
        )}
        <Button can={can} onPress={() => setOpen('surge')}>
          Add surge days
        </Button>
        <Button kind="ink" can={can} onPress={() => setOpen('close')}>
          Close days or windows
        </Button>
      </PageHeader>
      <div className="two even">
        <section aria-label="The month">
          <Answered answer={month}>{(data) => <MonthGrid month={data} chosen={day} />}</Answered>
        </section>
        <section aria-label="The chosen day">{day !== undefined && <DayPanel day={day} can={can} />}</section>
      </div>
      {version !== undefined && day !== undefined && open === 'close' && (
        <CloseDays version={version} day={day} onClose={() => setOpen(undefined)} />
      )}
      {version !== undefined && day !== undefined && open === 'surge' && (
        <SaySurge version={version} day={day} onClose={() => setOpen(undefined)} />
      )}
    </>
  )
}

function MonthStep({ to, before = '', after = '' }: { to: ShopDay; before?: string; after?: string }): JSX.Element {
  const words = monthAndYear(to)
  return (
    <LinkButton to={`/delivery?month=${to.slice(0, 7)}`}>
      <span aria-hidden="true">{before}</span>
      {words.slice(0, 3)}
      <span className="vh">{words.slice(3)}</span>
      <span aria-hidden="true">{after}</span>
    </LinkButton>
  )
}

function firstOf(month: string, today: ShopDay | undefined): ShopDay | undefined {
  if (isShopDay(`${month}-01`)) return `${month}-01` as ShopDay
  return today === undefined ? undefined : (`${today.slice(0, 7)}-01` as ShopDay)
}

function leadOf({ days }: DeskMonth): string {
  const closed = days.filter(({ open }) => !open).length
  const surge = days.filter((day) => day.surge !== undefined).length
  return `${count(closed, 'day')} closed, ${count(surge, 'surge day')}. Filled bar: places taken.`
}
