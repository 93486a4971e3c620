import { existsSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { packRelease } from '../../../scripts/release.ts'
import { choice, type Command, codes, type Outcome, Refused } from '../command.ts'
import type { Context } from '../context.ts'
import { manifestOf, openStore, publish as store, readText, storedReleases } from '../releases.ts'
import { runs } from './status.ts'

const folder = path.join(import.meta.dirname, '../../../dist/releases')
const contractFile = path.join(import.meta.dirname, '../released-contract.json')

export const release: Command = {
  what: 'packs releases, stores them, and lists those that are stored',
  takes: 'build [commit] [--work-tree] | publish <release> | contract <release> | list',
  run: (context) => verbs[choice(context.words[0], ['build', 'publish', 'contract', 'list'], 'The verb')](context),
}

const verbs = { build, publish, contract, list }

async function build(context: Context): Promise<Outcome> {
  const commit = context.words[1] ?? 'HEAD'
  const packed = await context.change(`pack ${context.options['work-tree'] ? 'the work tree' : commit}`, () =>
    packRelease({ ...(!context.options['work-tree'] && { commit }), say: context.say }),
  )
  if (!packed) return { lines: ['Nothing was packed.'] }
  const { manifest, sha256, tarball } = packed
  return {
    lines: [manifest.release, `  ${tarball}`, `  sha256 ${sha256}`],
    data: { release: manifest.release, tarball, sha256 },
  }
}

async function publish(context: Context): Promise<Outcome> {
  const name = context.words[1]
  if (!name || !existsSync(path.join(folder, name, 'manifest.json')))
    throw new Refused(
      `There is no packed release ${name ?? ''} in ${folder}: npm run ops -- release build`,
      codes.notThere,
    )
  const manifest = await context.change(`store ${name}`, async () =>
    store(await openStore(context.account), path.join(folder, name), context.say),
  )
  return { lines: [manifest ? `${name} is stored.` : 'Nothing was stored.'], data: { release: name } }
}

// The next change is held against it by a test, long before it is deployed.
async function contract(context: Context): Promise<Outcome> {
  const { store: place, manifest } = await wantedRelease(context, context.words[1])
  const text = await readText(place, `${manifest.release}/openapi.json`)
  if (text === undefined) throw new Refused(`${manifest.release} was stored without its contract.`, codes.notThere)
  await context.change(`write ${contractFile}`, async () => writeFileSync(contractFile, text))
  return {
    lines: [`Commit ${path.basename(contractFile)}: pages of ${manifest.release} are out.`],
    data: { file: contractFile },
  }
}

async function list(context: Context): Promise<Outcome> {
  const found = await storedReleases(await openStore(context.account))
  const running = await runs(context)
  const lines = found.map(({ release: name, seconds, migrations }) => {
    const at = Temporal.Instant.fromEpochMilliseconds(seconds * 1_000).toString()
    const where = (['api', 'web'] as const).filter((part) => running[part] === name).join(' and ')
    return `${name.padEnd(32)} ${at}  ${migrations.length} migrations${where && `  runs as ${where}`}`
  })
  return {
    lines: lines.length > 0 ? lines : ['No release is stored yet.'],
    data: found.map(({ release: name, commit }) => ({ release: name, commit })),
  }
}

/** The release that a command is about: the one it was given, as it is stored. */
export async function wantedRelease(context: Context, word: string | undefined) {
  if (word === undefined) throw new Refused('Which release? npm run ops -- release list', codes.wrongUse)
  const place = await openStore(context.account)
  return { store: place, manifest: await manifestOf(place, word) }
}
