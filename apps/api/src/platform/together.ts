/**
 * Asks once for all who ask in one turn of the event loop. The jobs of a batch begin together, and each would else ask for its own
 * row.
 */
export function together<Key, Value>(
  load: (keys: readonly Key[]) => Promise<ReadonlyMap<Key, Value>>,
): (key: Key) => Promise<Value | undefined> {
  let waiting: { keys: Set<Key>; found: Promise<ReadonlyMap<Key, Value>> } | undefined
  return async (key) => {
    if (!waiting) {
      const keys = new Set<Key>()
      const found = new Promise<void>((begin) => void setImmediate(begin)).then(() => {
        waiting = undefined
        return load([...keys])
      })
      waiting = { keys, found }
    }
    waiting.keys.add(key)
    return (await waiting.found).get(key)
  }
}
