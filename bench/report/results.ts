import type { Section } from './sections.ts'

export type Verdict = 'PASS' | 'MISS' | 'shown' | 'skipped'

/** One line of the table. */
export interface Result {
  readonly section: Section
  readonly work: string
  readonly flora: string
  readonly ceiling: string
  readonly target: string
  readonly verdict: Verdict
}

/** PASS when every condition holds. */
export function judged(...conditions: readonly boolean[]): Verdict {
  return conditions.every(Boolean) ? 'PASS' : 'MISS'
}

/** 12,345 or 0.52: as many digits as anybody can use. */
export function figure(value: number): string {
  if (value >= 100) return Math.round(value).toLocaleString('en-AU')
  return value >= 10 ? value.toFixed(1) : value.toFixed(2)
}

export function percent(share: number): string {
  return `${Math.round(share * 100)} %`
}
