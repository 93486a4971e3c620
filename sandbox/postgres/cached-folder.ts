import {
  chmodSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** How many files a finished folder holds, so that one which a tmp cleaner thinned out is made again. */
const COUNT_FILE = '.files'

/**
 * The folder called `name` in our private corner of the temporary folder `room`; `make` fills it if it is not there
 * yet. Safe for several processes at once: each fills a folder of its own, and the first to rename it into place wins.
 */
export function cachedFolder(name: string, make: (folder: string) => void, room: string = tmpdir()): string {
  const corner = privateCorner(room)
  const folder = join(corner, name)
  if (isWhole(folder)) return folder

  const draft = mkdtempSync(join(corner, 'draft-'))
  try {
    chmodSync(draft, 0o755)
    make(draft)
    writeFileSync(join(draft, COUNT_FILE), String(countFiles(draft)))
    return publish(draft, folder)
  } catch (error) {
    rmSync(draft, { recursive: true, force: true })
    throw error
  }
}

function publish(draft: string, folder: string): string {
  // A folder which stands there and is not whole was thinned out; it is moved away first, for rename refuses a full
  // one.
  if (!isWhole(folder)) moveAway(folder, `${draft}-stale`)
  try {
    renameSync(draft, folder)
  } catch (error) {
    if (!isWhole(folder)) throw error
    rmSync(draft, { recursive: true, force: true })
  }
  return folder
}

function moveAway(folder: string, to: string): void {
  try {
    renameSync(folder, to)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
    return
  }
  rmSync(to, { recursive: true, force: true })
}

/** A folder that nobody else can have prepared for us: programs are started from it. */
function privateCorner(room: string): string {
  const owner = process.getuid?.() ?? 0
  const corner = join(room, `flora-sandbox-${owner}`)
  mkdirSync(corner, { recursive: true })
  const found = lstatSync(corner)
  if (!found.isDirectory() || found.uid !== owner) {
    throw new Error(`${corner} belongs to someone else; remove it, or set TMPDIR to a folder of your own.`)
  }
  // 0755 and no less: a database server that root starts runs as another account and must be able to enter.
  chmodSync(corner, 0o755)
  return corner
}

function isWhole(folder: string): boolean {
  try {
    return Number(readFileSync(join(folder, COUNT_FILE), 'utf8')) === countFiles(folder)
  } catch {
    return false
  }
}

function countFiles(folder: string): number {
  return readdirSync(folder, { recursive: true }).filter((name) => name !== COUNT_FILE).length
}
