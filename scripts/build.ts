import path from 'node:path'
import { buildWhenChanged, root } from './build-stamp.ts'

const pages = {
  from: [
    'apps/storefront/**/*.{ts,tsx,css,html,svg,json}',
    'packages/{ui,client,contract,money,calendar,card-fit,illustration}/**/*.{ts,tsx,css,woff2}',
    'package-lock.json',
  ],
  stamp: path.join(root, 'apps/storefront/dist/built-from'),
}

/** Builds the shop's pages when their sources changed since the last build; says whether it did. */
export function buildIfNeeded(): Promise<boolean> {
  return buildWhenChanged(pages, async () => {
    const { buildStorefront } = await import('../apps/storefront/build.ts')
    await buildStorefront()
  })
}

// By itself this file builds all that a release ships; who starts the shop on a machine of its own wants the pages alone.
if (import.meta.main) {
  const { buildApiIfNeeded } = await import('./build-api.ts')
  console.log((await buildIfNeeded()) ? 'The pages are built.' : 'The pages are up to date.')
  console.log((await buildApiIfNeeded()) ? 'The API is built.' : 'The API is up to date.')
}
