import { published, parameter } from '../account.ts'
import { type Command, codes, type Outcome, sentenceOf } from '../command.ts'
import type { Context } from '../context.ts'
import { lastDeploys } from '../deploys.ts'
import { askMachines } from '../machines.ts'
import { openStore } from '../releases.ts'

export const status: Command = {
  what: 'what runs, what the shop says of itself, what machines say, and the last deploys',
  takes: '[--url https://…]',
  words: 0,
  run: show,
}

/** The releases that are named to run. */
export async function runs({ account }: Context): Promise<{ api: string; web: string }> {
  const [api, web] = await Promise.all([parameter(account, 'release/api'), parameter(account, 'release/web')])
  return { api: api ?? 'none', web: web ?? 'none' }
}

/** What the shop answers at its public address. */
export async function health(context: Context): Promise<{ release: string; isReady: boolean }> {
  const address = await addressOf(context)
  const ask = async (path: string) => fetch(`${address}${path}`, { signal: AbortSignal.timeout(10_000) })
  try {
    const [alive, ready] = await Promise.all([ask('/api/health'), ask('/api/ready')])
    const { release } = (await alive.json()) as { release?: string }
    return { release: release ?? 'unknown', isReady: ready.status === 200 }
  } catch {
    return { release: 'nobody answers', isReady: false }
  }
}

/** Where shoppers find the shop. */
export async function addressOf({ account, options }: Context): Promise<string> {
  const given = options.url ?? (await published(account, 'edge')).address
  return (given.includes('://') ? given : `https://${given}`).replace(/\/$/, '')
}

// Looking must not fail because one of those that are looked at does.
async function machinesSay(context: Context): Promise<{ machine: string; said: string }[]> {
  try {
    return [...(await askMachines(context, { verb: 'status' }))]
  } catch (error) {
    return [{ machine: '-', said: sentenceOf(error) }]
  }
}

async function show(context: Context): Promise<Outcome> {
  const store = await openStore(context.account)
  const [wanted, seen, deploys] = await Promise.all([runs(context), health(context), lastDeploys(store, 5)])
  const machines = context.options['dry-run'] ? [] : await machinesSay(context)
  const isWell = seen.isReady && seen.release === wanted.api
  return {
    lines: [
      `named     api ${wanted.api}, web ${wanted.web}`,
      `shoppers  ${seen.release}${seen.isReady ? '' : ', NOT READY'}`,
      ...machines.map(({ machine, said }) => `machine   ${machine} ${said.trim()}`),
      ...(isWell || wanted.api === 'none'
        ? []
        : [`hint      what runs is not what is named: npm run ops -- logs boot --env ${context.environment}`]),
      ...deploys.map(
        (one) =>
          `deploy    ${one.begun} ${one.what} ${one.release} ${one.ended ?? 'broken off'}${one.because ? `: ${one.because}` : ''} (${one.by})`,
      ),
    ],
    data: { named: wanted, seen, machines, deploys },
    code: isWell ? codes.done : codes.amiss,
  }
}
