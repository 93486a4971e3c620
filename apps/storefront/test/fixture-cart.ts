import type { Cart, CartLine } from '@flora/contract/cart.ts'
import { productFor } from './fixture-catalog.ts'
import { aud } from './fixture-shop.ts'

interface Added {
  readonly variantId: string
  readonly quantity: number
}

/** A cart in memory: enough to see the count in the masthead change and to land on the cart page. */
export function openCart(): { show: () => Cart; add: (line: Added) => Cart } {
  const lines: CartLine[] = []
  let version = 0
  const show = (): Cart => {
    const total = lines.reduce((sum, line) => sum + line.total.minor, 0)
    return {
      version,
      lines,
      deliveries: [],
      buyer: { name: '', email: '', phone: '' },
      sum: [{ kind: 'goods', label: 'Flowers and plants', amount: aud(total) }],
      total: aud(total),
      toPay: aud(total),
      gst: aud(Math.round(total / 11)),
      count: lines.reduce((sum, line) => sum + line.quantity, 0),
      can: { checkOut: { ok: true }, place: { ok: false, because: 'A delivery needs its day and address first.' } },
    }
  }
  const add = ({ variantId, quantity }: Added): Cart => {
    const slug = variantId.replace(/^var_/, '').replace(/-(small|medium|large)$/, '')
    const product = productFor(slug)
    const variant = product?.variants.find((one) => one.id === variantId)
    if (product && variant) {
      version += 1
      lines.push({
        id: `lin_${version}`,
        deliveryId: 'dlv_one',
        variantId: variant.id,
        slug,
        name: product.name,
        variantName: variant.name,
        kind: product.kind,
        tint: product.tint,
        picture: product.pictures[0]!,
        quantity,
        purchase: 'once',
        unitPrice: variant.price,
        total: aud(variant.price.minor * quantity),
        discount: aud(0),
        gst: aud(Math.round((variant.price.minor * quantity) / 11)),
      })
    }
    return show()
  }
  return { show, add }
}
