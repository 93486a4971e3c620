import { shopDayAt } from '@flora/calendar/shop-day.ts'
import { cart } from '@flora/contract/cart.ts'
import type { VariantId } from '@flora/contract/ids.ts'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { listVariantsForSale } from '../catalog/index.ts'
import { serve } from '../platform/http.ts'
import type { Shop } from '../shop.ts'
import { addLine, type CartDocument, changeDelivery, changeLine, removeLine } from './cart.ts'
import { applyCode } from './apply-code.ts'
import { type CartToken, changeCart, knownCartToken, newCartToken } from './change-cart.ts'
import { variantNotFound } from './errors.ts'
import { findShopRules } from './queries.ts'
import { showCart } from './show-cart.ts'

type CartShop = Pick<Shop, 'db' | 'inTransaction' | 'clock' | 'config'>

const cookieName = 'cart'
const keptSeconds = 30 * 24 * 60 * 60

export function cartRoutes(app: FastifyInstance, shop: CartShop): void {
  serve(app, cart.showCart, (_, request) => showCart(shop.db, readCartToken(request)?.hash, shop.clock.now()))

  serve(app, cart.addLine, async ({ body: { addOns = [], ...line } }, request, reply) => {
    const today = shopDayAt(shop.clock.now(), (await findShopRules(shop.db)).timeZone)
    const variants = await listVariantsForSale(
      shop.db,
      [line.variantId, ...addOns.map(({ variantId }) => variantId)],
      today,
    )
    const seen = (variantId: VariantId) => {
      const variant = variants.get(variantId)
      if (!variant?.isForSale) throw variantNotFound()
      return variant.price
    }
    const newLine = {
      ...line,
      seen: seen(line.variantId),
      addOns: addOns.map((addOn) => ({ ...addOn, seen: seen(addOn.variantId) })),
    }
    return changeCart(shop, cartToken(shop, request, reply), (document) => addLine(document, newLine))
  })

  serve(app, cart.changeLine, ({ params, body }, request, reply) =>
    changeCart(shop, cartToken(shop, request, reply), (document) => changeLine(document, params.lineId, body)),
  )

  serve(app, cart.removeLine, ({ params }, request, reply) =>
    changeCart(shop, cartToken(shop, request, reply), (document) => removeLine(document, params.lineId)),
  )

  serve(app, cart.changeDelivery, ({ params, body }, request, reply) =>
    changeCart(shop, cartToken(shop, request, reply), (document) => changeDelivery(document, params.deliveryId, body)),
  )

  serve(app, cart.changeBuyer, ({ body }, request, reply) =>
    changeCart(shop, cartToken(shop, request, reply), (document) => ({
      kind: 'changed',
      document: { ...document, buyer: body },
    })),
  )

  serve(app, cart.applyCode, ({ body }, request, reply) => applyCode(shop, cartToken(shop, request, reply), body.code))

  serve(app, cart.removeCode, ({ params }, request, reply) =>
    changeCart(shop, cartToken(shop, request, reply), (document) => ({
      kind: 'changed',
      document: withoutCode(document, params.kind),
    })),
  )
}

/** The cart's token from its cookie, if the browser sent one that can be ours. */
export function readCartToken(request: FastifyRequest): CartToken | undefined {
  const token = request.cookies[cookieName]
  return token && /^[A-Za-z0-9_-]{32}$/.test(token) ? knownCartToken(token) : undefined
}

// The cookie is set again at each change, so that it lives 30 days from the last one.
function cartToken({ config }: Pick<Shop, 'config'>, request: FastifyRequest, reply: FastifyReply): CartToken {
  const token = readCartToken(request) ?? newCartToken()
  reply.setCookie(cookieName, token.token, {
    httpOnly: true,
    sameSite: 'lax',
    secure: config.publicUrl.startsWith('https:'),
    path: '/',
    maxAge: keptSeconds,
  })
  return token
}

function withoutCode(
  { promotionCode, giftCardId, ...document }: CartDocument,
  kind: 'promotion' | 'gift-card',
): CartDocument {
  return {
    ...document,
    ...(kind === 'gift-card' && promotionCode && { promotionCode }),
    ...(kind === 'promotion' && giftCardId && { giftCardId }),
  }
}
