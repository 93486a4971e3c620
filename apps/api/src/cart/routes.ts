import { cart } from '@flora/contract/cart.ts'
import type { VariantId } from '@flora/contract/ids.ts'
import type { FastifyInstance } from 'fastify'
import { serve } from '../platform/http.ts'
import type { Shop } from '../shop.ts'
import { addLine, type CartDocument, changeDelivery, changeLine, removeLine } from './cart.ts'
import { applyCode } from './apply-code.ts'
import { keepCartToken, readCartToken } from './cart-cookie.ts'
import { addSubscription, changeSubscription, removeSubscription } from './cart-subscription.ts'
import { type Change, changeCart } from './change-cart.ts'
import { showCart } from './show-cart.ts'
import { withoutCode } from './without-code.ts'

type CartShop = Pick<Shop, 'db' | 'inTransaction' | 'clock' | 'config'>

export function cartRoutes(app: FastifyInstance, shop: CartShop): void {
  serve(app, cart.showCart, (_, request) => showCart(shop.db, readCartToken(request)?.hash, shop.clock.now()))

  serve(app, cart.addLine, ({ body: { addOns = [], ...line } }, request, reply) => {
    const goods = [line.variantId, ...addOns.map(({ variantId }) => variantId)]
    return changeCart(
      shop,
      keepCartToken(shop.config, request, reply),
      (document, variants) => {
        const seen = (variantId: VariantId) => variants.get(variantId)!.price
        if (goods.some((id) => !variants.get(id)?.isForSale)) return { kind: 'refused', because: 'variant-not-found' }
        return addLine(document, {
          ...line,
          seen: seen(line.variantId),
          addOns: addOns.map((addOn) => ({ ...addOn, seen: seen(addOn.variantId) })),
        })
      },
      goods,
    )
  })

  serve(app, cart.changeLine, ({ params, body }, request, reply) =>
    changeCart(shop, keepCartToken(shop.config, request, reply), (document) =>
      changeLine(document, params.lineId, body),
    ),
  )

  serve(app, cart.removeLine, ({ params }, request, reply) =>
    changeCart(shop, keepCartToken(shop.config, request, reply), (document) => removeLine(document, params.lineId)),
  )

  serve(app, cart.changeDelivery, ({ params, body }, request, reply) =>
    changeCart(shop, keepCartToken(shop.config, request, reply), (document) =>
      changeDelivery(document, params.deliveryId, body),
    ),
  )

  serve(app, cart.changeBuyer, ({ body }, request, reply) =>
    changeCart(shop, keepCartToken(shop.config, request, reply), (document) => ({
      kind: 'changed',
      document: { ...document, buyer: body },
    })),
  )

  subscriptionRoutes(app, shop)

  serve(app, cart.applyCode, ({ body }, request, reply) =>
    applyCode(shop, keepCartToken(shop.config, request, reply), body.code),
  )

  serve(app, cart.removeCode, ({ params }, request, reply) =>
    changeCart(shop, keepCartToken(shop.config, request, reply), (document) => ({
      kind: 'changed',
      document: withoutCode(document, params.kind),
    })),
  )
}

function subscriptionRoutes(app: FastifyInstance, shop: CartShop): void {
  const ifSold =
    (variantId: VariantId, change: (document: CartDocument) => ReturnType<Change>): Change =>
    (document, variants) =>
      variants.get(variantId)?.isForSale ? change(document) : { kind: 'refused', because: 'variant-not-found' }

  serve(app, cart.addSubscription, ({ body }, request, reply) => {
    const change = ifSold(body.variantId, (document) => addSubscription(document, body))
    return changeCart(shop, keepCartToken(shop.config, request, reply), change, [body.variantId])
  })

  serve(app, cart.changeSubscription, ({ params, body }, request, reply) => {
    const change = ifSold(body.variantId, (document) => changeSubscription(document, params.subscriptionId, body))
    return changeCart(shop, keepCartToken(shop.config, request, reply), change, [body.variantId])
  })

  serve(app, cart.removeSubscription, ({ params }, request, reply) =>
    changeCart(shop, keepCartToken(shop.config, request, reply), (document) =>
      removeSubscription(document, params.subscriptionId),
    ),
  )
}
