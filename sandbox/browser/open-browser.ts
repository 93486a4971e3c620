import { chromium, type Browser, type LaunchOptions } from 'playwright-core'
import { findBrowser, type FindOptions } from './find-browser.ts'

export { findBrowser } from './find-browser.ts'

// A browser for tests says nothing to anyone: no updates, no sync, no QUIC. The sandbox is off because root may not
// have it, and it opens our own pages only.
const FLAGS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

export type OpenBrowserOptions = LaunchOptions & { find?: FindOptions }

/**
 * Opens a headless Chromium: the one in FLORA_CHROMIUM, an installed one, or the one from npm. Throws a sentence if
 * none.
 */
export async function openBrowser({ find, args = [], env, ...options }: OpenBrowserOptions = {}): Promise<Browser> {
  const found = findBrowser(find)
  if (!found.ok) throw new Error(found.because)
  return chromium.launch({
    headless: true,
    ...options,
    executablePath: options.executablePath ?? found.path,
    args: [...FLAGS, ...args],
    env: { ...definedOnly(process.env), ...found.env, ...env },
  })
}

function definedOnly(env: NodeJS.ProcessEnv): Record<string, string> {
  return Object.fromEntries(Object.entries(env).filter((entry): entry is [string, string] => entry[1] !== undefined))
}
