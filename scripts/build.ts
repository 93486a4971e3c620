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

const studio = {
  from: [
    'apps/studio/**/*.{ts,tsx,css,html,json}',
    'packages/{ui,client,contract,money,calendar,card-fit}/**/*.{ts,tsx,css,woff2}',
    'package-lock.json',
  ],
  stamp: path.join(root, 'apps/studio/dist/built-from'),
}

/** Builds the shop's pages and the Studio when their sources changed since the last build; says whether it did. */
export async function buildIfNeeded(): Promise<boolean> {
  const shopBuilt = await buildWhenChanged(pages, async () => {
    const { buildStorefront } = await import('../apps/storefront/build.ts')
    await buildStorefront()
  })
  const studioBuilt = await buildWhenChanged(studio, async () => {
    const { buildStudio } = await import('../apps/studio/build.ts')
    await buildStudio()
  })
  return shopBuilt || studioBuilt
}

// By itself this file builds all that a release ships; who starts the shop on a machine of its own wants the pages alone.
if (import.meta.main) {
  const { buildApiIfNeeded } = await import('./build-api.ts')
  console.log((await buildIfNeeded()) ? 'The pages are built.' : 'The pages are up to date.')
  console.log((await buildApiIfNeeded()) ? 'The API is built.' : 'The API is up to date.')
}
