import type { Adapter, AdapterPayload } from 'oidc-provider'

interface Kept {
  readonly payload: AdapterPayload
  /** Epoch milliseconds. */
  readonly until: number
}

// Forgotten oldest first: somebody who plays with the issuer all day must not fill the memory.
const mostEntries = 5_000

/** All that one issuer remembers; two in one process share nothing. Gives the library the class it asks for. */
export function createMemory(): (model: string) => Adapter {
  const entries = new Map<string, Kept>()
  const find = (key: string): AdapterPayload | undefined => {
    const kept = entries.get(key)
    if (kept && kept.until > Date.now()) return kept.payload
    entries.delete(key)
    return undefined
  }
  const findWhere = (model: string, isIt: (payload: AdapterPayload) => boolean) =>
    [...entries.keys()]
      .filter((key) => key.startsWith(`${model} `))
      .map(find)
      .find((payload) => payload && isIt(payload))

  return (model) => {
    const keyOf = (id: string) => `${model} ${id}`
    return {
      async upsert(id, payload, expiresIn) {
        entries.delete(keyOf(id))
        entries.set(keyOf(id), {
          payload,
          until: expiresIn ? Date.now() + expiresIn * 1_000 : Number.POSITIVE_INFINITY,
        })
        for (const oldest of entries.keys()) {
          if (entries.size <= mostEntries) break
          entries.delete(oldest)
        }
      },
      find: async (id) => find(keyOf(id)),
      findByUid: async (uid) => findWhere(model, (payload) => payload.uid === uid),
      findByUserCode: async (code) => findWhere(model, (payload) => payload.userCode === code),
      async consume(id) {
        const payload = find(keyOf(id))
        if (payload) payload.consumed = Math.floor(Date.now() / 1_000)
      },
      async destroy(id) {
        entries.delete(keyOf(id))
      },
      async revokeByGrantId(grantId) {
        for (const [key, { payload }] of entries)
          if (key.startsWith(`${model} `) && payload.grantId === grantId) entries.delete(key)
      },
    }
  }
}
