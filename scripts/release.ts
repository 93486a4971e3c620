import { createHash } from 'node:crypto'
import { cpSync, mkdirSync, readdirSync, readFileSync, realpathSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { parseArgs } from 'node:util'
import { root } from './build-stamp.ts'
import { filesOfPackage, notAsLocked, type Package, packagesWithTheirs } from './release-packages.ts'
import { buildSource, isCommit, openSource, type Source } from './release-source.ts'
import { type Entry, writeTarball } from './release-tarball.ts'

/** What a release says of itself; it lies in the tarball, and beside it. */
export interface ReleaseManifest {
  readonly release: string
  readonly commit: string
  /** Of the commit, in seconds since 1970. */
  readonly seconds: number
  readonly platform: string
  readonly node: string
  readonly migrations: readonly string[]
  readonly packages: Readonly<Record<string, string>>
  /** SHA-256 of each file, by its place. */
  readonly files: Readonly<Record<string, string>>
}

/** A packed release. */
export interface Packed {
  readonly manifest: ReleaseManifest
  /** Where tarball, boot script, its sum and the manifest lie. */
  readonly folder: string
  readonly tarball: string
  readonly sha256: string
}

interface Wish {
  /** Anything git knows as a commit. Absent: the work tree as it is; such a release says so in its name. */
  readonly commit?: string
  readonly into?: string
  readonly say?: (sentence: string) => void
}

/**
 * Packs a release: the built API with its packages and its Node, the built pages, the migrations, and what a machine needs to run them.
 * Sources are taken out of git into a folder of their own and built there: the same commit gives the same bytes.
 */
export async function packRelease({ commit, into, say = () => undefined }: Wish = {}): Promise<Packed> {
  const source = openSource(root, commit)
  try {
    say(`Sources of ${source.commit.slice(0, 12)}${source.isCommitted ? '' : ', and what is not committed,'} are out`)
    buildSource(source)
    say('API and pages are built')
    return await packSource(source, into ?? path.join(root, 'dist/releases'), say)
  } finally {
    source.close()
  }
}

async function packSource(source: Source, into: string, say: (sentence: string) => void): Promise<Packed> {
  // The sources say themselves what a release of them holds.
  const build = pathToFileURL(path.join(source.folder, 'scripts/build-api.ts')).href
  const { packagesOfRelease, filesOfRelease } = (await import(build)) as {
    packagesOfRelease: readonly string[]
    filesOfRelease: readonly string[]
  }
  const packages = packagesWithTheirs(source.folder, packagesOfRelease)
  const strange = notAsLocked(path.join(source.folder, 'package-lock.json'), packages)
  if (strange.length > 0) throw new Error(`Not what package-lock.json says: ${strange.join(', ')}. Run npm ci.`)

  const entries = [
    ...['apps/api/dist', ...filesOfRelease].flatMap((part) => filesBelow(source.folder, part)),
    ...packages.flatMap((one) => packageEntries(source.folder, one)),
    ...filesBelow(path.join(source.folder, 'infra'), 'machine'),
    entry('bin/node', path.join(root, 'node_modules/node/bin/node'), true),
  ]
  const manifest = describe(source, packages, entries)
  const { release } = manifest
  const text = `${JSON.stringify(manifest, undefined, 2)}\n`
  const folder = path.join(into, release)
  mkdirSync(folder, { recursive: true })
  const tarball = path.join(folder, `flora-${release}.tar.gz`)
  say(`${entries.length} files go into ${path.basename(tarball)}`)
  const all = [...entries, { place: 'manifest.json', from: Buffer.from(text), size: text.length, isProgram: false }]
  const sha256 = await writeTarball(tarball, all, source)

  writeFileSync(path.join(folder, 'manifest.json'), text)
  const boot = readFileSync(path.join(source.folder, 'infra/machine/boot.sh'), 'utf8')
    .replaceAll('@RELEASE@', release)
    .replaceAll('@SHA256@', sha256)
  writeFileSync(path.join(folder, 'boot'), boot, { mode: 0o755 })
  writeFileSync(path.join(folder, 'openapi.json'), await contractOf(source))
  layOutForBrowsers(source, entries, folder)
  writeFileSync(path.join(folder, 'boot.sha256'), `${sum(Buffer.from(boot))}  boot\n`)
  return { manifest, folder, tarball, sha256 }
}

// The contract as it was released: the next release is held against it.
async function contractOf({ folder }: Source): Promise<string> {
  const file = pathToFileURL(path.join(folder, 'packages/contract/openapi.ts')).href
  const { openApiDocument } = (await import(file)) as { openApiDocument: () => unknown }
  return `${JSON.stringify(openApiDocument(), undefined, 1)}\n`
}

// What the site's bucket gets of it, by the names it has there.
function layOutForBrowsers({ folder }: Source, entries: readonly Entry[], into: string): void {
  const client = 'apps/storefront/dist/client/'
  for (const { place } of entries.filter((one) => one.place.startsWith(client)))
    cpSync(path.join(folder, place), path.join(into, 'web', place.slice(client.length)))
}

function describe(source: Source, packages: readonly Package[], entries: readonly Entry[]): ReleaseManifest {
  const version = (file: string) => (JSON.parse(readFileSync(file, 'utf8')) as { version: string }).version
  const files = Object.fromEntries(
    entries
      .map(({ place, from }) => [place, sum(typeof from === 'string' ? readFileSync(from) : from)] as const)
      .toSorted(byName),
  )
  const own = version(path.join(source.folder, 'package.json'))
  // What is not committed has no name of its own: its contents give it one.
  const rest = source.isCommitted ? '' : `-tried-${sum(Buffer.from(JSON.stringify(files))).slice(0, 8)}`
  return {
    release: `${own}-${source.commit.slice(0, 12)}${rest}`,
    commit: source.commit,
    seconds: source.seconds,
    platform: `${process.platform}-${process.arch}`,
    node: version(path.join(root, 'node_modules/node/package.json')),
    migrations: readdirSync(path.join(source.folder, 'db/migrations'))
      .filter((name) => name.endsWith('.sql'))
      .toSorted(),
    packages: Object.fromEntries(packages.map(({ place, version: at }) => [place, at])),
    files,
  }
}

function packageEntries(folder: string, one: Package): Entry[] {
  const place = `node_modules/${one.place}`
  return filesOfPackage(folder, one).map((file) => entry(`${place}/${file}`, path.join(folder, place, file)))
}

function filesBelow(folder: string, part: string): Entry[] {
  return readdirSync(path.join(folder, part), { recursive: true, withFileTypes: true })
    .filter(
      (found) => found.isFile() && !['built-from', 'boot.sh'].includes(found.name) && !found.name.endsWith('.test.ts'),
    )
    .map((found) => path.join(found.parentPath, found.name))
    .map((file) => entry(path.relative(folder, file).replaceAll(path.sep, '/'), file))
}

function entry(place: string, from: string, isProgram = false): Entry {
  const real = realpathSync(from)
  return { place, from: real, size: statSync(real).size, isProgram }
}

function byName([one]: readonly [string, string], [other]: readonly [string, string]): number {
  return one < other ? -1 : 1
}

function sum(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex')
}

if (import.meta.main) {
  const { values, positionals } = wordsGiven()
  const [commit = 'HEAD'] = positionals
  const isTrial = values['work-tree']
  if (!isCommit(root, commit)) {
    process.stderr.write(`git knows no commit “${commit}”: releases are packed from commits.\n`)
    process.exit(64)
  }
  const packed = await packRelease({ ...(!isTrial && { commit }), say: (sentence) => console.log(`  ${sentence}`) })
  const { release } = packed.manifest
  console.log(`${release}\n  ${packed.tarball}\n  sha256 ${packed.sha256}`)
  if (!isTrial) console.log(`Next: npm run ops -- release publish ${release} --env staging`)
}

function wordsGiven() {
  try {
    const given = parseArgs({ allowPositionals: true, options: { 'work-tree': { type: 'boolean', default: false } } })
    if (given.positionals.length <= 1) return given
  } catch (error) {
    if (!(error instanceof TypeError)) throw error
  }
  process.stderr.write('Usage: npm run release -- [commit] [--work-tree]\n')
  process.exit(64)
}
