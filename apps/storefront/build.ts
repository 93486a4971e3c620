import { readdir, readFile, writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import { build } from 'vite'

const here = fileURLToPath(new URL('.', import.meta.url))

/** Bytes (brotli) that a page may ask a phone to read before anybody has touched it. */
export const budgets = { productScript: 110_000, styles: 15_000 } as const

export interface BuildReport {
  readonly productScript: number
  readonly styles: number
}

interface BuildOptions {
  /** The folder that gets client/ and server/; dist/ unless said. */
  readonly into?: string
  readonly quiet?: boolean
}

/** Builds the browser's and the server's bundle, holds them against the budgets and compresses what browsers load. */
export async function buildStorefront({
  into = `${here}dist`,
  quiet = false,
}: BuildOptions = {}): Promise<BuildReport> {
  // A machine whose environment says something else would get half of React's development build, which does not run.
  process.env['NODE_ENV'] = 'production'
  const configFile = `${here}vite.config.ts`
  const logLevel = quiet ? 'error' : 'warn'
  const client = `${into}/client`
  await build({ configFile, logLevel, build: { outDir: client } })
  await build({ configFile, logLevel, build: { outDir: `${into}/server`, ssr: 'src/entry-server.tsx' } })
  await compressAll(client)
  const report = await weigh(client)
  await refuseWhatIsTooMuch(client, report)
  return report
}

// Files that are compressed already grow when compressed again.
const compressible = /\.(js|css|svg|json|txt|xml|map)$/

async function compressAll(client: string): Promise<void> {
  const files = (await readdir(client, { recursive: true })).filter((name) => compressible.test(name))
  await Promise.all(
    files.map(async (name) => {
      const bytes = await readFile(`${client}/${name}`)
      const params = { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY }
      await writeFile(`${client}/${name}.br`, await promisify(brotliCompress)(bytes, { params }))
      await writeFile(`${client}/${name}.gz`, await promisify(gzip)(bytes, { level: 9 }))
    }),
  )
}

interface Chunk {
  readonly file: string
  readonly imports?: readonly string[]
}

async function weigh(client: string): Promise<BuildReport> {
  const manifest = JSON.parse(await readFile(`${client}/.vite/manifest.json`, 'utf8')) as Record<string, Chunk>
  const reached = new Set<string>()
  const reach = (name: string): void => {
    const chunk = manifest[name]
    if (chunk === undefined || reached.has(chunk.file)) return
    reached.add(chunk.file)
    for (const next of chunk.imports ?? []) reach(next)
  }
  reach('src/boot.ts')
  reach('src/entry-client.tsx')
  reach('src/pages/product.tsx')
  const scripts = [...reached].filter((name) => name.endsWith('.js'))
  const styles = Object.values(manifest).flatMap((chunk) => (chunk.file.endsWith('.css') ? [chunk.file] : []))
  return {
    productScript: await compressedSize(client, scripts),
    styles: await compressedSize(client, [...new Set(styles)]),
  }
}

async function compressedSize(client: string, files: readonly string[]): Promise<number> {
  const sizes = await Promise.all(files.map(async (name) => (await readFile(`${client}/${name}.br`)).length))
  return sizes.reduce((sum, size) => sum + size, 0)
}

async function refuseWhatIsTooMuch(client: string, report: BuildReport): Promise<void> {
  for (const part of ['productScript', 'styles'] as const) {
    if (report[part] > budgets[part])
      throw new Error(`${part} is ${report[part]} bytes compressed; the budget is ${budgets[part]}`)
    if (report[part] === 0) throw new Error(`${part} weighs nothing: the build left something out`)
  }
  // The schema library is for the server: types cross over, schemas don't.
  for (const name of (await readdir(client, { recursive: true })).filter((file) => file.endsWith('.js'))) {
    if (/ZodError|_zod\b/.test(await readFile(`${client}/${name}`, 'utf8')))
      throw new Error(`zod has reached the browser in ${name}`)
  }
}

if (import.meta.main) {
  const { productScript, styles } = await buildStorefront()
  const kilo = (bytes: number): string => `${(bytes / 1024).toFixed(1)} KB`
  process.stdout.write(
    `Storefront built: product page ${kilo(productScript)} of script, ${kilo(styles)} of styles (brotli).\n`,
  )
}
