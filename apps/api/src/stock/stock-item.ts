/** The counters of one counted thing. In the shop are `onHand` less `owed`. */
export interface Counters {
  readonly onHand: number
  readonly taken: number
  /** Promised to orders and not there. While anything is owed nothing can be sold: then `onHand` is `taken`. */
  readonly owed: number
}

/** What is really in the shop. */
export function inShop({ onHand, owed }: Counters): number {
  return onHand - owed
}

/** What can still be sold. */
export function leftOf({ onHand, taken }: Counters): number {
  return onHand - taken
}

/** Pieces came: what is owed is covered first. */
export function withArrival(counters: Counters, pieces: number): Counters {
  const covered = Math.min(counters.owed, pieces)
  return { ...counters, owed: counters.owed - covered, onHand: counters.onHand + pieces - covered }
}

/** Pieces went that no order took. What was promised stays promised: it is owed then. */
export function withLoss(counters: Counters, pieces: number): Counters {
  const free = Math.min(leftOf(counters), pieces)
  return { ...counters, onHand: counters.onHand - free, owed: counters.owed + pieces - free }
}

/** Pieces of an order left with it. What was owed to it was found elsewhere. */
export function withHandOver(counters: Counters, pieces: number): Counters {
  const foundElsewhere = Math.max(0, pieces - inShop(counters))
  return {
    onHand: counters.onHand - pieces,
    taken: counters.taken - pieces,
    owed: counters.owed - foundElsewhere,
  }
}

export interface Lot {
  readonly id: string
  readonly remaining: number
}

/**
 * From which lots pieces are taken: as they are given, which is those that expire first before. What no lot has is taken from the
 * pieces without one.
 */
export function takeFromLots(lots: readonly Lot[], pieces: number): { lotId: string | null; pieces: number }[] {
  const parts: { lotId: string | null; pieces: number }[] = []
  let open = pieces
  for (const { id, remaining } of lots) {
    const part = Math.min(remaining, open)
    if (part > 0) parts.push({ lotId: id, pieces: part })
    open -= part
  }
  return open > 0 ? [...parts, { lotId: null, pieces: open }] : parts
}
