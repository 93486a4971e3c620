import { spawnSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import net from 'node:net'
import path from 'node:path'
import { setTimeout as after } from 'node:timers/promises'
import { freePort } from '../../sandbox/postgres/free-port.ts'
import { startGuarded } from './guarded.ts'
import { endProgram, startProgram } from './program.ts'

/** The one address before the doors that serve. */
export interface Front {
  readonly url: string
  /** What it is, for the report. */
  readonly name: string
  readonly close: () => Promise<void>
}

/** Opens HAProxy where the machine has it, else a balancer of connections of our own. */
export async function openFront(ports: readonly number[], folder: string): Promise<Front> {
  return spawnSync('haproxy', ['-v']).status === 0 ? openHaproxy(ports, folder) : openBalancer(ports)
}

async function openBalancer(ports: readonly number[]): Promise<Front> {
  const balancer = await startProgram({ file: 'chaos/world/balancer.ts', args: ports.map(String) })
  return {
    url: String(balancer.ready['url']),
    name: 'a balancer of connections (HAProxy is not installed)',
    close: () => endProgram(balancer),
  }
}

async function openHaproxy(ports: readonly number[], folder: string): Promise<Front> {
  const port = await freePort()
  const file = path.join(folder, 'haproxy.cfg')
  writeFileSync(file, configuration(port, ports))
  const proxy = startGuarded('haproxy', ['-db', '-f', file])
  for (let waits = 0; !(await takesConnections(port)); waits += 1) {
    if (waits === 200) throw new Error('HAProxy did not start')
    await after(50)
  }
  return { url: `http://127.0.0.1:${port}`, name: 'HAProxy', close: proxy.kill }
}

// A request is sent to another door when no connection came about: it has not begun. Of those that may have begun only reads are sent again;
// whoever places an order or pays is told, and presses again with her key.
function configuration(port: number, doors: readonly number[]): string {
  return `
defaults
  mode http
  timeout connect 1s
  timeout client 70s
  timeout server 45s
  timeout check 1s
  timeout queue 5s
  retries 3
  option redispatch 1
  retry-on conn-failure empty-response response-timeout
frontend shop
  bind 127.0.0.1:${port}
  default_backend doors
backend doors
  balance leastconn
  http-request disable-l7-retry unless METH_GET
  option httpchk GET /api/health
  default-server check inter 300ms fall 2 rise 1
${doors.map((door, place) => `  server serve${place + 1} 127.0.0.1:${door}`).join('\n')}
`
}

/** Whether somebody listens there. */
export function takesConnections(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = net.connect(port, '127.0.0.1')
    socket.once('connect', () => {
      socket.destroy()
      resolve(true)
    })
    socket.once('error', () => resolve(false))
  })
}
