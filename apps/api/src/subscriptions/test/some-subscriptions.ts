import type { ShopDay } from '@flora/calendar/shop-day.ts'
import type { AccountId, SubscriptionId } from '@flora/contract/ids.ts'
import type { Frequency, SubscriptionKind } from '@flora/contract/subscriptions.ts'
import { morning } from '../../../test/open-paying-shop.ts'
import type { TestShop } from '../../../test/open-shop.ts'
import { rows } from '../../platform/db.ts'
import { sql } from '../../platform/sql.ts'
import { insertSubscription } from '../subscription-queries.ts'
import { choice, plan } from './a-subscriber.ts'

/** A subscription that has begun and of which nothing is drawn up yet. */
export async function someSubscription(
  shop: TestShop,
  {
    quantity = 1,
    ...wish
  }: {
    id: SubscriptionId
    accountId: AccountId
    kind: SubscriptionKind
    frequency: Frequency
    anchorDay: ShopDay
    quantity?: number
  },
): Promise<void> {
  const { accountId, id } = wish
  const at = shop.clock.now()
  await shop.inTransaction(async (tx) => {
    await rows(
      tx,
      sql`insert into accounts (id, email, name, created_at) values (${accountId}, ${`${accountId}@example.com`}, 'Mercy Okafor', ${at.toString()}::timestamptz)
          on conflict do nothing`,
    )
    await insertSubscription(tx, {
      ...wish,
      variantId: choice,
      quantity,
      windowId: morning,
      plan,
      at,
      unitMinor: 6_000,
      feeMinor: 1_200,
      discountBasisPoints: 1_000,
      cardId: 'pm_card_visa',
      creationKey: id,
    })
  })
}
