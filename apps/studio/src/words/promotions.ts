import type { DeskPromotion, PromotionState } from '@flora/contract/promotions-desk.ts'
import { inProse } from './money.ts'

export const promotionStates: Readonly<Record<PromotionState, { readonly mark: string; readonly word: string }>> = {
  running: { mark: 'delivered', word: 'Running' },
  'to-come': { mark: 'confirmed', word: 'To come' },
  over: { mark: 'refunded', word: 'Over' },
  'used-up': { mark: 'risk', word: 'Used up' },
  ended: { mark: 'refunded', word: 'Ended' },
}

/** '10% off the flowers', '$15 off', 'Free delivery' */
export function offWords({
  kind,
  basisPoints,
  amount,
}: Pick<DeskPromotion, 'kind' | 'basisPoints' | 'amount'>): string {
  if (kind === 'free-delivery') return 'Free delivery'
  if (kind === 'fixed') return amount === undefined ? 'A sum off' : `${inProse(amount)} off`
  return `${percentWords(basisPoints ?? 0)} off`
}

/** 1000 as '10%', 1250 as '12.5%': written from the digits. */
export function percentWords(basisPoints: number): string {
  const digits = String(basisPoints).padStart(3, '0')
  const part = digits.slice(-2).replace(/0+$/, '')
  return `${digits.slice(0, -2)}${part === '' ? '' : `.${part}`}%`
}

/** What somebody typed as a percentage: '10', '12.5'. Nothing when it is none between 0.01 and 100. */
export function percentTyped(text: string): number | undefined {
  const match = /^(\d{1,3})(?:\.(\d{1,2}))?\s*%?$/.exec(text.trim())
  if (match === null) return undefined
  const basisPoints = Number(`${match[1]}${(match[2] ?? '').padEnd(2, '0')}`)
  return basisPoints >= 1 && basisPoints <= 10_000 ? basisPoints : undefined
}
