import type { DeskOrder } from '@flora/contract/desk-order.ts'
import type { OrderView } from '@flora/contract/orders.ts'

/** A delivery with what its buyer sees of it, what only the shop knows, and its lines. */
export interface DeliveryParts {
  readonly view: OrderView['deliveries'][number]
  readonly own: DeskOrder['deliveries'][number]
  readonly lines: readonly LineParts[]
}

export interface LineParts {
  readonly view: OrderView['lines'][number]
  readonly own: DeskOrder['lines'][number]
}

/** The deliveries of an order in its order, each with its two sides. */
export function deliveriesOf({
  order,
  deliveries,
  lines,
}: Pick<DeskOrder, 'order' | 'deliveries' | 'lines'>): DeliveryParts[] {
  return order.deliveries.flatMap((view) => {
    const own = deliveries.find(({ id }) => id === view.id)
    return own ? [{ view, own, lines: linesOf({ order, lines }, view.id) }] : []
  })
}

function linesOf({ order, lines }: Pick<DeskOrder, 'order' | 'lines'>, deliveryId: string): LineParts[] {
  return order.lines
    .filter((line) => line.deliveryId === deliveryId)
    .flatMap((view) => {
      const own = lines.find(({ id }) => id === view.id)
      return own ? [{ view, own }] : []
    })
}

/** '5 waratah, 2 banksia' */
export function recipeWords(recipe: DeskOrder['lines'][number]['recipe'], quantity: number): string {
  const stems = recipe.map(({ name, count }) => `${count} ${name}`).join(', ')
  return quantity > 1 && stems !== '' ? `${quantity} times: ${stems}` : stems
}
