import { customers } from '@flora/contract/customers.ts'
import type { FastifyInstance } from 'fastify'
import { readCartToken, setCartCookie } from '../cart/index.ts'
import { paymentDoor } from '../delivery/index.ts'
import { callerOf } from '../platform/caller.ts'
import { serve } from '../platform/http.ts'
import type { Shop } from '../shop.ts'
import { addAddress } from './add-address.ts'
import { changeAddress } from './change-address.ts'
import { changeProfile } from './change-profile.ts'
import { forgetAddress } from './forget-address.ts'
import { letCardGo } from './let-card-go.ts'
import { listCards } from './list-cards.ts'
import { listSuggestions } from './list-suggestions.ts'
import { makeAddressDefault } from './make-address-default.ts'
import { makeCardDefault } from './make-card-default.ts'
import { offerCards } from './offer-cards.ts'
import { reorder } from './reorder.ts'
import { setUpCard } from './set-up-card.ts'
import { showAddress, showAddresses } from './show-addresses.ts'
import { showHistory } from './show-history.ts'
import { showProfile } from './show-profile.ts'

type CustomerShop = Pick<Shop, 'db' | 'inTransaction' | 'clock' | 'stripe' | 'config' | 'log'>

/** What is an account's own: everything below is asked with the caller's account, never with one that was sent. */
export function customerRoutes(app: FastifyInstance, shop: CustomerShop): void {
  profileRoutes(app, shop)
  addressRoutes(app, shop)
  orderRoutes(app, shop)
  cardRoutes(app, shop)
}

function profileRoutes(app: FastifyInstance, shop: CustomerShop): void {
  serve(app, customers.showProfile, (_, request) => showProfile(shop, callerOf(request)))

  serve(app, customers.changeProfile, async ({ body }, request) => {
    const { accountId, name, email } = callerOf(request)
    await changeProfile(shop, accountId, body)
    return showProfile(shop, { accountId, email, name: body.name ?? name })
  })

  serve(app, customers.listSuggestions, (_, request) => listSuggestions(shop, callerOf(request).accountId))
}

function addressRoutes(app: FastifyInstance, shop: CustomerShop): void {
  serve(app, customers.listAddresses, (_, request) => showAddresses(shop.db, callerOf(request).accountId))

  serve(app, customers.addAddress, async ({ body }, request) => {
    const { accountId } = callerOf(request)
    return showAddress(shop.db, accountId, await addAddress(shop, accountId, body))
  })

  serve(app, customers.changeAddress, async ({ params, body }, request) => {
    const { accountId } = callerOf(request)
    await changeAddress(shop, accountId, { id: params.addressId, change: body })
    return showAddress(shop.db, accountId, params.addressId)
  })

  serve(app, customers.deleteAddress, async ({ params }, request) => {
    const { accountId } = callerOf(request)
    await forgetAddress(shop, accountId, params.addressId)
    return showAddresses(shop.db, accountId)
  })

  serve(app, customers.makeAddressDefault, async ({ params }, request) => {
    const { accountId } = callerOf(request)
    await makeAddressDefault(shop, accountId, params.addressId)
    return showAddresses(shop.db, accountId)
  })
}

function orderRoutes(app: FastifyInstance, shop: CustomerShop): void {
  serve(app, customers.listOrders, ({ query }, request) =>
    showHistory(shop.db, { accountId: callerOf(request).accountId, after: query.after }),
  )

  serve(app, customers.reorder, async ({ params }, request, reply) => {
    const { accountId } = callerOf(request)
    const cartHash = readCartToken(request)?.hash
    const { token, reordered } = await reorder(shop, { accountId, link: params.link, cartHash })
    setCartCookie(reply, shop.config, token)
    return reordered
  })
}

function cardRoutes(app: FastifyInstance, shop: CustomerShop): void {
  serve(app, customers.listCards, (_, request) => listCards(shop, callerOf(request).accountId))

  serve(app, customers.setUpCard, async (_, request) => ({
    clientSecret: await setUpCard(shop, callerOf(request).accountId),
    payments: paymentDoor(shop.config),
  }))

  serve(app, customers.makeCardDefault, ({ params }, request) =>
    makeCardDefault(shop, callerOf(request).accountId, params.cardId),
  )

  serve(app, customers.deleteCard, ({ params }, request) => letCardGo(shop, callerOf(request).accountId, params.cardId))

  serve(app, customers.offerCards, ({ params }, request) =>
    offerCards(shop, { accountId: callerOf(request).accountId, link: params.link }),
  )
}
