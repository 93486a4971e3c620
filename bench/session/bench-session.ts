import type { RunningPostgres } from '../../sandbox/postgres/start-postgres.ts'
import { startServer } from './server.ts'
import { copyOfShop, stockedShop } from './stocked-shop.ts'

/** What the sections share: one PostgreSQL server, and the shops on it. */
export interface BenchSession {
  readonly serverUrl: string
  readonly serverPid: () => number | undefined
  readonly isQuick: boolean
  /** Runs of each measurement, whose median counts. */
  readonly runs: number
  readonly seconds: number
  /** A fresh copy of a shop of so many products. */
  readonly freshShop: (products: 500 | 20_000) => Promise<string>
  readonly say: (text: string) => void
  readonly close: () => Promise<void>
}

export async function openSession({
  isQuick,
  say,
}: {
  isQuick: boolean
  say: (text: string) => void
}): Promise<BenchSession> {
  const server: RunningPostgres = await startServer()
  const made = new Map<number, Promise<string>>()
  let copies = 0
  const template = (products: number): Promise<string> => {
    const name = `shop_${products}`
    const known = made.get(products)
    if (known) return known
    say(`stocking a shop with ${products.toLocaleString('en-AU')} products`)
    const making = stockedShop(server.url, name, products).then(() => name)
    made.set(products, making)
    return making
  }
  return {
    serverUrl: server.url,
    serverPid: server.pid,
    isQuick,
    runs: isQuick ? 1 : 3,
    seconds: isQuick ? 3 : 6,
    freshShop: async (products) => copyOfShop(server.url, `bench_${++copies}`, await template(products)),
    say,
    close: server.stop,
  }
}

/** Runs something and closes what it used, whatever became of it. */
export async function using<T extends { close: () => unknown }, R>(
  opened: T,
  work: (opened: T) => Promise<R>,
): Promise<R> {
  try {
    return await work(opened)
  } finally {
    await opened.close()
  }
}
