import { settleDebit } from './confirm-payment-intent.ts'
import { refundFails, refundSucceeds } from './refunds.ts'
import type { Scheduler } from './scheduler.ts'
import type { Row } from './tables.ts'
import type { World } from './world.ts'

/** Something a bank is yet to decide. Its id is the id of the refund or the intent it is about. */
export interface Settlement extends Row {
  kind: 'debit' | 'refund-succeeds' | 'refund-fails'
}

export interface Bank {
  later(kind: Settlement['kind'], id: string): void
  /** Decides everything that is open, now. Answers how much that was. */
  settleNow(): number
  /** Takes up what an earlier start left open. */
  resume(): void
  close(): void
}

/** The banks' slowness: debits and some refunds are decided `delayMs` after they were asked for. */
export function createBank(world: () => World, scheduler: Scheduler, delayMs: number): Bank {
  const cancels = new Map<string, () => void>()

  function settle({ id, kind }: Settlement): void {
    cancels.get(id)?.()
    cancels.delete(id)
    world().settlements.remove(id)
    switch (kind) {
      case 'debit':
        return settleDebit(world(), id)
      case 'refund-succeeds':
        return refundSucceeds(world(), id)
      case 'refund-fails':
        return refundFails(world(), id)
    }
  }

  function schedule(settlement: Settlement): void {
    cancels.set(
      settlement.id,
      scheduler.after(delayMs, () => settle(settlement)),
    )
  }

  return {
    later(kind, id) {
      const settlement = { id, kind, created: world().clock() }
      world().settlements.put(settlement)
      schedule(settlement)
    },
    settleNow() {
      const open = [...world().settlements.oldestFirst()]
      for (const settlement of open) settle(settlement)
      return open.length
    },
    resume() {
      for (const settlement of world().settlements.oldestFirst()) schedule(settlement)
    },
    close() {
      for (const cancel of cancels.values()) cancel()
    },
  }
}
