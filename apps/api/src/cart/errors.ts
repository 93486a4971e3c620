import { cartLimits } from '@flora/contract/cart.ts'
import { Refusal } from '../platform/refusal.ts'
import type { CartChange } from './cart.ts'

export function cannotChange(because: (CartChange & { kind: 'refused' })['because']): Refusal {
  switch (because) {
    case 'line-not-found':
      return new Refusal(404, because, 'That line is not in your cart any more.')
    case 'delivery-not-found':
      return new Refusal(404, because, 'That delivery is not in your cart any more.')
    case 'variant-not-found':
      return new Refusal(404, because, 'We don’t sell that any more. Please choose another size or another bunch.')
    case 'cart-full':
      return new Refusal(
        409,
        because,
        `A cart holds ${cartLimits.lines} lines and ${cartLimits.deliveries} deliveries. Please ring us for more; we like big days.`,
      )
  }
}
