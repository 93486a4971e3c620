import { once } from 'node:events'
import net from 'node:net'

export interface Answer {
  readonly status: number
  /** The value of each Set-Cookie header, without its attributes. */
  readonly cookies: readonly string[]
  readonly body: string
}

export interface Connection {
  /** Sends a request that is ready to be sent and reads its answer; one at a time. */
  readonly ask: (request: string) => Promise<Answer>
  readonly close: () => void
}

const answerLimitMs = 30_000

/**
 * A kept-alive HTTP/1.1 connection with next to nothing above the socket: on a machine that the shop shares with its
 * customers, a customer must cost little. It reads answers that tell their length, as Flora's and Node's do.
 */
export async function connect(url: string): Promise<Connection> {
  const { hostname, port } = new URL(url)
  const socket = net.connect({ host: hostname, port: Number(port), noDelay: true })
  await once(socket, 'connect')
  socket.setTimeout(answerLimitMs, () =>
    socket.destroy(new Error(`no answer from ${url} in ${answerLimitMs / 1_000} s`)),
  )
  let waiting: { resolve: (answer: Answer) => void; reject: (error: Error) => void } | undefined
  let pieces: Buffer[] = []
  let failure: Error | undefined

  socket.on('data', (piece: Buffer) => {
    pieces.push(piece)
    const bytes = pieces.length === 1 ? piece : Buffer.concat(pieces)
    const answer = parseAnswer(bytes)
    if (!answer) return void (pieces = [bytes])
    pieces = []
    waiting?.resolve(answer)
    waiting = undefined
  })
  const fail = (error: Error): void => {
    failure ??= error
    waiting?.reject(failure)
    waiting = undefined
  }
  socket.on('error', fail)
  socket.on('close', () => fail(new Error(`${url} closed the connection`)))

  return {
    ask: (request) =>
      new Promise((resolve, reject) => {
        if (failure) return reject(failure)
        waiting = { resolve, reject }
        socket.write(request)
      }),
    close: () => socket.destroy(),
  }
}

function parseAnswer(bytes: Buffer): Answer | undefined {
  const end = bytes.indexOf('\r\n\r\n')
  if (end < 0) return undefined
  const head = bytes.toString('latin1', 0, end)
  const length = Number(/\r\ncontent-length: (\d+)/i.exec(head)?.[1] ?? 0)
  if (bytes.length < end + 4 + length) return undefined
  const cookies = [...head.matchAll(/\r\nset-cookie: ([^;\r\n]+)/gi)].map(([, cookie]) => cookie!)
  return { status: Number(head.slice(9, 12)), cookies, body: bytes.toString('utf8', end + 4, end + 4 + length) }
}

/** A request as text. */
export function request(
  method: string,
  path: string,
  { headers = {}, body }: { headers?: Readonly<Record<string, string>>; body?: string } = {},
): string {
  const length: Record<string, string> = body === undefined ? {} : { 'content-length': String(Buffer.byteLength(body)) }
  const lines = Object.entries({ host: 'bench', ...headers, ...length }).map(([name, value]) => `${name}: ${value}\r\n`)
  return `${method} ${path} HTTP/1.1\r\n${lines.join('')}\r\n${body ?? ''}`
}
