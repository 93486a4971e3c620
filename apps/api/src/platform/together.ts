/**
 * Asks once for all who ask in one turn of the event loop. The jobs of a batch begin together, and each would else ask for its own row.
 * With `gatherMs` they have so long to join in. With `inTurn` one question is under way at a time, and whoever asks meanwhile goes with the next. When a question of several fails each
 * is asked alone, so that one who cannot be answered does not stand in the way of the others: what was asked must have changed nothing then.
 */
export function together<Key, Value>(
  load: (keys: readonly Key[]) => Promise<ReadonlyMap<Key, Value>>,
  { inTurn = false, gatherMs }: { inTurn?: boolean; gatherMs?: number } = {},
): (key: Key) => Promise<Value | undefined> {
  let waiting: { keys: Set<Key>; found: Promise<ReadonlyMap<Key, Value>> } | undefined
  let before: Promise<unknown> = Promise.resolve()
  const gather = (): NonNullable<typeof waiting> => {
    const keys = new Set<Key>()
    const turn = new Promise<void>((begin) => {
      if (gatherMs === undefined) setImmediate(begin)
      else setTimeout(begin, gatherMs)
    })
    const found = Promise.allSettled([turn, inTurn && before]).then(() => {
      waiting = undefined
      return load([...keys])
    })
    before = found
    return { keys, found }
  }
  return async (key) => {
    waiting ??= gather()
    const { keys, found } = waiting
    keys.add(key)
    try {
      return (await found).get(key)
    } catch (error) {
      if (keys.size === 1) throw error
      return (await load([key])).get(key)
    }
  }
}
