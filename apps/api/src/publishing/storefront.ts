import { existsSync } from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Carrier } from '@flora/client/client.ts'
import { type Asset, readAssets } from './assets.ts'

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
    readAssets(path.join(folder, 'client'), '/assets/'),
  ])
  return { render: bundle.render, assets }
}
