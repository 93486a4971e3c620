/** What a mail server can do to us. */
export type Fault =
  /** Nobody listens on the port. */
  | { kind: 'refuse-connections' }
  /** An error at RCPT TO, by default 451; `address` limits it to one recipient. */
  | { kind: 'refuse-recipient'; code?: number; address?: string }
  /** An error after the whole message was sent, by default 451. */
  | { kind: 'refuse-message'; code?: number }
  /** The message is kept, and the connection drops before the sender hears of it. */
  | { kind: 'drop-before-answer' }

export type Faults = {
  /** From now on, for ever or for a number of times (a refused connection cannot be counted), this goes wrong. */
  begin(fault: Fault, times?: number): Promise<void>
  /** All is well again. */
  end(): Promise<void>
}

export type FaultBoard = Faults & {
  /** The fault of that kind, if it strikes now; counts down. */
  strikes<K extends Fault['kind']>(
    kind: K,
    matches?: (fault: Extract<Fault, { kind: K }>) => boolean,
  ): Extract<Fault, { kind: K }> | undefined
}

/** A board of faults; `door` closes and opens the port. */
export function faultBoard(door: { close(): Promise<void>; open(): Promise<void> }): FaultBoard {
  const active = new Map<Fault['kind'], { fault: Fault; left: number }>()
  return {
    async begin(fault, times = Number.POSITIVE_INFINITY) {
      if (fault.kind === 'refuse-connections' && !active.has(fault.kind)) await door.close()
      active.set(fault.kind, { fault, left: times })
    },
    async end() {
      const wasShut = active.has('refuse-connections')
      active.clear()
      if (wasShut) await door.open()
    },
    strikes(kind, matches = () => true) {
      const entry = active.get(kind)
      const fault = entry?.fault as Extract<Fault, { kind: typeof kind }> | undefined
      if (!entry || !fault || entry.left < 1 || !matches(fault)) return undefined
      entry.left -= 1
      return fault
    },
  }
}
