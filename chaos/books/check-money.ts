import type { Evidence, OrderRow, Violation } from './evidence.ts'

const alive = new Set(['CONFIRMED', 'PREPARING', 'READY', 'OUT_FOR_DELIVERY', 'DELIVERED', 'NOT_DELIVERED'])
const over = new Set(['CANCELLED', 'REFUNDED'])

/** Whether an order stands. */
export function isAlive({ status }: Pick<OrderRow, 'status'>): boolean {
  return alive.has(status)
}

const sumOf = <T>(items: readonly T[], amount: (item: T) => number): number =>
  items.reduce((sum, item) => sum + amount(item), 0)

/** Every cent at the payment service against every cent in the shop's books. */
export function checkMoney({ shop, bank }: Pick<Evidence, 'shop' | 'bank'>): Violation[] {
  const found: Violation[] = []
  const say = (promise: string, about: string): void => void found.push({ promise, about })
  const orders = new Map(shop.orders.map((order) => [order.id, order]))
  const payments = Map.groupBy(shop.payments, ({ orderId }) => orderId)
  const intentsOf = Map.groupBy(bank.intents, ({ metadata }) => metadata['order'] ?? '')

  for (const intent of bank.intents) {
    if (intent.amountSucceeded === 0) continue
    const order = orders.get(intent.metadata['order'] ?? '')
    const about = `${intent.id} took ${intent.amountSucceeded}, gave back ${intent.amountRefunded}, for ${order ? `${order.id}, which is ${order.status}` : 'no order'}`
    const isReturned = intent.amountRefunded === intent.amountSucceeded
    if (!isReturned && (!order || !isAlive(order)))
      say('a payment has a confirmed order or is given back in full', about)
    if (intent.amountRefunded > intent.amountSucceeded) say('no more is given back than was paid', about)
    if (intent.charges > 1) say('an intent is charged once', about)
  }
  for (const order of shop.orders) {
    const intents = intentsOf.get(order.id) ?? []
    const paying = intents.filter(({ amountSucceeded }) => amountSucceeded > 0)
    const received = sumOf(paying, ({ amountSucceeded }) => amountSucceeded)
    const returned = sumOf(paying, ({ amountRefunded }) => amountRefunded)
    const about = `${order.id} is ${order.status}, to pay ${order.toPay}`
    const own = payments.get(order.id) ?? []
    if (isAlive(order) && order.toPay > 0) {
      if (paying.length !== 1 || received !== order.toPay)
        say(
          'a confirmed order has exactly one payment',
          `${about}; at the bank ${paying.length} of together ${received}`,
        )
      if (own.length !== 1 || own[0]!.state !== 'paid' || own[0]!.received !== order.toPay)
        say(
          'a confirmed order has exactly one payment',
          `${about}; in our books ${own.map(({ state, received: r }) => `${state} ${r}`).join(', ') || 'none'}`,
        )
    }
    if (isAlive(order) && order.toPay === 0 && received > 0) say('nobody pays what costs nothing', about)
    if (paying.length > 1) say('an order is paid once', `${about}, paid ${paying.length} times`)
    if (order.paid !== received) say('our books have what the bank took', `${about}: ${order.paid} and ${received}`)
    if (order.refunded !== returned)
      say('our books have what the bank gave back', `${about}: ${order.refunded} and ${returned}`)
    if (over.has(order.status) && order.paid !== order.refunded)
      say('an order that is over keeps no money', `${about}, keeps ${order.paid - order.refunded}`)
    const payable = intents.filter(({ status }) => status !== 'succeeded' && status !== 'canceled')
    if (over.has(order.status) && payable.some(({ id }) => own.some(({ intentId }) => intentId === id)))
      say('nobody can pay an order that is over', about)
    if (order.status === 'PENDING' || order.places === 'held')
      say('no order is left unpaid and holding', `${about}, places ${order.places}, hold until ${order.holdUntil}`)
  }
  return [...found, ...checkRefunds({ shop, bank })]
}

/** Refund by refund, in both books. */
function checkRefunds({ shop, bank }: Pick<Evidence, 'shop' | 'bank'>): Violation[] {
  const found: Violation[] = []
  const promise = 'refunds at the bank are the refunds of our books, to the cent'
  const say = (about: string): void => void found.push({ promise, about })
  const living = bank.refunds.filter(({ status }) => status !== 'failed' && status !== 'canceled')
  const theirs = new Map(living.map((refund) => [refund.id, refund]))
  const byCard = shop.refunds.filter(({ way, state }) => way === 'card' && state !== 'failed')
  const known = new Set(byCard.map(({ stripeId }) => stripeId))
  for (const { id, stripeId, state, amount, orderId } of byCard) {
    const there = stripeId ? theirs.get(stripeId) : undefined
    if (state !== 'succeeded') say(`${id} of ${orderId} is still ${state}`)
    if (!there) say(`${id} of ${orderId}, ${amount}, is not at the bank`)
    else if (there.amount !== amount || there.status !== state)
      say(`${id} of ${orderId} is ${amount} and ${state} here, ${there.amount} and ${there.status} there`)
  }
  for (const { id, amount, intentId } of living)
    if (!known.has(id)) say(`${id} of ${intentId}, ${amount}, is not in our books`)
  const twice = [
    ...Map.groupBy(
      living.filter(({ ours }) => ours),
      ({ ours }) => ours!,
    ),
  ].filter(([, list]) => list.length > 1)
  for (const [ours, list] of twice) say(`${ours} was paid out ${list.length} times`)
  return found
}
