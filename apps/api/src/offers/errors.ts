import type { Obstacle } from '@flora/contract/text.ts'
import { Refusal } from '../platform/refusal.ts'

export const frequencyNotOffered = () =>
  new Refusal(422, 'frequency-not-offered', 'Surprises come once a week, a fortnight or a month.')

/** What stands in the way of a delivery, in the words of whoever found it. */
export const cannotDeliver = ({ code, message }: Obstacle) => new Refusal(409, code, message)
