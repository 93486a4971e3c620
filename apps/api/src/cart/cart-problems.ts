import { fitCard } from '@flora/card-fit/card-fit.ts'
import type { Obstacle } from '@flora/contract/text.ts'
import type { VariantForSale } from '../catalog/index.ts'
import type { PromiseWithRoom } from '../delivery/index.ts'
import type { CartDeliveryDraft } from './cart.ts'

/** Why a line cannot be bought as it is. */
export function lineProblem(variant: VariantForSale): Obstacle | undefined {
  if (!variant.isForSale)
    return {
      code: 'not-for-sale',
      message: `${variant.productName} has left the shelf. Please take it out of the cart.`,
    }
  if (variant.soldOut)
    return {
      code: 'sold-out',
      message: `${variant.productName} has sold out. Please take it out, or choose another size.`,
    }
  return undefined
}

/** Fields that placing will ask for and that are still empty. */
export function missingFields(
  { day, windowId, postcode, suburb, recipient }: CartDeliveryDraft,
  isPickUp: boolean,
): string[] {
  const empty = (value: string | undefined) => !value
  return [
    ...(empty(postcode) && !isPickUp ? ['postcode'] : []),
    ...(empty(day) ? ['day'] : []),
    ...(empty(windowId) ? ['windowId'] : []),
    ...(empty(recipient.name) ? ['recipient.name'] : []),
    ...(empty(recipient.line1) && !isPickUp ? ['recipient.line1'] : []),
    ...(empty(suburb) && !isPickUp ? ['recipient.suburb'] : []),
  ]
}

/** Why a delivery cannot be made as it was said. */
export function deliveryProblem(
  draft: CartDeliveryDraft,
  promise: PromiseWithRoom | undefined,
  suburbs: readonly string[],
): Obstacle | undefined {
  if (promise && !promise.ok) return { code: promise.code, message: promise.message }
  if (promise?.placesLeft === 0)
    return {
      code: 'window-full',
      message: 'The last place in this window is taken. Please choose another window or day.',
    }
  const fit = fitCard(draft.cardMessage)
  if (fit.unprintable.length > 0)
    return {
      code: 'card-too-long',
      message: `The card’s letters do not include ${fit.unprintable.join(' ')}. Please leave it out.`,
    }
  if (!fit.fits)
    return {
      code: 'card-too-long',
      message: `The card is ${fit.lines.length - fit.limit} ${fit.lines.length - fit.limit === 1 ? 'line' : 'lines'} too long. "${fit.lines.at(-1)}" won’t print.`,
    }
  const isPickUp = promise?.method === 'pick-up'
  if (
    !isPickUp &&
    draft.suburb &&
    draft.postcode &&
    suburbs.length > 0 &&
    !suburbs.some((suburb) => suburb.toLowerCase() === draft.suburb!.toLowerCase())
  ) {
    return {
      code: 'suburb-postcode',
      message: `${draft.postcode} is ${suburbs.slice(0, 3).join(', ')}. Please check suburb and postcode against each other.`,
    }
  }
  return undefined
}
