import { spawnSync } from 'node:child_process'
import { machine, table, writeBlock } from '../report/write-report.ts'
import { type ChaosWish, type Outcome, runChaos } from '../run-chaos.ts'
import { measureReadsBehindFront, type Reads, type ReadScale } from './reads-behind-front.ts'

const kills = 20

/** Two processes behind HAProxy: what is lost when one is killed in the midst of buying, and what reads gain by the second. Gives how many promises were broken. */
export async function runScale(wish: ChaosWish & { isKept: boolean }): Promise<number> {
  if (spawnSync('haproxy', ['-v']).status !== 0) {
    wish.say('left out: this machine has no haproxy')
    return 0
  }
  const outcome = await runChaos({ ...wish, faults: kills, only: ['kill-serve'] })
  const reads = await measureReadsBehindFront(wish.doors, wish.say)
  const paragraphs = [
    table(['buying, while one or both are killed', ''], rowsOfKills(outcome)),
    table(['reads', 'one process', 'two processes', 'two to one'], reads.map(rowOfReads)),
    `<sub>${machine()}</sub>`,
  ]
  console.log(`\n${paragraphs.join('\n\n')}\n`)
  for (const { promise, about } of outcome.violations) console.log(`  ${promise}: ${about}`)
  if (wish.isKept) writeBlock('behind a load balancer', paragraphs)
  return outcome.violations.length
}

function rowsOfKills({ evidence, brought, tally, violations }: Outcome): string[][] {
  const { buyers, shop, bank } = evidence
  const both = brought.filter(({ fault }) => 'which' in fault && fault.which === 'both').length
  const paid = bank.intents.filter(({ amountSucceeded }) => amountSucceeded > 0).length
  const gone = buyers.filter(({ gaveUp }) => gaveUp).length
  return [
    ['kill -9', `${brought.length}, of which ${both} of both processes at once`],
    ['buyers, orders, payments', `${buyers.length}, ${shop.orders.length}, ${paid}`],
    ['answers of 5xx, and lines cut, before an answer came', `${tally.answers.get('5xx') ?? 0}, ${tally.cuts}`],
    ['buyers who never had an answer', String(gone)],
    ['promises broken', String(violations.length)],
  ]
}

function rowOfReads({ work, one, two }: ReadScale): string[] {
  const words = ({ perSecond, p99Ms, processorUs }: Reads): string =>
    `${Math.round(perSecond).toLocaleString('en-AU')} req/s, p99 ${p99Ms.toFixed(1)} ms, ${processorUs.toFixed(0)} µs of processor each`
  return [work, words(one), words(two), `${(two.perSecond / one.perSecond).toFixed(2)} ×`]
}
