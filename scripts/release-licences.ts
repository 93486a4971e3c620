import { readFileSync } from 'node:fs'
import path from 'node:path'
import { root } from './build-stamp.ts'

// Licences under which a shop may run, and hand on to its machines, what others have written.
const allowed = new Set([
  '(MIT AND BSD-3-Clause)',
  '(MIT AND Zlib)',
  '(MIT OR Apache-2.0)',
  '(MIT OR CC0-1.0)',
  '0BSD',
  'Apache-2.0',
  'BlueOak-1.0.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'CC0-1.0',
  'CC-BY-4.0',
  'ISC',
  'MIT',
  'MIT AND ISC AND BSD-3-Clause',
  'MIT-0',
  'Python-2.0',
  'Unlicense',
])

// sharp loads this as a library that can be exchanged, which its licence (LGPL) asks for.
const agreedTo = [
  /^node_modules\/@img\/sharp-/,
  // Its package names none; its LICENSE file is MIT’s.
  /^node_modules\/png-js$/,
]

interface Locked {
  readonly version?: string
  readonly license?: string
  readonly dev?: boolean
  readonly link?: boolean
}

/** Packages that production runs, under a licence that nobody has agreed to. */
export function strangeLicences(lock: { packages: Record<string, Locked> }): string[] {
  return Object.entries(lock.packages)
    .filter(([place, { dev, link }]) => place.includes('node_modules/') && !dev && !link)
    .filter(([place, { license }]) => !allowed.has(license ?? 'none') && !agreedTo.some((one) => one.test(place)))
    .map(
      ([place, { version, license }]) =>
        `${place.replace(/^.*node_modules\//, '')} ${version}: ${license ?? 'no licence named'}`,
    )
}

if (import.meta.main) {
  const lock = JSON.parse(readFileSync(path.join(root, 'package-lock.json'), 'utf8')) as Parameters<
    typeof strangeLicences
  >[0]
  const strange = strangeLicences(lock)
  for (const sentence of strange) console.error(sentence)
  console.log(
    strange.length === 0
      ? 'Every licence is agreed to.'
      : `${strange.length} licences are not agreed to: scripts/release-licences.ts`,
  )
  process.exit(strange.length === 0 ? 0 : 1)
}
