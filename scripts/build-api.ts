import { globSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { build, type Plugin } from 'vite'
import { doorEnvironment, programs } from '../apps/api/src/entry/door-environment.ts'
import { buildWhenChanged, root } from './build-stamp.ts'

const entry = path.join(root, 'apps/api/src/entry')
const dist = path.join(root, 'apps/api/dist')

/**
 * Packages that stay packages, because they bring machine code, WebAssembly, or files that they look for beside themselves. A release
 * installs these and no others.
 */
export const packagesOfRelease = [
  '@electric-sql/pglite',
  '@zxcvbn-ts/language-common',
  'bcrypt',
  'pdfkit',
  'sharp',
  'swagger-ui-dist',
] as const

/** What the built programs look for from the project's root, besides themselves and `packagesOfRelease`. */
export const filesOfRelease = [
  'db/migrations',
  'apps/api/src/platform/paper/fonts',
  'apps/storefront/dist',
  'apps/studio/dist',
] as const

/** Builds the API when its sources changed since the last build; says whether it did. */
export function buildApiIfNeeded(): Promise<boolean> {
  const from = ['apps/api/src/**/*.ts', 'packages/**/*.{ts,json}', 'package-lock.json', 'scripts/build-api.ts']
  return buildWhenChanged({ from, stamp: path.join(dist, 'built-from') }, () => buildApi())
}

/**
 * Builds the API's programs, each with its libraries, from many hundred files into a few: reading, stripping and linking those takes a
 * process 40 MB and half a second. See docs/decisions/0014-one-file-a-door-in-production.md.
 */
export async function buildApi({ into = dist }: { into?: string } = {}): Promise<void> {
  await build({
    configFile: false,
    root,
    logLevel: 'warn',
    plugins: [ownPlaces(), refuseProgramsOfOthers()],
    // Libraries choose their fast half by this.
    define: { 'process.env.NODE_ENV': '"production"' },
    ssr: { noExternal: true, external: [...packagesOfRelease] },
    build: {
      ssr: true,
      target: 'esnext',
      outDir: into,
      emptyOutDir: true,
      // Kept beside the programs for who reads a stack trace. Node should not load them: they would take 60 MB of each door.
      sourcemap: true,
      rolldownOptions: {
        checks: { pluginTimings: false },
        input: Object.fromEntries(programs.map((name) => [name, path.join(entry, `${name}.ts`)])),
        output: {
          // All in one folder: whoever asks for its own place must get the same answer in each.
          entryFileNames: '[name].js',
          chunkFileNames: '[name].js',
          // One letter that is not ASCII, and be it in a comment, would make Node keep the whole file at two bytes a letter.
          charset: 'ascii',
          comments: false,
          // Names and lines stay as they were written, so that a stack trace can be read: smaller texts were measured to save a megabyte.
          minify: false,
          sourcemapExcludeSources: true,
        },
      },
    },
  })
  writeFileSync(path.join(into, 'package.json'), '{ "type": "module" }\n')
  for (const program of programs) {
    const lines = Object.entries(doorEnvironment(program)).map(([name, value]) => `${name}="${value}"\n`)
    writeFileSync(path.join(into, `${program}.env`), lines.join(''))
  }
}

// A source that asks where it is means the folder it was written in. Where a build lies, that is found from the built file; and a
// program that it starts from there is a built one too.
function ownPlaces(): Plugin {
  return {
    name: 'own-places',
    enforce: 'pre',
    transform(code, id) {
      const isOurs = path.isAbsolute(id) && !path.relative(root, id).startsWith('..') && !id.includes('/node_modules/')
      if (!isOurs || !/\bimport\.meta\.(dirname|url|resolve)\b/.test(code)) return undefined
      const folder = path.relative(dist, path.dirname(id)).replaceAll(path.sep, '/')
      const placed = code
        .replaceAll(/\bpath\.join\(import\.meta\.dirname, '([\w-]+)\.ts'\)/g, (_, name: string) => {
          this.emitFile({ type: 'chunk', id: path.join(path.dirname(id), `${name}.ts`), fileName: `${name}.js` })
          return `path.join(import.meta.dirname, '${name}.js')`
        })
        .replaceAll(/\bimport\.meta\.dirname\b(?!, '[\w-]+\.js'\))/g, `(import.meta.dirname + '/${folder}')`)
        .replaceAll(/\bimport\.meta\.url\b/g, `new URL('${folder}/', import.meta.url).href`)
      for (const [, name] of code.matchAll(/\bresolve\('((?:@[\w.-]+\/)?[\w.-]+)\//g))
        if (!packagesOfRelease.some((known) => known === name))
          this.error(`${id} looks for a file of ${name}: name that in packagesOfRelease.`)
      if (/import\.meta\b.*\.ts\b|\.ts\b.*import\.meta\b/.test(placed))
        this.error(
          `${id} names a source to start. Write path.join(import.meta.dirname, 'name.ts'), which the build knows.`,
        )
      return { code: placed, map: null }
    },
  }
}

// Machine code cannot be put into a file of ours, and its absence would be noticed by the first who needs it.
function refuseProgramsOfOthers(): Plugin {
  return {
    name: 'refuse-programs-of-others',
    generateBundle(_, bundle) {
      const parts = Object.values(bundle).flatMap((part) => (part.type === 'chunk' ? part.moduleIds : []))
      const packages = new Set(parts.flatMap((id) => /^.*\/node_modules\/(?:@[^/]+\/)?[^/]+(?=\/)/.exec(id)?.[0] ?? []))
      const unfit = [...packages].filter((folder) => globSync('**/*.{node,wasm}', { cwd: folder }).length > 0)
      if (unfit.length > 0) this.error(`These bring programs: name them in packagesOfRelease. ${unfit.join(', ')}`)
    },
  }
}

if (import.meta.main) console.log((await buildApiIfNeeded()) ? 'The API is built.' : 'The API is up to date.')
