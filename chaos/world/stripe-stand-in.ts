// Stripe's stand-in in a process of its own, going by the shop's clock.
import type { EventFaultControls } from '@flora/sandbox/stripe/event-faults.ts'
import type { RequestFaultControls } from '@flora/sandbox/stripe/request-faults.ts'
import { startStripeSandbox } from '@flora/sandbox/stripe/stripe-sandbox.ts'
import { sandboxKeys } from '../../apps/api/src/platform/config.ts'
import { answerOnLine } from './line.ts'

const sandbox = await startStripeSandbox({
  secretKey: sandboxKeys.secretKey,
  clock: () => Math.floor(Temporal.Now.instant().epochMilliseconds / 1_000),
  // Stripe tries for days; here days are minutes, and whatever answers again is to be told again soon.
  retry: { firstMs: 200, maxMs: 3_000, attempts: 10_000 },
  settleAfterMs: 2_000,
})

type Controls = EventFaultControls & RequestFaultControls & { clear: () => void }

answerOnLine({
  deliverTo: (url: string, events: string[]) => sandbox.deliverTo({ url, secret: sandboxKeys.webhookSecret, events }),
  fault: (name: keyof Controls, ...args: never[]) => (sandbox.faults[name] as (...given: never[]) => unknown)(...args),
  books: () => sandbox.books(),
  settleNow: () => sandbox.settleNow(),
  /** How many events are still on their way. */
  waiting: () => sandbox.events.list().filter(({ delivery }) => delivery === 'waiting' || delivery === 'held').length,
  deliveries: () =>
    Object.fromEntries(
      [...Map.groupBy(sandbox.events.list(), (event) => event.delivery)].map(([state, list]) => [state, list.length]),
    ),
})
process.send?.({ url: sandbox.url })
