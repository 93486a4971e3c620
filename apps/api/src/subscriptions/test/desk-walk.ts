import type { PayingShop } from '../../../test/open-paying-shop.ts'
import { aSignedIn } from '../../../test/signed-in.ts'
import { aSubscriber, subscribe } from './a-subscriber.ts'

/** One good call of each line of the subscriptions' desk. */
export async function subscriptionDeskWalk(open: PayingShop) {
  const { shop, app } = open
  const june = await aSubscriber(open)
  const aSubscription = () => subscribe(june, { frequency: 'monthly' })
  const { headers } = await aSignedIn(shop, { role: 'manager', name: 'Ada Marsh' })
  const post = (path: string, payload: object) => app.inject({ method: 'POST', url: `/api${path}`, headers, payload })
  const on = async (deed = '') => `/desk/subscriptions/${(await aSubscription()).id}${deed}`
  const onFirst = async () => {
    const { id, occurrences } = await aSubscription()
    return `/desk/subscriptions/${id}/occurrences/${occurrences[0]!.id}`
  }
  return {
    'subscriptionDesk.listDeskSubscriptions': async () => {
      await aSubscription()
      return {
        headers,
        path: '/desk/subscriptions?q=okafor&state=active&rhythm=monthly&next=month&after=2026-11-21.sub_0',
      }
    },
    'subscriptionDesk.showDeskSubscription': async () => ({ headers, path: await on() }),
    'subscriptionDesk.changeDeskSubscription': async () => ({
      headers,
      path: await on(),
      body: { version: 1, plan: { instructions: 'Side gate.' }, tellHer: false },
    }),
    'subscriptionDesk.pauseDeskSubscription': async () => ({
      headers,
      path: await on('/pause'),
      body: { until: '2027-01-20' },
    }),
    'subscriptionDesk.resumeDeskSubscription': async () => {
      const path = await on()
      await post(`${path}/pause`, { until: '2027-01-20' })
      return { headers, path: `${path}/resume`, body: {} }
    },
    'subscriptionDesk.cancelDeskSubscription': async () => ({
      headers,
      path: await on('/cancellation'),
      body: { reason: 'She moves to Perth' },
    }),
    'subscriptionDesk.skipDeskOccurrence': async () => ({ headers, path: `${await onFirst()}/skip`, body: {} }),
    'subscriptionDesk.unskipDeskOccurrence': async () => {
      const path = await onFirst()
      await post(`${path}/skip`, {})
      return { headers, path: `${path}/unskip`, body: {} }
    },
    'subscriptionDesk.moveDeskOccurrence': async () => ({
      headers,
      path: `${await onFirst()}/move`,
      body: { day: '2026-12-05' },
    }),
  }
}
