import { Refusal } from '../platform/refusal.ts'

export const invoiceNotReady = (because: string) => new Refusal(409, 'invoice-not-ready', because)
