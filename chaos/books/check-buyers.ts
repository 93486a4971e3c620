import { isAlive } from './check-money.ts'
import type { BuyerStory, Evidence, OrderRow, Violation } from './evidence.ts'

/** What buyers were told against what the books say: the third witness. */
export function checkBuyers({ shop, bank, buyers }: Pick<Evidence, 'shop' | 'bank' | 'buyers'>): Violation[] {
  const found: Violation[] = []
  const say = (promise: string, { buyer, story }: Pick<BuyerStory, 'buyer' | 'story'>, about: string): void =>
    void found.push({ promise, about: `buyer ${buyer} (${story}): ${about}` })
  const byKey = Map.groupBy(shop.orders, ({ key }) => key)
  const paidFor = new Set(
    bank.intents.flatMap(({ metadata, amountSucceeded }) => (amountSucceeded > 0 ? (metadata['order'] ?? []) : [])),
  )
  const staffCancelled = new Set(shop.happened.filter(({ kind }) => kind === 'cancelled').map(({ orderId }) => orderId))

  for (const told of buyers) {
    const placed = told.key === undefined ? [] : (byKey.get(told.key) ?? [])
    if (placed.length > 1) say('one key, one order', told, placed.map(({ id }) => id).join(', '))
    const [order] = placed
    if (told.orderId && order?.id !== told.orderId)
      say('an order that was told of is there', told, `${told.orderId}, and there is ${order?.id ?? 'none'}`)
    if (told.refusal && order) say('whoever is turned away has no order', told, `${told.refusal}, and ${order.id}`)
    if (order) judge({ told, order, isPaid: paidFor.has(order.id), isCancelled: staffCancelled.has(order.id) }, say)
  }
  const keys = new Set(buyers.map(({ key }) => key))
  for (const { id, key } of shop.orders)
    if (!keys.has(key)) found.push({ promise: 'every order was placed by somebody', about: id })
  return found
}

interface Told {
  readonly told: BuyerStory
  readonly order: OrderRow
  readonly isPaid: boolean
  readonly isCancelled: boolean
}

function judge(
  { told, order, isPaid, isCancelled }: Told,
  say: (promise: string, told: BuyerStory, about: string) => void,
): void {
  const about = `${order.id} is ${order.status}, paid ${order.paid}, given back ${order.refunded}`
  if (told.email !== order.email) say('an order is its buyer’s', told, about)
  if (told.toPay !== undefined && told.toPay !== order.toPay)
    say('she pays what she agreed to', told, `${told.toPay} and ${order.toPay}`)
  if (told.hasPaid && !isPaid) say('the bank has what she paid', told, about)
  if (told.hasPaid && !isAlive(order) && order.refunded !== order.paid)
    say('whoever has paid has her order or her money', told, about)
  if (told.sawConfirmed && !isAlive(order) && !isCancelled) say('what was shown as confirmed stays so', told, about)
  if (told.hasCancelled && isAlive(order)) say('what was shown as cancelled stays so', told, about)
  if (told.givenBack > 0 && order.refunded < told.givenBack) say('what staff gave back is given back', told, about)
}
