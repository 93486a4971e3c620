import { globSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { packRelease, type ReleaseManifest } from '../../../scripts/release.ts'
import { isCommit } from '../../../scripts/release-source.ts'
import { choice, type Command, codes, type Outcome, Refused } from '../command.ts'
import type { Context } from '../context.ts'
import { manifestOf, openStore, publish as store, readText, storedReleases } from '../releases.ts'
import { runs } from './status.ts'

// Held by infra/ops/contract.test.ts.
const contractPlace = 'infra/ops/released-contract.json'

export const release: Command = {
  what: 'packs releases, stores them, and lists those that are stored',
  takes: 'build [commit] [--work-tree] | publish <release> | contract <release> | list',
  words: 2,
  run: (context) => verbs[choice(context.words[0], ['build', 'publish', 'contract', 'list'], 'The verb')](context),
}

const verbs = { build, publish, contract, list }

async function build(context: Context): Promise<Outcome> {
  const commit = context.words[1] ?? 'HEAD'
  if (!isCommit(context.project, commit)) throw new Refused(`git knows no commit “${commit}”.`, codes.wrongUse)
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
  if (!name)
    throw new Refused(`Which release? Packed are: ${packedHere(context).join(', ') || 'none'}.`, codes.wrongUse)
  if (!packedHere(context).includes(name))
    throw new Refused(
      `There is no packed release ${name} in dist/releases, but: ${packedHere(context).join(', ') || 'none'}. npm run ops -- release build`,
      codes.notThere,
    )
  const { platform } = JSON.parse(
    readFileSync(path.join(folderOf(context), name, 'manifest.json'), 'utf8'),
  ) as ReleaseManifest
  if (!platform.startsWith('linux-'))
    throw new Refused(
      `${name} brings the Node of ${platform}, and machines are Linux: pack it there, or by the pipeline.`,
    )
  const manifest = await context.change(`store ${name}`, async () =>
    store(await openStore(context.account), path.join(folderOf(context), name), context.say),
  )
  return { lines: [manifest ? `${name} is stored.` : 'Nothing was stored.'], data: { release: name } }
}

// The next change is held against it by a test, long before it is deployed. The one that was packed here is the one that is stored.
async function contract(context: Context): Promise<Outcome> {
  const name = context.words[1]
  if (!name)
    throw new Refused(`Which release? Packed are: ${packedHere(context).join(', ') || 'none'}.`, codes.wrongUse)
  if (/-tried-/.test(name))
    throw new Refused(`${name} was packed of what is not committed: nobody's pages are of it.`, codes.wrongUse)
  const text = packedHere(context).includes(name)
    ? readFileSync(path.join(folderOf(context), name, 'openapi.json'), 'utf8')
    : await contractInStore(context, name)
  await context.change(`write ${contractPlace}`, async () =>
    writeFileSync(path.join(context.project, contractPlace), text),
  )
  return {
    lines: [`Commit ${contractPlace}: from now on changes are held against pages of ${name}.`],
    data: { file: contractPlace },
  }
}

async function contractInStore(context: Context, name: string): Promise<string> {
  const { store: place, manifest } = await wantedRelease(context, name)
  const text = await readText(place, `${manifest.release}/openapi.json`)
  if (text === undefined) throw new Refused(`${manifest.release} was stored without its contract.`, codes.notThere)
  return text
}

function packedHere(context: Context): string[] {
  return globSync('*/manifest.json', { cwd: folderOf(context) })
    .map((file) => path.dirname(file))
    .toSorted()
}

function folderOf({ project }: Context): string {
  return path.join(project, 'dist/releases')
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
