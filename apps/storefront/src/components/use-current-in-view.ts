import { type RefObject, useEffect } from 'react'
import { useLocation } from 'react-router'

/** On a phone a row of links is a strip that moves sideways: the one the shopper stands in should not be the one cut off. */
export function useCurrentInView(row: RefObject<HTMLElement | null>): void {
  const { pathname } = useLocation()
  useEffect(() => {
    const strip = row.current
    const current = strip?.querySelector('[aria-current]')
    if (!strip || !current) return
    const [window, shown] = [strip.getBoundingClientRect(), current.getBoundingClientRect()]
    strip.scrollBy({ left: shown.left - window.left - (window.width - shown.width) / 2 })
  }, [row, pathname])
}
