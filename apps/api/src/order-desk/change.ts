import type { ShopDay } from '@flora/calendar/shop-day.ts'
import type { ChangeWish, Settlement } from '@flora/contract/desk-order.ts'
import type { WindowId } from '@flora/contract/ids.ts'
import type { OrderStatus } from '@flora/contract/orders.ts'
import type { Recipient } from '@flora/contract/recipient.ts'
import type { Permission } from '@flora/contract/text.ts'
import { isLess, type Money, negative } from '@flora/money/money.ts'

/** `move`: to another day or window. `address`: who gets it and where. `card`: its words. */
export type Changed = 'move' | 'address' | 'card'

export interface ChangeableDelivery {
  readonly status: OrderStatus
  readonly isCardPrinted: boolean
  /** Drawn up by a subscription, which has a ledger of its own. */
  readonly isOfSubscription: boolean
}

const no = (because: string): Permission => ({ ok: false, because })

/** Whether something of a delivery may still be changed, and why not. */
export function mayChange({ status, isCardPrinted, isOfSubscription }: ChangeableDelivery, what: Changed): Permission {
  switch (status) {
    case 'CANCELLED':
    case 'REFUNDED':
      return no('The order is cancelled.')
    case 'DELIVERED':
      return no('It has been delivered.')
    case 'OUT_FOR_DELIVERY':
      return no('It is in the van. Ring the driver, or mark it as ready when it is back.')
    case 'PREPARING':
    case 'READY':
      if (what === 'move') return no('Preparing has started. Mark it as confirmed to move it.')
      break
    case 'PENDING':
      if (isOfSubscription) return no('It is drawn up by a subscription, and changed there.')
      break
    case 'CONFIRMED':
    case 'NOT_DELIVERED':
      break
  }
  if (what === 'move' && isOfSubscription) return no('It is a delivery of a subscription, and moved there.')
  if (what === 'card' && isCardPrinted)
    return no('Its card is printed, and its words stand. Print it again to change it.')
  return { ok: true }
}

/** A delivery as it stands, in what a wish may change. */
export interface Standing {
  readonly day: ShopDay
  readonly windowId: WindowId
  readonly recipient: Recipient
  readonly instructions: string
  readonly cardMessage: string
  readonly anonymous: boolean
  readonly substitution: NonNullable<ChangeWish['substitution']>
}

/** The delivery as it would stand. */
export function wished(standing: Standing, wish: ChangeWish): Standing {
  const { recipient = {}, ...rest } = defined(wish)
  return { ...standing, ...rest, recipient: { ...standing.recipient, ...defined(recipient) } }
}

function defined<T extends object>(object: T): { [Key in keyof T]: Exclude<T[Key], undefined> } {
  return Object.fromEntries(Object.entries(object).filter(([, value]) => value !== undefined)) as {
    [Key in keyof T]: Exclude<T[Key], undefined>
  }
}

/** What differs, in words of the timeline. */
export function changesOf(was: Standing, then: Standing): string[] {
  const differs = (some: readonly (keyof Standing['recipient'])[]) =>
    some.some((key) => was.recipient[key] !== then.recipient[key])
  return [
    ...(was.day === then.day ? [] : ['day']),
    ...(was.windowId === then.windowId ? [] : ['window']),
    ...(differs(['name', 'phone']) ? ['recipient'] : []),
    ...(differs(['line1', 'line2', 'suburb', 'postcode']) ? ['address'] : []),
    ...(was.cardMessage === then.cardMessage ? [] : ['card']),
    ...(was.instructions === then.instructions ? [] : ['instructions']),
    ...(was.anonymous === then.anonymous ? [] : ['anonymity']),
    ...(was.substitution === then.substitution ? [] : ['substitution']),
  ]
}

/** Which of the three a list of changes is about. */
export function kindsOf(changes: readonly string[]): Changed[] {
  const has = (...some: string[]) => changes.some((change) => some.includes(change))
  return [
    ...(has('day', 'window') ? (['move'] as const) : []),
    ...(has('recipient', 'address', 'instructions', 'substitution') ? (['address'] as const) : []),
    ...(has('card', 'anonymity') ? (['card'] as const) : []),
  ]
}

export interface SettleFacts {
  /** Above zero is dearer. */
  readonly difference: Money
  readonly isPaid: boolean
  /** Whether whoever changes it may also let somebody off, or keep what is left over. */
  readonly mayWaive: boolean
  /** What can be given back, a difference that is still due counted in. */
  readonly canGoBack: Money
}

/** What may become of a difference: each way with yes, or no and why. */
export function settlementsOf({
  difference,
  isPaid,
  mayWaive,
  canGoBack,
}: SettleFacts): { way: Settlement; may: Permission }[] {
  const { minor } = difference
  if (minor === 0) return [{ way: 'none', may: { ok: true } }]
  const waive: Permission = mayWaive ? { ok: true } : no('Only an owner or a manager leaves a difference as it is.')
  // One payment an order, of one sum: it is not made another while somebody may be paying it.
  if (!isPaid)
    return [
      {
        way: minor > 0 ? 'due' : 'refund',
        may: no('It isn’t paid yet, and its sum stands. Cancel it and write it down anew.'),
      },
      { way: 'waive', may: waive },
    ]
  if (minor > 0)
    return [
      { way: 'due', may: { ok: true } },
      { way: 'waive', may: waive },
    ]
  const enough = !isLess(canGoBack, negative(difference))
  return [
    { way: 'refund', may: enough ? { ok: true } : no('Less than that is left of what was paid.') },
    { way: 'waive', may: waive },
  ]
}

/** Whether a way was chosen rightly: the one that there is, with a reason where somebody is let off. */
export function decideSettlement(facts: SettleFacts, settle: Settlement, reason: string | undefined): Permission {
  const offered = settlementsOf(facts).find(({ way }) => way === settle)
  if (!offered)
    return no(facts.difference.minor === 0 ? 'There is no difference.' : 'Say what becomes of the difference.')
  if (!offered.may.ok) return offered.may
  return settle === 'waive' && !reason ? no('Please say why the difference is left as it is.') : { ok: true }
}
