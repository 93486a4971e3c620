import { existsSync } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Carrier } from '@flora/client/client.ts'

/** What the storefront's server bundle is asked for, and gives. */
export interface PageAsked {
  /** Path and query. */
  readonly url: string
  readonly carry: Carrier
  readonly postcode?: string
  readonly theme?: 'light' | 'dark'
  readonly origin?: string
}

export interface PageRendered {
  readonly status: number
  readonly html: string
  readonly redirect?: string
  /** True when it holds nothing of the visitor's. */
  readonly shared: boolean
  readonly maxAgeSeconds?: number
  readonly error?: unknown
}

export interface Asset {
  readonly type: string
  readonly plain: Buffer
  readonly br: Buffer | undefined
  readonly gzip: Buffer | undefined
}

/** The built storefront: its renderer and its client files by their path, '/assets/style-ab12.css'. */
export interface Storefront {
  readonly render: (asked: PageAsked) => Promise<PageRendered>
  readonly assets: ReadonlyMap<string, Asset>
}

const builtFolder = path.join(import.meta.dirname, '../../../storefront/dist')

/** Loads the built storefront, or nothing when it was not built yet. */
export async function loadStorefront(folder: string = builtFolder): Promise<Storefront | undefined> {
  const entry = path.join(folder, 'server/entry-server.js')
  if (!existsSync(entry)) return undefined
  const [bundle, assets] = await Promise.all([
    import(pathToFileURL(entry).href) as Promise<Pick<Storefront, 'render'>>,
    readAssets(path.join(folder, 'client')),
  ])
  return { render: bundle.render, assets }
}

const types: Record<string, string> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
  '.webp': 'image/webp',
  '.avif': 'image/avif',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.json': 'application/json',
  '.txt': 'text/plain; charset=utf-8',
}

// All of it is some hundred kilobytes, so it is held in memory: no file is opened for a request, and no path can leave the folder.
async function readAssets(folder: string): Promise<Map<string, Asset>> {
  const names = (await readdir(path.join(folder, 'assets')).catch(() => [])).filter((name) => types[path.extname(name)])
  const read = (file: string) => readFile(file).catch(() => undefined)
  const assets = await Promise.all(
    names.map(async (name): Promise<[string, Asset] | undefined> => {
      const file = path.join(folder, 'assets', name)
      const [plain, br, gzip] = await Promise.all([read(file), read(`${file}.br`), read(`${file}.gz`)])
      return plain && [`/assets/${name}`, { type: types[path.extname(name)]!, plain, br, gzip }]
    }),
  )
  return new Map(assets.filter((asset) => asset !== undefined))
}
