import { execFileSync, spawnSync } from 'node:child_process'
import {
  cpSync,
  existsSync,
  globSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
} from 'node:fs'
import os from 'node:os'
import path from 'node:path'

/** The sources of a release in a folder of their own: nothing that lies about in the project comes along. */
export interface Source {
  readonly folder: string
  /** The commit, in full; of sources that are not committed the one they began from. */
  readonly commit: string
  /** When it was committed, in seconds since 1970: as old as all files of the release. */
  readonly seconds: number
  readonly isCommitted: boolean
  readonly close: () => void
}

/** Whether git knows a word as a commit. */
export function isCommit(root: string, word: string): boolean {
  return spawnSync('git', ['-C', root, 'rev-parse', '--verify', '--quiet', `${word}^{commit}`]).status === 0
}

/** Takes a commit's sources out of git, or, with no commit, those of the work tree as it is. */
export function openSource(root: string, commit: string | undefined): Source {
  const git = (...args: string[]) => execFileSync('git', ['-C', root, ...args], { encoding: 'utf8' }).trim()
  const id = git('rev-parse', '--verify', `${commit ?? 'HEAD'}^{commit}`)
  const folder = mkdtempSync(path.join(os.tmpdir(), 'flora-source-'))
  if (commit === undefined) copyWorkTree(root, folder)
  else takeOut(root, id, folder)
  linkPackages(root, folder)
  return {
    folder,
    commit: id,
    seconds: Number(git('show', '-s', '--format=%ct', id)),
    isCommitted: commit !== undefined,
    close: () => rmSync(folder, { recursive: true, force: true }),
  }
}

function takeOut(root: string, commit: string, folder: string): void {
  const archive = path.join(folder, 'sources.tar')
  execFileSync('git', ['-C', root, 'archive', '--format=tar', `--output=${archive}`, commit])
  execFileSync('tar', ['-xf', archive, '-C', folder])
  rmSync(archive)
}

function copyWorkTree(root: string, folder: string): void {
  const files = execFileSync('git', ['-C', root, 'ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
    encoding: 'utf8',
  })
  for (const file of new Set(files.split('\0'))) {
    if (file === '' || !existsSync(path.join(root, file))) continue
    mkdirSync(path.dirname(path.join(folder, file)), { recursive: true })
    cpSync(path.join(root, file), path.join(folder, file))
  }
}

// Packages of others are lent by the project; our own are those of the same sources.
function linkPackages(root: string, folder: string): void {
  const own = path.join(folder, 'node_modules')
  mkdirSync(path.join(own, '@flora'), { recursive: true })
  for (const name of readdirSync(path.join(root, 'node_modules'))) {
    if (name !== '@flora') symlinkSync(path.join(root, 'node_modules', name), path.join(own, name))
  }
  for (const manifest of globSync(['{apps,packages}/*/package.json', 'sandbox/package.json', 'infra/*/package.json'], {
    cwd: folder,
  })) {
    const { name } = JSON.parse(readFileSync(path.join(folder, manifest), 'utf8')) as { name: string }
    symlinkSync(path.join(folder, path.dirname(manifest)), path.join(own, name))
  }
}

/** Builds all that a release ships, by the sources' own build, on the Node that runs us. */
export function buildSource({ folder }: Source): void {
  // Whatever the environment says of colours, modes and keys is no part of a release.
  const { PATH = '', HOME = '' } = process.env
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', path.join(folder, 'scripts/build.ts')],
    { cwd: folder, env: { PATH, HOME }, encoding: 'utf8' },
  )
  if (status !== 0) throw new Error(`The build failed.\n${stdout}${stderr}`)
}
