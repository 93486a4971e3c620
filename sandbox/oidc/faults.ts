/** What a shop asks an issuer for without a browser. */
export type Door = 'discovery' | 'keys' | 'token' | 'userinfo'

export type Fault =
  /** A 500 with a page of HTML, as a proxy before a broken service gives. */
  | 'error'
  /** The connection is taken and nothing is ever said. */
  | 'silence'
  /** Well-formed JSON that says nothing of what was asked. */
  | 'nonsense'

/** What can be made to go wrong, and how often each door was knocked at. */
export interface Faults {
  begin(door: Door, fault: Fault): void
  /** All is well again; what was kept waiting is let go without an answer. */
  end(): void
  /** How often the shop has asked for it, answered or not. */
  asked(door: Door): number
}

export interface FaultBoard extends Faults {
  /** Counts a request and says what strikes it. */
  strike(door: Door): Fault | undefined
  /** Keeps a connection that hears nothing until all is well again. */
  keepWaiting(letGo: () => void): void
}

export function faultBoard(): FaultBoard {
  const active = new Map<Door, Fault>()
  const counts = new Map<Door, number>()
  let waiting: (() => void)[] = []
  return {
    begin: (door, fault) => void active.set(door, fault),
    end() {
      active.clear()
      for (const letGo of waiting) letGo()
      waiting = []
    },
    asked: (door) => counts.get(door) ?? 0,
    strike(door) {
      counts.set(door, (counts.get(door) ?? 0) + 1)
      return active.get(door)
    },
    keepWaiting: (letGo) => void waiting.push(letGo),
  }
}
