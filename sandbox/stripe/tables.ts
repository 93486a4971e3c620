/** Whatever the sandbox keeps has an id and a time of creation, in epoch seconds. */
export interface Row {
  id: string
  created: number
}

export interface Table<T extends Row> {
  readonly name: string
  find(id: string): T | undefined
  /** Adds a row, or says that a row that was found and changed is to be kept as it is now. */
  put(row: T): void
  remove(id: string): void
  /** Walks towards the past, from the newest row or from just behind a known one. */
  newestFirst(olderThan?: string): Iterable<T>
  oldestFirst(newerThan?: string): Iterable<T>
  /** Rows with this value in one of the table's indexed fields, oldest first. */
  listBy(field: keyof T & string, value: string): readonly T[]
  readonly size: number
}

/** Told of every change; the journal listens. */
export interface ChangeListener {
  kept(table: string, row: Row): void
  removed(table: string, id: string): void
}

/** A table in memory. Rows come in order of first `put`; indexed fields must not change once they are set. */
export function createTable<T extends Row>(
  name: string,
  listener: ChangeListener,
  indexed: readonly (keyof T & string)[] = [],
): Table<T> {
  const rows = new Map<string, T>()
  const ordered: (T | undefined)[] = []
  const positions = new Map<string, number>()
  const indexes = new Map(indexed.map((field) => [field, new Map<unknown, T[]>()]))

  function add(row: T): void {
    positions.set(row.id, ordered.push(row) - 1)
    for (const [field, index] of indexes) {
      const value = row[field]
      if (value === null || value === undefined) continue
      const bucket = index.get(value)
      if (bucket) bucket.push(row)
      else index.set(value, [row])
    }
  }

  function drop(row: T): void {
    const position = positions.get(row.id)
    if (position !== undefined) ordered[position] = undefined
    positions.delete(row.id)
    for (const [field, index] of indexes) {
      const bucket = index.get(row[field])
      if (bucket) bucket.splice(bucket.indexOf(row), 1)
    }
  }

  return {
    name,
    find: (id) => rows.get(id),
    put(row) {
      const before = rows.get(row.id)
      if (before && before !== row) throw new Error(`${name} ${row.id} was copied before it was put back`)
      if (!before) {
        rows.set(row.id, row)
        add(row)
      }
      listener.kept(name, row)
    },
    remove(id) {
      const row = rows.get(id)
      if (!row) return
      rows.delete(id)
      drop(row)
      listener.removed(name, id)
    },
    *newestFirst(olderThan) {
      const start = olderThan === undefined ? ordered.length : (positions.get(olderThan) ?? 0)
      for (let i = start - 1; i >= 0; i--) if (ordered[i]) yield ordered[i]!
    },
    *oldestFirst(newerThan) {
      const start = newerThan === undefined ? -1 : (positions.get(newerThan) ?? ordered.length)
      for (let i = start + 1; i < ordered.length; i++) if (ordered[i]) yield ordered[i]!
    },
    listBy: (field, value) => indexes.get(field)?.get(value) ?? [],
    get size() {
      return rows.size
    },
  }
}
