import pg from 'pg'

type Heard = (payload: string | undefined) => void

export interface Ear {
  /** Calls back at each NOTIFY on a channel, and after a lost connection came back (then without a payload). */
  readonly listen: (channel: string, heard: Heard) => Promise<void>
  readonly close: () => Promise<void>
}

// A server that restarts is back in seconds; asking more often would only be in its way.
const againAfterMs = 1_000

/**
 * Hears every channel that a process listens to over one connection, since each NOTIFY wakes all connections that listen, whatever
 * their channels. The connection comes back when it was lost.
 */
export function openEar(url: string): Ear {
  const channels = new Map<string, Heard>()
  let stopped = false
  let opening: Promise<void> | undefined
  let client: pg.Client | undefined
  let pause: NodeJS.Timeout | undefined

  const connect = async (): Promise<void> => {
    const fresh = new pg.Client({ connectionString: url, keepAlive: true, connectionTimeoutMillis: 10_000 })
    fresh.on('notification', ({ channel, payload }) => channels.get(channel)?.(payload))
    fresh.on('error', () => undefined)
    try {
      await fresh.connect()
      for (const channel of channels.keys()) await fresh.query(listenTo(channel))
    } catch (error) {
      await fresh.end().catch(() => undefined)
      throw error
    }
    client = fresh
    // Only one that listened calls for another: else each failed try would call for two.
    fresh.once('end', tryAgain)
  }
  const reconnect = async (): Promise<void> => {
    try {
      await connect()
      // What was said meanwhile was not heard.
      for (const heard of channels.values()) heard(undefined)
    } catch {
      tryAgain()
    }
  }
  const tryAgain = (): void => {
    client = undefined
    if (!stopped) pause = setTimeout(() => void reconnect(), againAfterMs)
  }

  return {
    listen: async (channel, heard) => {
      channels.set(channel, heard)
      opening ??= connect()
      await opening
      // One that is lost at this moment listens to all channels when it is back.
      await client?.query(listenTo(channel))
    },
    close: async () => {
      stopped = true
      await client?.end()
      clearTimeout(pause)
    },
  }
}

function listenTo(channel: string): string {
  return `listen ${pg.escapeIdentifier(channel)}`
}
