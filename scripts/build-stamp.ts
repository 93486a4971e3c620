import { createHash } from 'node:crypto'
import { globSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'

/** The project's folder. */
export const root = path.join(import.meta.dirname, '..')

/** What something is built from, as patterns from the root, and the file that remembers from which state of it. */
export interface Built {
  readonly from: readonly string[]
  readonly stamp: string
}

/** Builds when a source changed since the last build; says whether it did. */
export async function buildWhenChanged({ from, stamp }: Built, build: () => Promise<unknown>): Promise<boolean> {
  const sources = hashOf(from)
  if (readStamp(stamp) === sources) return false
  await build()
  writeFileSync(stamp, sources)
  return true
}

function readStamp(stamp: string): string | undefined {
  try {
    return readFileSync(stamp, 'utf8')
  } catch {
    return undefined
  }
}

function hashOf(patterns: readonly string[]): string {
  const hash = createHash('sha256')
  const files = globSync([...patterns], {
    cwd: root,
    exclude: (name) => /(node_modules|dist|\.test\.tsx?$)/.test(String(name)),
  })
  for (const file of files.toSorted()) hash.update(file).update(readFileSync(path.join(root, file)))
  return hash.digest('hex')
}
