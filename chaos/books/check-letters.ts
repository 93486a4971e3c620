import { isAlive } from './check-money.ts'
import type { Evidence, Interruption, ShopBooks, TakenLetter, Violation } from './evidence.ts'

/** Every letter that is due was taken by the mail server, and taken again only where somebody may not have known. */
export function checkLetters({
  shop,
  letters,
  interruptions,
}: Pick<Evidence, 'shop' | 'letters' | 'interruptions'>): Violation[] {
  const found: Violation[] = []
  const say = (promise: string, about: string): void => void found.push({ promise, about })
  const copiesOf = Map.groupBy(letters, ({ messageId }) => letterOf(messageId))
  const emails = new Map(shop.emails.map((email) => [email.id, email]))

  for (const { id, once, isSent, isNotNeeded } of shop.emails) {
    if (isSent && !copiesOf.has(id)) say('a letter that is called sent was taken', once)
    if (!isSent && !isNotNeeded) say('no letter is left lying', once)
  }
  for (const [id, copies] of copiesOf) {
    const email = emails.get(id)
    if (!email) say('the mail server has no letter that we do not know', `${id} to ${copies[0]!.to}`)
    else if (copies.some(({ to }) => to !== email.to)) say('a letter goes to whom it is for', email.once)
    const unanswered = copies.filter(({ isAnswered }) => !isAnswered).length
    const excuses = unanswered + interruptions.filter((one) => mayHaveDoubled(one, copies)).length
    if (copies.length - 1 > excuses)
      say(
        'a letter is doubled at most once per crash',
        `${email?.once ?? id} went ${copies.length} times, ${excuses} crashes fell into it (at ${copies.map(({ atMs }) => Temporal.Instant.fromEpochMilliseconds(Math.round(atMs))).join(', ')})`,
      )
  }
  for (const { once, wanted, had } of countsOfDue(shop))
    if (wanted !== had) say('a letter that is due is written once', `${once}: due ${wanted}, written ${had}`)
  return found
}

function letterOf(messageId: string): string {
  return /eml_[0-9a-z]+/.exec(messageId)?.[0] ?? messageId
}

// Between the mail server's yes and our note lies a moment; what ends or stops a worker there makes the letter go again. On a busy machine
// it is as long as a statement may take (statement_timeout), and no longer.
const noteMs = 15_000

function mayHaveDoubled({ atMs, untilMs }: Interruption, copies: readonly TakenLetter[]): boolean {
  const times = copies.map(({ atMs: at }) => at).toSorted((a, b) => a - b)
  return (
    copies.length > 1 &&
    untilMs >= times[0]! &&
    atMs <= times.at(-1)! &&
    times.some((at) => at >= atMs - noteMs && at <= untilMs + noteMs)
  )
}

interface Due {
  readonly once: string
  readonly wanted: number
  readonly had: number
}

/** What the orders' histories ask to be written, and what was. */
function countsOfDue({ orders, happened, emails, refunds }: ShopBooks): Due[] {
  const kindsOf = Map.groupBy(happened, ({ orderId }) => orderId)
  const sent = new Map(emails.filter(({ isSent }) => isSent).map(({ once }) => [once, 1]))
  const count = (once: string, isDue: boolean): Due[] => (isDue ? [{ once, wanted: 1, had: sent.get(once) ?? 0 }] : [])
  return [
    ...orders.flatMap((order) => {
      const kinds = new Set((kindsOf.get(order.id) ?? []).map(({ kind }) => kind))
      const isInVain = (kindsOf.get(order.id) ?? []).some(
        ({ kind, reason }) => kind === 'paid-in-vain' && reason === 'hold-expired',
      )
      return [
        // One that was cancelled before its letter went is told of the cancellation only.
        ...count(`confirmed:${order.id}`, isAlive(order)),
        ...count(`cancelled:${order.id}`, kinds.has('confirmed') && kinds.has('cancelled')),
        ...count(`hold-expired:${order.id}`, isInVain),
      ]
    }),
    ...refunds
      .filter(({ state, way }) => state === 'succeeded' && way === 'card')
      .flatMap(({ id, orderId }) => count(`refunded:${orderId}:${id}`, true)),
  ]
}
