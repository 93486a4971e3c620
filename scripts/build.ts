import { createHash } from 'node:crypto'
import { globSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'

const root = path.join(import.meta.dirname, '..')
const stamp = path.join(root, 'apps/storefront/dist/built-from')

/** Builds the shop's pages when their sources changed since the last build; says whether it did. */
export async function buildIfNeeded(): Promise<boolean> {
  const sources = hashOfSources()
  if (readStamp() === sources) return false
  const { buildStorefront } = await import('../apps/storefront/build.ts')
  await buildStorefront()
  writeFileSync(stamp, sources)
  return true
}

function readStamp(): string | undefined {
  try {
    return readFileSync(stamp, 'utf8')
  } catch {
    return undefined
  }
}

function hashOfSources(): string {
  const hash = createHash('sha256')
  const files = globSync(
    [
      'apps/storefront/**/*.{ts,tsx,css,html,svg,json}',
      'packages/{ui,client,contract,money,calendar,card-fit,illustration}/**/*.{ts,tsx,css,woff2}',
      'package-lock.json',
    ],
    {
      cwd: root,
      exclude: (name) => /(node_modules|dist|\.test\.tsx?$)/.test(String(name)),
    },
  )
  for (const file of files.toSorted()) hash.update(file).update(readFileSync(path.join(root, file)))
  return hash.digest('hex')
}

if (import.meta.main) console.log((await buildIfNeeded()) ? 'The pages are built.' : 'The pages are up to date.')
