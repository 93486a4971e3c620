import { existsSync, globSync, readFileSync, realpathSync } from 'node:fs'
import path from 'node:path'

interface Manifest {
  readonly name: string
  readonly version: string
  readonly dependencies?: Record<string, string>
  readonly optionalDependencies?: Record<string, string>
}

/** A package of a release: what it is, and where it lies below `node_modules`. */
export interface Package {
  readonly name: string
  readonly version: string
  readonly place: string
}

// It tells its maker who installs what, and is loaded by nobody.
const leftOut = new Set(['@scarf/scarf'])

/**
 * The packages that are named, with all that they need, as they lie in a folder's `node_modules`. Those that are optional come along
 * when they are installed, which they are for this machine's kind only.
 */
export function packagesWithTheirs(root: string, names: readonly string[]): Package[] {
  const found = new Map<string, Package>()
  const take = (name: string, from: string, isOptional: boolean): void => {
    if (leftOut.has(name)) return
    const place = placeOf(root, name, from)
    if (place === undefined) {
      if (isOptional) return
      throw new Error(`${name}, which ${from || 'the release'} needs, is not installed.`)
    }
    if (found.has(place)) return
    const manifest = readManifest(root, place)
    found.set(place, { name: manifest.name, version: manifest.version, place })
    for (const needed of Object.keys(manifest.dependencies ?? {})) take(needed, place, false)
    for (const wanted of Object.keys(manifest.optionalDependencies ?? {})) take(wanted, place, true)
  }
  for (const name of names) take(name, '', false)
  return [...found.values()].toSorted((one, other) => (one.place < other.place ? -1 : 1))
}

// As Node looks for it: beside, and then further and further out.
function placeOf(root: string, name: string, from: string): string | undefined {
  for (let around = from; ; around = around.slice(0, Math.max(0, around.lastIndexOf('/node_modules/')))) {
    const place = path.posix.join(around, around === '' ? '' : 'node_modules', name)
    if (existsSync(path.join(root, 'node_modules', place, 'package.json'))) return place
    if (around === '') return undefined
  }
}

function readManifest(root: string, place: string): Manifest {
  return JSON.parse(readFileSync(path.join(root, 'node_modules', place, 'package.json'), 'utf8')) as Manifest
}

/** The files of a package that a running shop can want: no maps, no words for people, no machine code of other kinds. */
export function filesOfPackage(root: string, { place }: Package): string[] {
  const folder = realpathSync(path.join(root, 'node_modules', place))
  const here = `${process.platform}-${process.arch}`
  return globSync('**/*', { cwd: folder, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)).replaceAll(path.sep, '/'))
    .filter((file) => !/(^|\/)node_modules\//.test(file) && !/\.(map|md|ts|mts|cts|flow)$/.test(file))
    .filter((file) => !/^(test|tests|examples|docs)\//.test(file))
    .filter((file) => !file.startsWith('prebuilds/') || file.startsWith(`prebuilds/${here}/`))
}

/** Packages whose version is another one than the lock file's: then the folder was not installed from it. */
export function notAsLocked(lockFile: string, packages: readonly Package[]): string[] {
  const lock = JSON.parse(readFileSync(lockFile, 'utf8')) as { packages: Record<string, { version: string }> }
  return packages
    .filter(({ place, version }) => lock.packages[`node_modules/${place}`]?.version !== version)
    .map(({ name, version }) => `${name} ${version}`)
}
