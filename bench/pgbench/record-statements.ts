import net from 'node:net'

/** A statement as it went to the server, with its values as text. */
export interface Statement {
  readonly text: string
  readonly values: readonly (string | null)[]
  /** Which connection it went over, counted from 1. */
  readonly connection: number
}

export interface Recorder {
  /** The database's address, by way of the recorder. */
  readonly url: string
  /** Forgets what was recorded and begins again. */
  readonly begin: () => void
  /** What went over since then, in the order in which it was sent. */
  readonly statements: () => readonly Statement[]
  readonly close: () => void
}

/** A man in the middle between the shop and PostgreSQL, who writes down every statement with its values. */
export async function recordStatements(databaseUrl: string): Promise<Recorder> {
  const target = new URL(databaseUrl)
  let recorded: Statement[] = []
  let connections = 0
  const sockets = new Set<net.Socket>()

  const server = net.createServer((shop) => {
    const connection = ++connections
    const database = net.connect(Number(target.port), target.hostname)
    const read = readerOf((text, values) => recorded.push({ text, values, connection }))
    for (const socket of [shop, database]) {
      sockets.add(socket)
      socket.setNoDelay(true)
      socket.on('error', () => undefined)
      socket.on('close', () => {
        sockets.delete(socket)
        shop.destroy()
        database.destroy()
      })
    }
    shop.on('data', (bytes: Buffer) => {
      read(bytes)
      database.write(bytes)
    })
    database.on('data', (bytes: Buffer) => shop.write(bytes))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const url = new URL(databaseUrl)
  url.port = String((server.address() as net.AddressInfo).port)

  return {
    url: url.href,
    begin: () => void (recorded = []),
    statements: () => recorded,
    close: () => {
      for (const socket of sockets) socket.destroy()
      server.close()
    },
  }
}

/** Understands as much of PostgreSQL's wire protocol as it takes to see statements: Query, Parse and Bind. */
function readerOf(found: (text: string, values: (string | null)[]) => void): (bytes: Buffer) => void {
  const named = new Map<string, string>()
  let pending: Buffer = Buffer.alloc(0)
  let isStarted = false

  return (bytes) => {
    pending = pending.length === 0 ? bytes : Buffer.concat([pending, bytes])
    for (;;) {
      // The first message of a connection has a length and no type.
      const head = isStarted ? 1 : 0
      if (pending.length < head + 4) return
      const length = pending.readInt32BE(head)
      if (pending.length < head + length) return
      const type = isStarted ? String.fromCharCode(pending[0]!) : ''
      const body = pending.subarray(head + 4, head + length)
      pending = pending.subarray(head + length)
      isStarted = true
      if (type === 'Q') found(textAt(body, 0).text, [])
      if (type === 'P') {
        const name = textAt(body, 0)
        named.set(name.text, textAt(body, name.next).text)
      }
      if (type === 'B') {
        const portal = textAt(body, 0)
        const name = textAt(body, portal.next)
        found(named.get(name.text) ?? '', valuesAt(body, name.next))
      }
    }
  }
}

function textAt(body: Buffer, from: number): { text: string; next: number } {
  const end = body.indexOf(0, from)
  return { text: body.toString('utf8', from, end), next: end + 1 }
}

function valuesAt(body: Buffer, from: number): (string | null)[] {
  let at = from + 2 + 2 * body.readInt16BE(from)
  const count = body.readInt16BE(at)
  at += 2
  return Array.from({ length: count }, () => {
    const length = body.readInt32BE(at)
    at += 4
    if (length < 0) return null
    at += length
    return body.toString('utf8', at - length, at)
  })
}
