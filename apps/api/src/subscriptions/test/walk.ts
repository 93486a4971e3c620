import { aVisitor, type PayingShop } from '../../../test/open-paying-shop.ts'
import { aGift, putIn } from './a-mixed-cart.ts'
import { subscriptionDeskWalk } from './desk-walk.ts'
import { aSubscriber, choice, firstDay, plan, sellByChoice, subscribe } from './a-subscriber.ts'

/** One good call of each line of the subscriptions' contract. */
export async function subscriptionsWalk(open: PayingShop) {
  await sellByChoice(open)
  const mercy = await aSubscriber(open)
  const by = mercy.visitor
  const frequency = 'monthly' as const
  const asked = { kind: 'recurring', frequency, variantId: choice, quantity: 1, windowId: 'win_inner-morning' } as const
  const quoted = { ...asked, firstDay, postcode: '3067' }
  const aSubscription = () => subscribe(mercy, { frequency })
  const on = async (deed: string) => `/account/subscriptions/${(await aSubscription()).id}/${deed}`
  const onFirst = async (deed: string) => {
    const { id, occurrences } = await aSubscription()
    return {
      path: `/account/subscriptions/${id}/occurrences/${occurrences[0]!.id}/${deed}`,
      id,
      first: occurrences[0]!,
    }
  }
  const wish = {
    kind: 'recurring',
    frequency,
    variantId: choice,
    quantity: 1,
    windowId: asked.windowId,
    firstDay,
    plan,
  }
  const inCart = async () => (await putIn(by)).subscriptions!.at(-1)!.id
  const given = () => aGift(open, aVisitor(open.app), { deliveries: 2, email: 'giver@example.com' })
  const ofGift = async (deed = '') => {
    const { link, subscriptionId } = await given()
    return `/orders/${link}/gifts/${subscriptionId}${deed}`
  }
  const ofDelivery = async (deed: string) => {
    const { link, subscriptionId } = await given()
    const params = { link, subscriptionId }
    const { occurrences } = await by.call('GET /orders/:link/gifts/:subscriptionId', { params })
    return `/orders/${link}/gifts/${subscriptionId}/occurrences/${occurrences[1]!.id}/${deed}`
  }
  return {
    ...(await subscriptionDeskWalk(open)),
    'cart.addSubscription': async () => ({ by, body: wish }),
    'cart.changeSubscription': async () => ({
      by,
      path: `/cart/subscriptions/${await inCart()}`,
      body: { ...wish, gift: { deliveries: 3 } },
    }),
    'cart.removeSubscription': async () => ({ by, path: `/cart/subscriptions/${await inCart()}` }),
    'subscriptionOffers.listSubscriptionOffers': async () => ({}),
    'giftSubscriptions.showGift': async () => ({ path: await ofGift() }),
    'giftSubscriptions.changeGift': async () => ({
      path: await ofGift(),
      body: { version: 1, plan: { cardMessage: 'Dear June,\nagain' } },
    }),
    'giftSubscriptions.moveGiftDelivery': async () => ({ path: await ofDelivery('move'), body: { day: '2026-12-11' } }),
    'giftSubscriptions.skipGiftDelivery': async () => ({ path: await ofDelivery('skip'), body: {} }),
    'giftSubscriptions.cancelGift': async () => ({ path: await ofGift('/cancellation'), body: { reason: 'moved' } }),
    'subscriptions.quoteSubscription': async () => ({ body: quoted }),
    'subscriptions.subscribe': async () => {
      const { perDelivery } = await by.call('POST /subscriptions/quote', { body: quoted })
      const headers = { 'idempotency-key': crypto.randomUUID() }
      return { by, headers, body: { ...asked, firstDay, plan, cardId: mercy.cardId, perDelivery } }
    },
    'subscriptions.setUpSubscriptionCard': async () => ({ by, body: {} }),
    'subscriptions.listSubscriptions': async () => ({ by }),
    'subscriptions.showSubscription': async () => ({
      by,
      path: `/account/subscriptions/${(await aSubscription()).id}`,
    }),
    'subscriptions.changeSubscription': async () => {
      const { id, version } = await aSubscription()
      return { by, path: `/account/subscriptions/${id}`, body: { version, plan: { cardMessage: 'Dear June,\nagain' } } }
    },
    'subscriptions.pauseSubscription': async () => ({ by, path: await on('pause'), body: { until: '2027-01-20' } }),
    'subscriptions.resumeSubscription': async () => {
      const { id } = await aSubscription()
      await by.call('POST /account/subscriptions/:subscriptionId/pause', {
        params: { subscriptionId: id },
        body: { until: '2027-01-20' },
      })
      return { by, path: `/account/subscriptions/${id}/resume`, body: {} }
    },
    'subscriptions.cancelSubscription': async () => ({
      by,
      path: await on('cancellation'),
      body: { reason: 'moving' },
    }),
    'subscriptions.skipOccurrence': async () => ({ by, path: (await onFirst('skip')).path, body: {} }),
    'subscriptions.unskipOccurrence': async () => {
      const { path, id, first } = await onFirst('unskip')
      await by.call('POST /account/subscriptions/:subscriptionId/occurrences/:occurrenceId/skip', {
        params: { subscriptionId: id, occurrenceId: first.id },
        body: {},
      })
      return { by, path, body: {} }
    },
    'subscriptions.moveOccurrence': async () => ({
      by,
      path: (await onFirst('move')).path,
      body: { day: '2026-12-05' },
    }),
  }
}
