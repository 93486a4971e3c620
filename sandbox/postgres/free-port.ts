import { randomInt } from 'node:crypto'
import { once } from 'node:events'
import { createServer } from 'node:net'

// Below the range from which kernels hand out ports for outgoing connections (32768 up on Linux, 49152 up on macOS). A
// port in that range can be lost to any client while a server is down, and a client that dials it can even reach
// itself.
const FROM = 20_000
const BELOW = 32_000
const TRIES = 50

/** A loopback port that nobody listens on, for a server that cannot listen on 0 or must come back at the same port. */
export async function freePort(): Promise<number> {
  for (let tried = 0; tried < TRIES; tried++) {
    const port = randomInt(FROM, BELOW)
    if (await canListen(port)) return port
  }
  throw new Error(`No free port found on 127.0.0.1 between ${FROM} and ${BELOW}.`)
}

async function canListen(port: number): Promise<boolean> {
  const server = createServer()
  try {
    server.listen(port, '127.0.0.1')
    await once(server, 'listening')
    server.close()
    await once(server, 'close')
    return true
  } catch {
    return false
  }
}
