import type { CartLine } from '@flora/contract/cart.ts'
import { toast } from '@flora/ui/toasts.tsx'
import { putBack } from './put-back.ts'
import type { CartDesk } from './use-cart-desk.ts'

/** Takes a line out and offers to put it back, with its add-ons and all that was typed for its delivery. */
export async function removeLine(line: CartLine, desk: CartDesk): Promise<void> {
  const before = desk.cart
  const after = await desk.change(line.id, (client) =>
    client.call('DELETE /cart/lines/:lineId', { params: { lineId: line.id } }),
  )
  if (after === undefined) return
  toast({
    words: `${line.name} removed.`,
    undo: { label: 'Undo', run: () => void desk.change(line.id, (client) => putBack(client, line, before)) },
  })
}
