import type { JSX } from 'react'
import { useAddress } from '../asking/use-address.ts'
import { Button } from './button.tsx'

interface PagerProps {
  readonly page: number
  readonly pages: number
  readonly total: number
}

/** Steps between the pages of a list that is counted. The page stands in the address. */
export function Pager({ page, pages, total }: PagerProps): JSX.Element | null {
  const [, write] = useAddress()
  if (pages <= 1) return null
  const to = (next: number): void => write({ page: next === 1 ? undefined : String(next) })
  return (
    <nav className="pager more" aria-label="Pages">
      <Button
        small
        can={page > 1 ? { ok: true } : { ok: false, because: 'The first page.' }}
        onPress={() => to(page - 1)}
      >
        ← Back
      </Button>
      <span className="soft">
        Page {page} of {pages}, {total} in all
      </span>
      <Button
        small
        can={page < pages ? { ok: true } : { ok: false, because: 'The last page.' }}
        onPress={() => to(page + 1)}
      >
        On →
      </Button>
    </nav>
  )
}

/** The page that an address names; the first unless it names one. */
export function pageIn(text: string): number {
  return /^[1-9]\d{0,3}$/.test(text) ? Number(text) : 1
}
