import pg from 'pg'
import { statementName } from './db.ts'

export interface QueueConnections {
  readonly executeSql: (text: string, values?: unknown[]) => Promise<{ rows: unknown[] }>
  /**
   * From now on commits do not wait for the disk. The schema and the queues, made before, are there after any crash; a job that was fetched or
   * completed just before one is done again, as it may be at any time.
   */
  readonly relax: () => Promise<void>
  readonly close: () => Promise<void>
}

/** Connections for the job queue, whose own statements take the time they need. Those that come again and again are named. */
export function openQueueConnections(url: string, most: number): QueueConnections {
  const open = (options?: string): pg.Pool => {
    const opened = new pg.Pool({
      connectionString: url,
      max: most,
      connectionTimeoutMillis: 10_000,
      ...(options && { options }),
    })
    opened.on('error', () => undefined)
    return opened
  }
  let connections = open()
  return {
    // What comes without values may be several statements in one text, which cannot be prepared.
    executeSql: (text, values = []) =>
      connections.query(values.length > 0 ? { text, values, name: statementName(text) } : text),
    relax: async () => {
      const waiting = connections
      connections = open('-c synchronous_commit=off')
      await waiting.end()
    },
    close: () => connections.end(),
  }
}
