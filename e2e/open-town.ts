import { type ChildProcess, spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { findBrowser, openBrowser } from '@flora/sandbox/browser/open-browser.ts'
import { type MailCatcher, startMailCatcher } from '@flora/sandbox/mail/start-mail-catcher.ts'
import { freePort } from '@flora/sandbox/postgres/free-port.ts'
import { startStripeSandbox, type StripeSandbox } from '@flora/sandbox/stripe/stripe-sandbox.ts'

export type Browser = Awaited<ReturnType<typeof openBrowser>>

/** The whole town round a shopper: the shop as its own process, the payment service, the post office, and a browser. */
export interface Town {
  readonly url: string
  readonly stripe: StripeSandbox
  readonly mail: MailCatcher
  readonly browser: Browser
  /** Ends the shop as an operator would and starts it again over the same data, at the same address. */
  readonly restartShop: () => Promise<void>
  /** What the shop has written to its log and its error stream. */
  readonly shopLog: () => string
  readonly close: () => Promise<void>
}

const root = path.join(import.meta.dirname, '..')
const keys = { secretKey: 'sk_test_flora_sandbox', webhookSecret: 'whsec_flora_sandbox' }

const found = findBrowser()

/** For a test's `skip`: false, or the reason why no browser can be opened here. */
export const noBrowser: string | false = found.ok ? false : found.because

interface TownOptions {
  /** An OpenID provider too, at which anybody can be anybody. */
  readonly withIssuer?: boolean
  /** Variables of the shop, as .env would set them. */
  readonly shop?: Readonly<Record<string, string>>
  /** The shop's clock begins at this instant instead of now. */
  readonly opensAt?: string
}

/** Opens a town of its own with an empty order book and the demo shop. Ready when the shop has said so. */
export async function openTown({ withIssuer = false, shop: variables = {}, opensAt }: TownOptions = {}): Promise<Town> {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'flora-town-'))
  lendPictures(dataDir)
  const removeData = (): void => rmSync(dataDir, { recursive: true, force: true, maxRetries: 5 })
  process.once('exit', removeData)
  const closing: (() => Promise<unknown> | unknown)[] = [removeData, () => process.off('exit', removeData)]
  const close = async (): Promise<void> => {
    for (const step of closing.splice(0).toReversed()) await step()
  }
  try {
    // Chosen beforehand, because the shop's address stands in its letters and must outlive a restart.
    const port = await freePort()
    const url = `http://127.0.0.1:${port}`
    const stripe = await startStripeSandbox({
      secretKey: keys.secretKey,
      webhook: { url: `${url}/api/stripe/webhook`, secret: keys.webhookSecret },
    })
    closing.push(() => stripe.close())
    const mail = await startMailCatcher()
    closing.push(() => mail.close())
    const issuer = withIssuer ? await openIssuer(url, (step) => closing.push(step)) : {}
    const environment = {
      ...issuer,
      PORT: String(port),
      DATA_DIR: dataDir,
      STRIPE_API_BASE: stripe.url,
      SMTP_URL: `smtp://127.0.0.1:${mail.smtpPort}`,
      ...variables,
      ...(opensAt !== undefined && { SHOP_OPENS_AT: opensAt }),
    }
    const log: string[] = []
    let shop = await startShop(environment, log)
    closing.push(() => shop.end())
    const browser = await openBrowser()
    closing.push(() => browser.close())
    return {
      url,
      stripe,
      mail,
      browser,
      shopLog: () => log.join(''),
      restartShop: async () => {
        await shop.end()
        shop = await startShop(environment, log)
      },
      close,
    }
  } catch (error) {
    await close()
    throw error
  }
}

async function openIssuer(url: string, closing: (close: () => Promise<void>) => void): Promise<Record<string, string>> {
  // Loaded where it is wanted: most towns have none.
  const { startOidcIssuer } = await import('@flora/sandbox/oidc/start-oidc-issuer.ts')
  const client = { clientId: 'flora', clientSecret: 'flora-of-the-town' }
  const issuer = await startOidcIssuer({
    clients: [{ ...client, name: 'Flora', redirectUris: [`${url}/api/auth/oidc/callback`] }],
  })
  closing(() => issuer.close())
  return {
    OIDC_ISSUER: issuer.url,
    OIDC_CLIENT_ID: client.clientId,
    OIDC_CLIENT_SECRET: client.clientSecret,
    OIDC_NAME: 'the test issuer',
  }
}

interface RunningShop {
  readonly end: () => Promise<void>
}

/** The all-in-one door as a process; resolves when it has sent its address. */
async function startShop(environment: Record<string, string>, log: string[]): Promise<RunningShop> {
  const clock = 'SHOP_OPENS_AT' in environment ? ['--import', path.join(import.meta.dirname, 'shop-clock.ts')] : []
  const door = ['--disable-warning=ExperimentalWarning', ...clock, 'apps/api/src/entry/all-in-one.ts']
  const child = spawn(process.execPath, door, {
    cwd: root,
    // Only what is named here: a database or keys in this shell's environment must not become part of a test.
    env: {
      PATH: process.env['PATH'],
      HOME: process.env['HOME'],
      MODE: 'development',
      LOG_LEVEL: 'warn',
      // All shoppers of a town share one address, and together they are busier than one person may be.
      RATE_LIMITS: 'off',
      // A password's hash is dear on purpose, and nobody here guesses.
      BCRYPT_COST: '4',
      ...environment,
    },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  })
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (text: Buffer) => log.push(text.toString()))
  endWithUs(child)
  await new Promise<void>((resolve, reject) => {
    child.on('message', (message: { url?: string }) => message.url !== undefined && resolve())
    child.once('exit', () => reject(new Error(`The shop ended before it opened:\n${log.join('')}`)))
  })
  return { end: () => endChild(child) }
}

function endChild(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve()
  return new Promise((resolve) => {
    child.once('exit', () => resolve())
    child.kill('SIGTERM')
  })
}

// A test that is stopped halfway leaves no shop behind.
function endWithUs(child: ChildProcess): void {
  const end = (): void => void child.kill('SIGKILL')
  const stopped = (): void => process.exit(1)
  // Before the data folder goes.
  process.prependOnceListener('exit', end)
  process.once('SIGTERM', stopped)
  child.once('exit', () => {
    process.off('exit', end)
    process.off('SIGTERM', stopped)
  })
}

/**
 * Pictures are named by what is drawn in them, so towns can share them: drawing some four hundred files takes longer
 * than all the journeys together. They are kept for the next run where other tools keep such things.
 */
function lendPictures(dataDir: string): void {
  const kept = path.join(root, 'node_modules/.cache/flora-e2e/pictures')
  mkdirSync(kept, { recursive: true })
  mkdirSync(path.join(dataDir, 'files'))
  symlinkSync(kept, path.join(dataDir, 'files/pictures'))
}
