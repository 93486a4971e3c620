import { cartLimits } from '@flora/contract/cart.ts'
import type { Reordered } from '@flora/contract/customers.ts'
import type { LineId, VariantId } from '@flora/contract/ids.ts'
import type { DeliveryAgain, LineAgain } from '../cart/index.ts'
import type { VariantForSale } from '../catalog/index.ts'
import type { RepeatableOrder } from './order-queries.ts'

type LeftOut = Reordered['leftOut'][number]
type PastLine = RepeatableOrder['lines'][number]

/** What of an order can be had again today, and what can't and why. */
export interface Repetition {
  readonly deliveries: readonly DeliveryAgain[]
  readonly leftOut: readonly LeftOut[]
}

/** Decides line by line; an add-on goes where what it belongs to goes. */
export function repeatOrder(
  { deliveries, lines }: RepeatableOrder,
  variants: ReadonlyMap<VariantId, VariantForSale>,
): Repetition {
  const leftOut: LeftOut[] = []
  const again = new Map<LineId, LineAgain>()
  for (const line of lines) {
    const variant = variants.get(line.variantId)
    const lone = line.goesWith !== null && !again.has(line.goesWith)
    const because = lone ? withoutItsMain(line, lines) : whyNot(line, variant)
    if (because !== undefined || !variant) {
      leftOut.push(toLeftOut(line, line.quantity, because ?? hasLeft(line)))
      continue
    }
    const quantity = Math.min(line.quantity, variant.pieces ?? line.quantity)
    if (quantity < line.quantity)
      leftOut.push(toLeftOut(line, line.quantity - quantity, `Only ${quantity} of ${line.name} are left.`))
    const { id, goesWith, variantId } = line
    again.set(id, { id, ...(goesWith && { goesWith }), variantId, quantity, seen: variant.price })
  }
  return {
    deliveries: deliveries.map((delivery) => ({
      ...toDeliveryAgain(delivery),
      lines: lines.flatMap(({ id, deliveryId }) => (deliveryId === delivery.id ? (again.get(id) ?? []) : [])),
    })),
    leftOut,
  }
}

/** Lines for which the cart had no room, as they are told. */
export function withoutRoom({ lines }: RepeatableOrder, full: readonly LineId[]): LeftOut[] {
  const because = `A cart holds ${cartLimits.lines} lines and ${cartLimits.deliveries} deliveries, and yours is full.`
  return lines.filter(({ id }) => full.includes(id)).map((line) => toLeftOut(line, line.quantity, because))
}

function whyNot(line: PastLine, variant: VariantForSale | undefined): string | undefined {
  if (!variant?.isForSale) return hasLeft(line)
  return variant.soldOut ? `${line.name} has sold out.` : undefined
}

function hasLeft({ name }: PastLine): string {
  return `${name} has left the shelf.`
}

function withoutItsMain({ goesWith }: PastLine, lines: readonly PastLine[]): string {
  const main = lines.find(({ id }) => id === goesWith)
  return `It went with ${main?.name ?? 'something'}, which could not be put in.`
}

function toLeftOut({ name, variantName }: PastLine, quantity: number, because: string): LeftOut {
  return { name, variantName, quantity, because }
}

function toDeliveryAgain({
  name,
  phone,
  line1,
  line2,
  suburb,
  postcode,
  instructions,
  anonymous,
  substitution,
}: RepeatableOrder['deliveries'][number]): Omit<DeliveryAgain, 'lines'> {
  return {
    ...(postcode && { postcode }),
    ...(suburb && { suburb }),
    recipient: { name, phone, line1, line2 },
    instructions,
    anonymous,
    substitution,
  }
}
