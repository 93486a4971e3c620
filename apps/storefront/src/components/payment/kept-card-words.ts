import type { SavedCard } from '@flora/contract/customers.ts'

/** 'Visa ending 4242' */
export function cardName({ brand, last4 }: Pick<SavedCard, 'brand' | 'last4'>): string {
  return `${brand} ending ${last4}`
}

/** 'Until 12/44', 'Expired 01/25' */
export function expiryWords({ expiry, isExpired }: Pick<SavedCard, 'expiry' | 'isExpired'>): string {
  const month = `${String(expiry.month).padStart(2, '0')}/${String(expiry.year).slice(-2)}`
  return isExpired ? `Expired ${month}` : `Until ${month}`
}
