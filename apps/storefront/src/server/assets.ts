import besley from '@flora/ui/fonts/besley.woff2?url'
import hanken from '@flora/ui/fonts/hanken-grotesk.woff2?url'
import { readFileSync } from 'node:fs'

interface Chunk {
  readonly file: string
  readonly css?: readonly string[]
  readonly imports?: readonly string[]
}

interface Assets {
  readonly script: string
  readonly styles: readonly string[]
  readonly modules: readonly string[]
}

const boot = 'src/boot.ts'
const entry = 'src/entry-client.tsx'

/** The two faces needed for the first paint. */
export const fonts: readonly string[] = [besley, hanken]

// While developing there is no manifest: Vite serves the sources themselves.
const manifest: Readonly<Record<string, Chunk>> | undefined = import.meta.env.DEV
  ? undefined
  : JSON.parse(readFileSync(new URL('../client/.vite/manifest.json', import.meta.url), 'utf8'))

const known = new Map<string, Assets>()

/** The script, style sheets and modules that a page needs at once. */
export function assetsFor(file: string | undefined): Assets {
  if (manifest === undefined) return { script: `/${boot}`, styles: ['/src/storefront.css'], modules: [] }
  const key = file ?? ''
  const found = known.get(key) ?? gathered(manifest, file)
  known.set(key, found)
  return found
}

function gathered(chunks: Readonly<Record<string, Chunk>>, file: string | undefined): Assets {
  const reached = new Set<string>()
  const visit = (name: string): void => {
    if (reached.has(name) || chunks[name] === undefined) return
    reached.add(name)
    for (const next of chunks[name].imports ?? []) visit(next)
  }
  visit(entry)
  if (file !== undefined) visit(file)
  const found = [...reached].map((name) => chunks[name]!)
  const script = chunks[boot]!.file
  const sheet = Object.values(chunks)
    .map((chunk) => chunk.file)
    .filter((name) => name.endsWith('.css'))
  return {
    script: `/${script}`,
    styles: [...new Set([...sheet, ...found.flatMap((chunk) => chunk.css ?? [])])].map((name) => `/${name}`),
    modules: found
      .map((chunk) => chunk.file)
      .filter((name) => name !== script && name.endsWith('.js'))
      .map((name) => `/${name}`),
  }
}
