import type { CounterRow, ShopBooks, Violation } from './evidence.ts'

/** Stock, bench minutes, places, promotions and gift cards against the orders that took of them. */
export function checkCounters(shop: ShopBooks): Violation[] {
  const found: Violation[] = []
  const say = (promise: string, about: string): void => void found.push({ promise, about })
  const taking = new Set(shop.orders.filter(({ places }) => places !== 'released').map(({ id }) => id))
  const wanted = new Map<string, number>()
  for (const { orderId, of, quantity } of shop.takings)
    if (taking.has(orderId)) wanted.set(of, (wanted.get(of) ?? 0) + quantity)
  const counters = new Map<string, CounterRow>(shop.counters.map((counter) => [counter.of, counter]))
  for (const of of new Set([...wanted.keys(), ...counters.keys()])) {
    const { taken = 0, limit = 0 } = counters.get(of) ?? {}
    const orders = wanted.get(of) ?? 0
    if (taken !== orders) say('a counter is what orders took', `${of} counts ${taken}, orders took ${orders}`)
    if (orders > limit) say('nothing is oversold', `${of} has ${limit}, orders took ${orders}`)
  }
  for (const { id, used, limit } of shop.promotions) {
    const uses = shop.orders.filter(({ promotionId, places }) => promotionId === id && places !== 'released').length
    if (used !== uses) say('a promotion counts its orders', `${id} counts ${used}, orders used it ${uses} times`)
    if (limit !== null && uses > limit) say('nothing is oversold', `${id} is good for ${limit}, used ${uses} times`)
  }
  return [...found, ...checkGiftCards(shop)]
}

function checkGiftCards({ giftCards, giftCardEntries, orders }: ShopBooks): Violation[] {
  const found: Violation[] = []
  const say = (promise: string, about: string): void => void found.push({ promise, about })
  const entriesOf = Map.groupBy(giftCardEntries, ({ giftCardId }) => giftCardId)
  const spentBy = Map.groupBy(giftCardEntries, ({ orderId }) => orderId)
  for (const { id, balance } of giftCards) {
    const sum = (entriesOf.get(id) ?? []).reduce((total, { amount }) => total + amount, 0)
    if (sum !== balance) say('a gift card’s balance is its ledger', `${id} has ${balance}, its ledger ${sum}`)
    if (balance < 0) say('nothing is oversold', `${id} has ${balance}`)
  }
  for (const { id, places, giftCard, giftCardReturned } of orders) {
    const spent = -(spentBy.get(id) ?? []).reduce((total, { amount }) => total + amount, 0)
    const due = places === 'released' ? 0 : giftCard - giftCardReturned
    if (spent !== due) say('an order spends of a gift card what it says', `${id} says ${due}, the ledger ${spent}`)
  }
  return found
}
