import { spawnSync } from 'node:child_process'
import { setTimeout as after } from 'node:timers/promises'
import { variables } from '../../apps/api/src/platform/config.ts'
import { freePort } from '../../sandbox/postgres/free-port.ts'
import { takesConnections } from './front.ts'
import { type Guarded, startGuarded } from './guarded.ts'

/** A Redis of our own that can be gone for a while. */
export interface Cache {
  readonly environment: Record<string, string>
  readonly kill: () => Promise<void>
  readonly comeBack: () => Promise<void>
  readonly close: () => Promise<void>
}

/** Why there is no Redis to take away, if so. */
export function whyNoCache(): string | undefined {
  if (!('REDIS_URL' in variables.shape)) return 'the shop uses no Redis'
  return spawnSync('redis-server', ['--version']).status === 0 ? undefined : 'this machine has no redis-server'
}

/** Starts Redis where the shop can use one and the machine has it. */
export async function openCache(): Promise<Cache | undefined> {
  if (whyNoCache()) return undefined
  const port = await freePort()
  let server: Guarded | undefined
  const kill = async (): Promise<void> => {
    await server?.kill()
    server = undefined
  }
  const comeBack = async (): Promise<void> => {
    if (server) return
    const settings = ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no']
    server = startGuarded('redis-server', settings)
    while (!(await takesConnections(port))) await after(50)
  }
  await comeBack()
  return { environment: { REDIS_URL: `redis://127.0.0.1:${port}` }, kill, comeBack, close: kill }
}
