import type { ShopDay } from '@flora/calendar/shop-day.ts'
import type { DayBoard } from '@flora/contract/day-board.ts'
import { type JSX, useCallback, useMemo } from 'react'
import { useLocation } from 'react-router'
import { DaySteps } from '../../components/day-steps.tsx'
import { Button } from '../../components/button.tsx'
import { SelectField } from '../../components/fields.tsx'
import { PageHeader } from '../../components/page-header.tsx'
import { SearchField } from '../../components/search-field.tsx'
import { Views } from '../../components/views.tsx'
import { useShortcuts } from '../../shell/keys.ts'
import { count } from '../../words/counts.ts'
import { daysLater, longDay, nearDay } from '@flora/calendar/wall-day.ts'
import { type DayFilters, filterChoices } from './day-filters.ts'

interface DayHeadProps {
  readonly filters: DayFilters
  readonly day: ShopDay
  readonly today: ShopDay
  /** The day's figures, once they are there. */
  readonly board: DayBoard | undefined
  readonly isUp: boolean
}

/** The head of a day's pages: which day, board or list, and what of it is shown. */
export function DayHead({ filters, day, today, board, isUp }: DayHeadProps): JSX.Element {
  const { search } = useLocation()
  const { set } = filters
  const step = useCallback(
    (to: ShopDay) => set({ day: to === today ? undefined : to, window: undefined }),
    [set, today],
  )
  useShortcuts(
    useMemo(
      () => [
        { keys: '[', does: 'The day before', run: () => step(daysLater(day, -1)) },
        { keys: ']', does: 'The day after', run: () => step(daysLater(day, 1)) },
        { keys: '.', does: 'Today', run: () => step(today) },
        {
          keys: '/',
          does: 'Search this day',
          run: () => document.querySelector<HTMLElement>('input[type=search]')?.focus(),
        },
      ],
      [step, day, today],
    ),
  )
  const near = nearDay(day, today)
  return (
    <>
      <PageHeader
        title={longDay(day)}
        lead={
          <>
            {near !== longDay(day) && `${near[0]!.toUpperCase()}${near.slice(1)}. `}
            {board && `${count(board.deliveries, 'delivery', 'deliveries')} of ${count(board.orders, 'order')}. `}
            {!isUp && <b>The live line is down; ask again by loading the page.</b>}
          </>
        }
        views={
          <Views
            label="Views of the day"
            views={[
              { to: `/board${search}`, words: 'Board' },
              { to: `/day-list${search}`, words: 'List' },
            ]}
          />
        }
      >
        <DaySteps day={day} today={today} onChange={step} />
      </PageHeader>
      <Filters filters={filters} board={board} />
    </>
  )
}

function Filters({ filters, board }: { filters: DayFilters; board: DayBoard | undefined }): JSX.Element {
  const { query, set, isFiltered } = filters
  const choices = filterChoices(board?.windows ?? [])
  const search = useCallback((q: string) => set({ q }), [set])
  return (
    <div className="filters" role="search" aria-label="This day">
      <SearchField
        label="Search this day"
        placeholder="Name, number, phone, postcode"
        value={query.q ?? ''}
        onSearch={search}
      />
      <SelectField
        label="Window"
        value={query.windowId ?? ''}
        choices={[{ value: '', words: 'All windows' }, ...choices.windows]}
        onChange={(window) => set({ window })}
      />
      <SelectField
        label="Zone"
        value={query.zoneId ?? ''}
        choices={[{ value: '', words: 'All zones' }, ...choices.zones]}
        onChange={(zone) => set({ zone })}
      />
      <SelectField
        label="Payment"
        value={query.paid ?? ''}
        choices={[
          { value: '', words: 'Paid or not' },
          { value: 'yes', words: 'Paid' },
          { value: 'no', words: 'Not paid' },
        ]}
        onChange={(paid) => set({ paid })}
      />
      {isFiltered && (
        <Button kind="text" onPress={() => set({ q: undefined, window: undefined, zone: undefined, paid: undefined })}>
          Show all
        </Button>
      )}
    </div>
  )
}
