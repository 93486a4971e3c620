import type { ShopDay } from '@flora/calendar/shop-day.ts'
import type { JSX } from 'react'
import { useAddress } from '../../asking/use-address.ts'
import { useShopClock } from '../../asking/use-shop-facts.ts'
import { SelectField } from '../../components/fields.tsx'
import { DayField } from '../../components/number-fields.tsx'
import { Views } from '../../components/views.tsx'
import { isShopDay, shortDay } from '@flora/calendar/wall-day.ts'
import { type Days, periods } from './periods.ts'

/** The days a report is about, from the address; this month so far while that names none. Undefined until the shop's day is known. */
export function usePeriod(): Days | undefined {
  const { today } = useShopClock()
  const [read] = useAddress()
  if (today === undefined) return undefined
  const [from, to] = [read('from'), read('to')]
  if (isShopDay(from) && isShopDay(to)) return { from, to }
  return periods.find(({ id }) => id === 'month')!.days(today)
}

/** 'Sun 1 Nov to Fri 20 Nov' */
export function periodWords({ from, to }: Days): string {
  return from === to ? shortDay(from) : `${shortDay(from)} to ${shortDay(to)}`
}

/** Chooses the days: one of the usual periods, or any first and last day. */
export function PeriodFields({ days }: { days: Days }): JSX.Element {
  const { today } = useShopClock()
  const [, set] = useAddress()
  const usual = periods.map(({ id, words, days: of }) => ({ value: id, words, of: of(today ?? days.to) }))
  const standing = usual.find(({ of }) => of.from === days.from && of.to === days.to)
  const change = (from: ShopDay, to: ShopDay): void => set(from <= to ? { from, to } : { from: to, to: from })
  return (
    <div className="filters">
      <SelectField
        label="Period"
        value={standing?.value ?? 'own'}
        choices={[...usual, { value: 'own', words: 'Days of your own', isOff: true }]}
        onChange={(id) => {
          const chosen = usual.find(({ value }) => value === id)
          if (chosen) set({ from: chosen.of.from, to: chosen.of.to })
        }}
      />
      <DayField label="From" value={days.from} onChange={(day) => day && change(day, days.to)} />
      <DayField label="To" value={days.to} onChange={(day) => day && change(days.from, day)} />
    </div>
  )
}

/** Tabs from one report to the next; the period comes along. */
export function ReportViews({ days }: { days: Days | undefined }): JSX.Element {
  const along = days === undefined ? '' : `?from=${days.from}&to=${days.to}`
  return (
    <Views
      label="Reports"
      views={[
        { to: `/reports${along}`, words: 'Sales' },
        { to: `/reports/subscriptions${along}`, words: 'Subscriptions' },
        { to: `/reports/refunds${along}`, words: 'Refunds' },
        { to: `/reports/tax${along}`, words: 'Tax' },
      ]}
    />
  )
}

/** A report as a file for a spreadsheet. */
export function FileLink({ report, days, by }: { report: string; days: Days; by?: string }): JSX.Element {
  const more = by === undefined ? '' : `&by=${by}`
  return (
    <a className="btn" href={`/api/desk/reports/${report}.csv?from=${days.from}&to=${days.to}${more}`} download>
      As a file (CSV)
    </a>
  )
}
