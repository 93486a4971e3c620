import type { OrderStatus } from '@flora/contract/orders.ts'
import type { JSX, ReactNode } from 'react'
import { statusWords } from '../words/statuses.ts'

interface StatusBadgeProps {
  readonly status: OrderStatus
  /** Only the mark is drawn; the word is read out. */
  readonly markOnly?: boolean
}

/** A growing mark and a word. */
export function StatusBadge({ status, markOnly = false }: StatusBadgeProps): JSX.Element {
  const { mark, word } = statusWords[status]
  return (
    <span className="badge" data-s={mark}>
      {markOnly ? <span className="vh">{word}</span> : word}
    </span>
  )
}

/** Amber diamond: somebody must act. Berry square: it is wrong. Or any mark of a status with other words. */
export function Badge({ mark, children }: { mark: string; children: ReactNode }): JSX.Element {
  return (
    <span className="badge" data-s={mark}>
      {children}
    </span>
  )
}
