import { createRequire } from 'node:module'
import os from 'node:os'
import { generatorName } from '../load/read-load.ts'
import { serverSettings } from '../session/server.ts'
import { ask } from '../session/stocked-shop.ts'

export interface Facts {
  readonly [fact: string]: string
}

/** What the figures were measured on. */
export async function machineFacts(
  serverUrl: string,
  { isQuick, seconds, runs }: { isQuick: boolean; seconds: number; runs: number },
): Promise<Facts> {
  const [database] = await ask<{ version: string }>(serverUrl, [`select split_part(version(), ' on ', 1) as version`])
  const cpus = os.cpus()
  return {
    Date: Temporal.Now.instant().toString().slice(0, 16).replace('T', ' ') + ' UTC',
    Machine: `${cpus.length} × ${cpus[0]?.model.trim() ?? 'unknown processor'}, ${Math.round(os.totalmem() / 2 ** 30)} GiB, ${os.type()} ${os.release()}`,
    'Load before the run': `${os
      .loadavg()
      .map((load) => load.toFixed(1))
      .join(' / ')} (1, 5 and 15 minutes; other programs of the machine)`,
    Node: process.version,
    Fastify: versionOf('fastify'),
    PostgreSQL: `${database!.version}; ${Object.entries(serverSettings)
      .map(([name, value]) => `${name}=${value}`)
      .join(', ')}`,
    'Load generator': `${generatorName}, on the same machine`,
    Runs: isQuick ? `quick: one of ${seconds} s` : `median of ${runs} runs of ${seconds} s`,
  }
}

function versionOf(name: string): string {
  return (createRequire(import.meta.url)(`${name}/package.json`) as { version: string }).version
}
