import type { DeskPromotion, GiftCardLedger } from '@flora/contract/promotions-desk.ts'
import type { PayingShop } from '../../../../test/open-paying-shop.ts'
import { aSignedIn } from '../../../../test/signed-in.ts'

/** One good call of each line of the promotions desk's contract. */
export async function promotionsDeskWalk({ shop, app }: Pick<PayingShop, 'shop' | 'app'>) {
  const { headers } = await aSignedIn(shop, { role: 'manager', name: 'Ada Marsh' })
  const post = async <T>(path: string, payload: object): Promise<T> =>
    (await app.inject({ method: 'POST', url: `/api${path}`, headers, payload })).json<T>()
  let made = 0
  const aPromotion = () => {
    made += 1
    const off = { kind: 'fixed', amountMinor: 500 }
    return post<DeskPromotion>('/desk/promotions', { code: `WALK${made}X`, label: 'Five dollars off', off })
  }
  const aCard = async () => {
    const body = { key: crypto.randomUUID(), amountMinor: 5_000, note: 'A raffle' }
    return (await post<{ card: GiftCardLedger }>('/desk/gift-cards', body)).card.id
  }
  return {
    'promotionsDesk.listPromotions': async () => ({ headers, path: '/desk/promotions?q=spring&page=1' }),
    'promotionsDesk.showPromotion': async () => ({ headers, path: '/desk/promotions/prm_spring10?page=1' }),
    'promotionsDesk.createPromotion': async () => ({
      headers,
      body: {
        code: 'autumn15',
        label: 'Autumn',
        off: { kind: 'percent', basisPoints: 1_500 },
        useLimit: 100,
        untilDay: '2027-05-31',
      },
    }),
    'promotionsDesk.changePromotion': async () => {
      const { id, version } = await aPromotion()
      return {
        headers,
        path: `/desk/promotions/${id}`,
        body: { version, off: { kind: 'free-delivery' }, useLimit: null },
      }
    },
    'promotionsDesk.endPromotion': async () => {
      const { id, version } = await aPromotion()
      return { headers, path: `/desk/promotions/${id}/end`, body: { version } }
    },
    'promotionsDesk.listGiftCards': async () => ({ headers, path: '/desk/gift-cards?q=0001' }),
    'promotionsDesk.showGiftCard': async () => ({ headers, path: `/desk/gift-cards/${await aCard()}` }),
    'promotionsDesk.issueGiftCard': async () => ({
      headers,
      body: { key: crypto.randomUUID(), amountMinor: 10_000, expiresDay: '2029-11-20', note: 'For the choir' },
    }),
    'promotionsDesk.adjustGiftCard': async () => ({
      headers,
      path: `/desk/gift-cards/${await aCard()}/adjustments`,
      body: { key: crypto.randomUUID(), amountMinor: -1_000, note: 'Paid at the counter' },
    }),
    'promotionsDesk.voidGiftCard': async () => ({
      headers,
      path: `/desk/gift-cards/${await aCard()}/void`,
      body: { note: 'Lost' },
    }),
  }
}
