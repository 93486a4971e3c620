import pg from 'pg'

export interface OrderWatch {
  /** Resolves when the database says that the order is confirmed. */
  readonly confirmed: (orderId: string) => Promise<void>
  readonly close: () => Promise<void>
}

const lookEveryMs = 4
const giveUpMs = 30_000

/**
 * Sees orders become confirmed by looking into the database for all of them at once. The order's own page would not do: it asks
 * the payment service itself when the event is late, and it is the event's way that is measured.
 */
export async function watchOrders(database: string): Promise<OrderWatch> {
  const client = new pg.Client({ connectionString: database })
  await client.connect()
  const waiting = new Map<string, { resolve: () => void; reject: (error: Error) => void; since: number }>()
  let isOpen = true
  const look = async (): Promise<void> => {
    if (!isOpen) return
    if (waiting.size > 0) {
      const { rows } = await client.query<{ id: string }>({
        name: 'confirmed',
        text: `select id from orders where id = any($1) and status = 'CONFIRMED'`,
        values: [[...waiting.keys()]],
      })
      for (const { id } of rows) settle(id)
      for (const [id, { since, reject }] of waiting)
        if (performance.now() - since > giveUpMs)
          reject(new Error(`${id} was paid and not confirmed in ${giveUpMs / 1_000} s`))
    }
    timer = setTimeout(() => void look(), lookEveryMs)
  }
  const settle = (id: string): void => {
    waiting.get(id)?.resolve()
    waiting.delete(id)
  }
  let timer = setTimeout(() => void look(), lookEveryMs)

  return {
    confirmed: (orderId) =>
      new Promise((resolve, reject) => waiting.set(orderId, { resolve, reject, since: performance.now() })),
    close: async () => {
      isOpen = false
      clearTimeout(timer)
      await client.end()
    },
  }
}
