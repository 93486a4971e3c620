import { CreateDBSnapshotCommand } from '@aws-sdk/client-rds'
import type { ReleaseManifest } from '../../../scripts/release.ts'
import { published, putParameter } from '../account.ts'
import { choice, type Command, type Outcome, Refused } from '../command.ts'
import type { Context } from '../context.ts'
import { broken, type Contract } from '../contract.ts'
import { stampOf } from '../database/backup.ts'
import { brokenOff, lastDeploys, type Step, takeSteps } from '../deploys.ts'
import { askMachines, replaceMachines } from '../machines.ts'
import { manifestOf, readText, type Store } from '../releases.ts'
import { addToSite, clearSite, emptyEdge } from '../site.ts'
import { wantedRelease } from './release.ts'
import { health, runs } from './status.ts'

export const deploy: Command = {
  what: 'brings a stored release to shoppers: files, then the API, then what the edge keeps',
  takes: 'api|web|all <release> [--breaks-contract] [--no-snapshot]',
  words: 2,
  run: async (context) => {
    const what = choice(context.words[0], ['api', 'web', 'all'], 'What is deployed')
    const { store, manifest } = await wantedRelease(context, context.words[1])
    return bring(context, store, { what, manifest, verb: 'deploy' })
  },
}

/** What is brought, and whether forwards or back. */
export interface Bringing {
  readonly what: 'api' | 'web' | 'all'
  readonly manifest: ReleaseManifest
  readonly verb: 'deploy' | 'rollback'
}

/** Takes the steps of a deploy or of a way back, in the order that is safe, and writes each down. */
export async function bring(context: Context, store: Store, wish: Bringing): Promise<Outcome> {
  const { what, manifest, verb } = wish
  const own = { what: `${verb}-${what}`, release: manifest.release }
  const goesOn = await brokenOff(store, own)
  // One that is taken up began with what ran then: by now its own release may be named.
  const before = goesOn?.before ?? (await runs(context))
  const { arn: by } = await context.account.identity()
  if (verb === 'deploy' && !goesOn) await askAboutOthers(context, store)
  if (verb === 'deploy' && what !== 'web') await refuseBrokenContract(context, store, before.api, manifest)
  const steps = [
    // Pages that the new API makes name files of their own release: those must be there first. The old ones stay.
    { name: 'add files for browsers', work: async () => void (await addToSite(context, store, manifest)) },
    ...(what === 'web' ? [] : apiSteps(context, store, wish, before.api)),
    ...(what === 'api'
      ? []
      : [
          { name: 'have the edge forget pages', work: () => emptyEdge(context, manifest.release) },
          {
            name: 'name the web’s release',
            work: () => putParameter(context.account, 'release/web', manifest.release),
          },
          { name: 'clear away old files', work: async () => clear(context, store, [manifest.release, before.web]) },
        ]),
  ]
  const record = await takeSteps(context, store, { ...own, before, by }, { goesOn, steps })
  const isDone = record.ended === 'done'
  return {
    lines: [
      isDone
        ? `${manifest.release} is there (${what}). Now: npm run ops -- verify --env ${context.environment}`
        : 'Nothing was changed.',
    ],
    data: record,
  }
}

// Two deploys at once would name two releases, and each machine run whichever it saw.
async function askAboutOthers(context: Context, store: Store): Promise<void> {
  const [last] = await lastDeploys(store, 1)
  if (!last || last.ended !== undefined) return
  await context.confirm(
    `${last.what} of ${last.release}, which ${last.by} began ${last.begun}, has no end yet: it still goes on, or was broken off.`,
    'over',
  )
}

function apiSteps(context: Context, store: Store, { manifest, verb }: Bringing, before: string): Step[] {
  const { release } = manifest
  return [
    ...(verb === 'deploy' && !context.options['no-snapshot']
      ? [
          {
            name: 'take a snapshot where migrations wait',
            work: () => snapshotBeforeMigrations(context, store, manifest, before),
          },
        ]
      : []),
    {
      // The boot script migrates before it starts anything, one machine at a time by a lock in the database. Migrations only add:
      // the release before goes on working over them.
      name: 'have the machines run it',
      work: async () => {
        await putParameter(context.account, 'release/api', release)
        try {
          await rollOut(context, verb, release)
        } catch (error) {
          // A machine that starts in the night must not fetch what has just failed.
          await putParameter(context.account, 'release/api', before)
          throw error
        }
      },
    },
    { name: 'see it ready from outside', work: () => seenFromOutside(context, release) },
  ]
}

async function rollOut(context: Context, verb: 'deploy' | 'rollback', release: string): Promise<void> {
  const { scaling_group: group } = await published(context.account, 'app')
  if (group !== null) await replaceMachines(context, group)
  else await askMachines(context, { verb, release })
}

async function seenFromOutside(context: Context, release: string): Promise<void> {
  for (let look = 1; look <= 20; look += 1) {
    const seen = await health(context)
    if (seen.isReady && seen.release === release) return
    context.say(`shoppers see ${seen.release}${seen.isReady ? '' : ', not ready'}`)
    await context.pause()
  }
  throw new Refused(
    `The machines say they run ${release}, and shoppers do not see it. Look: npm run ops -- status --env ${context.environment}. Back: npm run ops -- rollback api --env ${context.environment}`,
  )
}

async function refuseBrokenContract(
  context: Context,
  store: Store,
  before: string,
  { release }: ReleaseManifest,
): Promise<void> {
  if (before === 'none') return
  const texts = await Promise.all([before, release].map((name) => readText(store, `${name}/openapi.json`)))
  const [old, next] = texts.map((text) => text && (JSON.parse(text) as Contract))
  if (!old || !next) return context.say('contracts are not compared: one of the two releases has none')
  const found = broken(old, next)
  if (found.length === 0) return
  for (const sentence of found) context.say(sentence)
  if (!context.options['breaks-contract'])
    throw new Refused(
      `Pages that are open now would stumble in ${found.length} ${found.length === 1 ? 'place' : 'places'}. Release in two steps, or say --breaks-contract.`,
    )
}

async function snapshotBeforeMigrations(
  context: Context,
  store: Store,
  manifest: ReleaseManifest,
  before: string,
): Promise<void> {
  if (before === 'none') return
  const ran = new Set((await manifestOf(store, before)).migrations)
  const waiting = manifest.migrations.filter((name) => !ran.has(name))
  if (waiting.length === 0) return context.say('no migration waits')
  const { database } = await published(context.account, 'data')
  const at = stampOf(context)
  context.say(`snapshot ${database.identifier}-${at}, before ${waiting.join(', ')}`)
  await context.account.databases.send(
    new CreateDBSnapshotCommand({
      DBInstanceIdentifier: database.identifier,
      DBSnapshotIdentifier: `${database.identifier}-${at}`,
    }),
  )
}

async function clear(context: Context, store: Store, names: readonly string[]): Promise<void> {
  const kept = await Promise.all(
    [...new Set(names)].filter((name) => name !== 'none').map((name) => manifestOf(store, name)),
  )
  const gone = await clearSite(context, store, kept)
  context.say(`${gone} old files are gone`)
}
