import type { Money } from '@flora/money/money.ts'

export { inProse, inSum } from '@flora/money/in-words.ts'

/** '118.50' as it stands in a field. Written from the digits: nothing is divided, so nothing is rounded. */
export function asTyped({ minor }: Money): string {
  const digits = String(Math.abs(minor)).padStart(3, '0')
  return `${minor < 0 ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`
}

/** What somebody typed as a sum: '118', '$118.50', '1,180'. Nothing when it is no sum. */
export function sumTyped(text: string): Money | undefined {
  const match = /^\$?\s*(\d{1,7})(?:\.(\d{1,2}))?$/.exec(text.trim().replaceAll(',', ''))
  if (match === null) return undefined
  return { minor: Number(`${match[1]}${(match[2] ?? '').padEnd(2, '0')}`), currency: 'AUD' }
}
