import type { JSX } from 'react'
import type { Pages } from '../asking/use-pages.ts'
import { Button } from './button.tsx'
import { Trouble } from './trouble.tsx'

/** The end of a list that comes page by page. */
export function MoreButton({ list }: { list: Pages<unknown> }): JSX.Element | null {
  if (list.problem !== undefined) return <Trouble problem={list.problem} again={list.again} />
  if (!list.hasMore) return null
  return (
    <p className="more">
      <Button isBusy={list.isAsking} busy="Asking" onPress={list.more}>
        Show more
      </Button>
    </p>
  )
}
