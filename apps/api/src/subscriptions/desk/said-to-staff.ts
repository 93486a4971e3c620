import { dayInShort } from '@flora/calendar/in-words.ts'
import type { ShopDay } from '@flora/calendar/shop-day.ts'
import { type Role, roleMay } from '@flora/contract/permissions.ts'
import type { DeskSubscription, DeskSubscriptionLine } from '@flora/contract/subscription-desk.ts'
import type { Permission } from '@flora/contract/text.ts'
import { becauseInWords } from '../in-words.ts'
import { mayChange, mayRule, type Occurrence, type Subscription } from '../subscription.ts'
import type { DeskFacts } from './queries.ts'

type Trouble = DeskSubscriptionLine['troubles'][number]

/** What goes wrong with a subscription just now, what needs a hand first. */
export function troublesOf(
  { state, pausedBecause }: Pick<Subscription, 'state' | 'pausedBecause'>,
  { cardDeclined, notPaid, couldNot }: Omit<DeskFacts, 'id' | 'nextDay'>,
): Trouble[] {
  if (state === 'cancelled') return []
  const on = (day: ShopDay) => dayInShort(day)
  const troubles: (Trouble | false)[] = [
    cardDeclined !== null && {
      code: 'card-declined',
      message: `The card was declined for ${on(cardDeclined)}. It is asked again, and she has a letter with a link to pay.`,
    },
    pausedBecause === 'payment' && {
      code: 'unpaid',
      message: 'Paused by itself: two deliveries in a row were not paid. She must choose another card.',
    },
    pausedBecause === 'not-for-sale' && {
      code: 'off-shelf',
      message: 'Paused by itself: what it brings has left the shelf. She must choose other flowers.',
    },
    state === 'active' &&
      notPaid !== null && {
        code: 'not-paid',
        message: `The delivery of ${on(notPaid)} was not paid and did not come.`,
      },
    state === 'active' &&
      couldNot !== null && {
        code: 'could-not',
        message: `No place could be had for ${on(couldNot)}. She was told by letter.`,
      },
  ]
  return troubles.filter((one) => one !== false)
}

/** What somebody with this role may do with a whole subscription: the subscriber's own rules, in words for staff. */
export function deskMayRule(subscription: Subscription, role: Role | null): DeskSubscription['can'] {
  const may = mayRule(subscription)
  const over = subscription.state === 'cancelled' ? 'It has ended. She can begin a new one at any time.' : undefined
  const said = (permission: Permission): Permission =>
    permission.ok || over === undefined ? permission : { ok: false, because: over }
  return {
    change: forRole(said(may.change), role, 'subscriptions/write'),
    pause: forRole(said(may.pause), role, 'subscriptions/write'),
    resume: forRole(said(may.resume), role, 'subscriptions/write'),
    cancel: forRole(said(may.cancel), role, 'subscriptions/end'),
  }
}

/** What somebody with this role may do with one delivery. */
export function deskMayChange(
  occurrence: Occurrence,
  asked: Parameters<typeof mayChange>[1],
  role: Role | null,
): ReturnType<typeof mayChange> {
  const may = mayChange(occurrence, asked)
  const said = (permission: Permission): Permission =>
    forRole(
      permission.ok ? permission : { ok: false, because: whyNot(permission.because, occurrence, asked.isOver) },
      role,
      'subscriptions/write',
    )
  return { skip: said(may.skip), unskip: said(may.unskip), move: said(may.move) }
}

/** Why a delivery does not come, beyond what its state says: what its subscriber is told, who may have left it out herself. */
export function becauseForStaff(because: string | null): string | undefined {
  return because === 'skipped' ? undefined : becauseInWords(because)
}

/** What a bank said, for the telephone. */
export function failureForStaff(failure: string | null): string | undefined {
  if (failure === null) return undefined
  return failures[failure] ?? 'The bank said no, and not why.'
}

const failures: Record<string, string> = {
  authentication_required: 'The bank wants to hear from her first: she can pay by the link in her letter.',
  expired_card: 'The card has expired.',
  insufficient_funds: 'There is not enough on the card.',
  lost_card: 'The bank has blocked the card.',
  stolen_card: 'The bank has blocked the card.',
  card_gone: 'The card is not among hers any more.',
  no_card: 'There is no card that could pay.',
}

function forRole(
  permission: Permission,
  role: Role | null,
  needed: 'subscriptions/write' | 'subscriptions/end',
): Permission {
  if (roleMay(role, needed)) return permission
  return {
    ok: false,
    because: needed === 'subscriptions/end' ? 'Only an owner or a manager ends one.' : 'Not for your role.',
  }
}

// A subscriber is asked to ring; who is rung needs to know where it goes on.
function whyNot(because: string, { state, orderId }: Occurrence, isOver: boolean): string {
  switch (state) {
    case 'planned':
      return because.replace(' Please ring us.', ' It is about to be charged; then its order can be changed.')
    case 'charging':
      return 'It is being paid.'
    case 'paid':
      return orderId === null ? 'It is paid.' : 'It is paid: change or cancel it on its order’s page.'
    case 'skipped':
      return isOver ? 'The subscription has ended.' : because
    case 'failed':
    case 'cancelled':
    case 'could-not':
      return because
  }
}
