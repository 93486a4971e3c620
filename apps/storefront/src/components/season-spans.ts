// A Melbourne year begins with spring.
export const yearFromSpring = [9, 10, 11, 12, 1, 2, 3, 4, 5, 6, 7, 8]
export const monthsFromSpring = [
  'September',
  'October',
  'November',
  'December',
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
]

export interface Span {
  /** Place in the year that begins in September. */
  readonly from: number
  readonly length: number
}

/** Months as runs without a gap, along the ruler. */
export function spansOf(months: readonly number[]): Span[] {
  const spans: { from: number; length: number }[] = []
  for (const [place, month] of yearFromSpring.entries()) {
    if (!months.includes(month)) continue
    const last = spans.at(-1)
    if (last && last.from + last.length === place) last.length += 1
    else spans.push({ from: place, length: 1 })
  }
  return spans
}

/** 'September to December' */
export function spanWords({ from, length }: Span): string {
  if (length === 12) return 'all year'
  return length === 1 ? monthsFromSpring[from]! : `${monthsFromSpring[from]} to ${monthsFromSpring[from + length - 1]}`
}
