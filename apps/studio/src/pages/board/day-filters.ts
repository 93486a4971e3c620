import type { ShopDay } from '@flora/calendar/shop-day.ts'
import type { DayWindow } from '@flora/contract/day-board.ts'
import type { WindowId, ZoneId } from '@flora/contract/ids.ts'
import { useMemo } from 'react'
import { useAddress } from '../../asking/use-address.ts'
import { isShopDay } from '@flora/calendar/wall-day.ts'

/** What a day's pages show, as the contract asks for it. */
export interface DayQuery {
  readonly windowId?: WindowId
  readonly zoneId?: ZoneId
  readonly paid?: 'yes' | 'no'
  readonly q?: string
}

export interface DayFilters {
  /** Undefined until it is known what today is. */
  readonly day: ShopDay | undefined
  readonly query: DayQuery
  readonly isFiltered: boolean
  readonly set: (values: Readonly<Record<string, string | undefined>>) => void
}

/** The day and the filters of its pages, from their address: `?day=2026-11-21&zone=zon_…&q=3067`. */
export function useDayFilters(today: ShopDay | undefined): DayFilters {
  const [read, set] = useAddress()
  const asked = read('day')
  const [windowId, zoneId, paid, q] = [read('window'), read('zone'), read('paid'), read('q')]
  const query = useMemo(
    (): DayQuery => ({
      ...(windowId.startsWith('win_') && { windowId: windowId as WindowId }),
      ...(zoneId.startsWith('zon_') && { zoneId: zoneId as ZoneId }),
      ...((paid === 'yes' || paid === 'no') && { paid }),
      ...(q !== '' && { q }),
    }),
    [windowId, zoneId, paid, q],
  )
  return { day: isShopDay(asked) ? asked : today, query, isFiltered: Object.keys(query).length > 0, set }
}

/** The windows and zones of a day as choices of a filter. */
export function filterChoices(windows: readonly DayWindow[]): {
  readonly windows: { value: string; words: string }[]
  readonly zones: { value: string; words: string }[]
} {
  const zones = new Map(windows.map(({ zone }) => [zone.id, zone.name]))
  return {
    windows: windows.map(({ window, zone }) => ({ value: window.id, words: `${window.name}, ${zone.name}` })),
    zones: [...zones].map(([value, words]) => ({ value, words })),
  }
}
