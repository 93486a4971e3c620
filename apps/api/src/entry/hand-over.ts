import { execFile } from 'node:child_process'
import { once } from 'node:events'
import type { Server } from 'node:http'
import net from 'node:net'
import { setTimeout as after } from 'node:timers/promises'

/** A supervisor that holds the listening socket, and hands it to each process that serves: systemd's way of doing it. */
const handedOver = 3

// Proxies keep connections for a minute and use them all the while. One that was silent for this long is hardly in use.
const partingMs = 20_000
const lookMs = 50

/** Answers at the socket that was handed over. It goes on listening while processes come and go: nobody is turned away. */
export async function listenAtGivenSocket(server: Server): Promise<void> {
  server.listen({ fd: handedOver })
  await once(server, 'listening')
}

/**
 * Leaves the socket to others, and lets connections go one after the other: each is told by its next answer that it was the last. To
 * close one that is silent would be to lose the request that is on its way.
 */
export async function partGently(server: Server, limitMs: number = partingMs): Promise<void> {
  server.prependListener('request', (_, reply) => void reply.setHeader('connection', 'close'))
  // Node's web server would close silent connections with its socket.
  net.Server.prototype.close.call(server)
  const end = performance.now() + limitMs
  while ((await connections(server)) > 0 && performance.now() < end) await after(lookMs)
}

function connections(server: Server): Promise<number> {
  return new Promise((resolve) => server.getConnections((error, count) => resolve(error ? 0 : count)))
}

/** Tells the supervisor that waits for it that this process is ready. */
export function tellSupervisor(socket: string | undefined): void {
  if (!socket) return
  // Node has no datagrams on paths. What waits gives up by itself, and says so: there is nothing to do about a failure here.
  execFile('systemd-notify', ['--ready'], { env: { NOTIFY_SOCKET: socket, PATH: '/usr/bin:/bin' } }, () => undefined)
}
