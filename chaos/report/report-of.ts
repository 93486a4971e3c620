import { isAlive } from '../books/check-money.ts'
import type { Evidence } from '../books/evidence.ts'
import { type FaultKind, faultKinds } from '../plan/fault.ts'
import type { Outcome } from '../run-chaos.ts'
import { openInWords } from '../settle.ts'

export type Row = readonly [string, string]

/** A run in tables. */
export interface Report {
  readonly orders: readonly Row[]
  readonly faults: readonly Row[]
  readonly violations: readonly Row[]
  readonly log: readonly Row[]
  /** The command that runs it again. */
  readonly again: string
  /** For the terminal. */
  readonly text: string
}

const number = (value: number): string => Math.round(value).toLocaleString('en-AU')
const dollars = (minor: number): string => `$${(minor / 100).toLocaleString('en-AU', { minimumFractionDigits: 2 })}`
const sumOf = <T>(items: readonly T[], amount: (item: T) => number): number =>
  items.reduce((sum, item) => sum + amount(item), 0)

/** Counts what became of everybody and everything. */
export function reportOf(
  outcome: Outcome,
  { seed, orders, faults }: { seed: number; orders: number; faults: number },
): Report {
  const again = `npm run chaos -- --orders ${orders} --faults ${faults} --seed ${seed}`
  const tables = {
    orders: ordersOf(outcome),
    faults: faultsOf(outcome),
    violations: outcome.violations.map(({ promise, about }): Row => [promise, about]),
    log: [...outcome.log]
      .toSorted(([, a], [, b]) => b - a)
      .slice(0, 25)
      .map(([sentence, count]): Row => [sentence, number(count)]),
  }
  const sections: [string, readonly Row[]][] = [
    ['What became of it', tables.orders],
    ['What went wrong', tables.faults],
    ['What the doors wrote', tables.log],
    [`Violations: ${tables.violations.length}`, tables.violations.slice(0, 60)],
  ]
  const text = sections.map(
    ([title, rows]) => `\n# ${title}\n${rows.map(([a, b]) => `  ${a.padEnd(58)} ${b}`).join('\n')}`,
  )
  return { ...tables, again, text: `${text.join('\n')}\n\n  run it again: ${again}\n` }
}

function ordersOf(outcome: Outcome): Row[] {
  const { evidence, tally, buyingSeconds, settlingSeconds, settlingRounds, open, night, shopHours } = outcome
  const { shop, bank, buyers } = evidence
  const succeeded = bank.intents.filter(({ amountSucceeded }) => amountSucceeded > 0)
  const byStatus = [...Map.groupBy(shop.orders, ({ status }) => status)].map(
    ([status, list]) => `${status} ${number(list.length)}`,
  )
  const refusals = [
    ...Map.groupBy(
      buyers.filter(({ refusal }) => refusal),
      ({ refusal }) => refusal!,
    ),
  ].map(([code, list]) => `${code} ${number(list.length)}`)
  const alive = shop.orders.filter(isAlive)
  const once = alive.filter(({ id }) => succeeded.filter(({ metadata }) => metadata['order'] === id).length === 1)
  const dead = succeeded.filter(({ amountSucceeded, amountRefunded }) => amountSucceeded === amountRefunded)
  const answers = [...tally.answers].toSorted().map(([kind, count]) => `${kind} ${number(count)}`)
  return [
    [
      'buyers',
      `${number(buyers.length)} in ${number(buyingSeconds)} s; ${shopHours.toFixed(1)} hours by the shop’s clock, over ${night.toPlainDate()}`,
    ],
    ['before the doors', outcome.frontName],
    ['everything stopped by something else on the machine', `${number(outcome.stoppedSeconds)} s`],
    ['orders placed', `${number(shop.orders.length)}: ${byStatus.join(', ')}`],
    ['turned away', `${number(buyers.filter(({ refusal }) => refusal).length)}: ${refusals.join(', ') || 'nobody'}`],
    ['gave up without an answer', number(buyers.filter(({ gaveUp }) => gaveUp).length)],
    ['answers to buyers', `${answers.join(', ')}; ${number(tally.cuts)} lines cut`],
    [
      'payments that succeeded',
      `${number(succeeded.length)}, ${dollars(sumOf(succeeded, ({ amountSucceeded }) => amountSucceeded))}`,
    ],
    ['– with exactly one confirmed order', number(once.length)],
    ['– given back in full', number(dead.length)],
    [
      'confirmed orders',
      `${number(alive.length)}, of which ${number(alive.filter(({ toPay }) => toPay === 0).length)} had nothing left to pay by card`,
    ],
    ['money that came after the hold', lateMoney(evidence)],
    ['refunds at the bank', refundsIn(bank.refunds)],
    ['refunds in our books', refundsIn(shop.refunds.filter(({ way, state }) => way === 'card' && state !== 'failed'))],
    ['counters equal to their orders', number(shop.counters.length + shop.promotions.length + shop.giftCards.length)],
    [
      'payment events',
      `${Object.entries(outcome.deliveries)
        .map(([state, count]) => `${state} ${number(count)}`)
        .join(', ')}; known to the shop ${number(shop.events.length)}`,
    ],
    ['letters', lettersOf(evidence)],
    ['photos kept', number(evidence.photos.length)],
    ['coming to rest', `${number(settlingSeconds)} s, ${settlingRounds} rounds; ${openInWords(open)}`],
  ]
}

function lateMoney({ shop }: Evidence): string {
  const of = Map.groupBy(shop.happened, ({ orderId }) => orderId)
  const kinds = [...of.values()].map((list) => new Set(list.map(({ kind }) => kind)))
  const saved = kinds.filter((each) => each.has('hold-expired') && each.has('confirmed')).length
  const vain = kinds.filter((each) => each.has('paid-in-vain')).length
  return `${number(saved)} got their places again, ${number(vain)} were paid in vain and given back`
}

function refundsIn(refunds: readonly { amount: number }[]): string {
  return `${number(refunds.length)}, ${dollars(sumOf(refunds, ({ amount }) => amount))}`
}

function lettersOf({ letters, shop }: Evidence): string {
  const different = new Set(letters.map(({ messageId }) => messageId)).size
  const sent = shop.emails.filter(({ isSent }) => isSent).length
  return `${number(sent)} sent, ${number(letters.length)} taken, ${number(letters.length - different)} of them a second time`
}

function faultsOf({ brought, without }: Outcome): Row[] {
  const of = Map.groupBy(brought, ({ fault }) => fault.kind)
  return (Object.keys(faultKinds) as FaultKind[]).map((kind): Row => {
    const because = without.get(kind)
    return [faultKinds[kind].words, because ? `left out: ${because}` : String(of.get(kind)?.length ?? 0)]
  })
}
