import { type ChildProcess, spawn } from 'node:child_process'
import { mkdirSync, openSync, watch } from 'node:fs'
import path from 'node:path'
import { type Caught, type MailCatcher, startMailCatcher } from '@flora/sandbox/mail/start-mail-catcher.ts'
import { startStripeSandbox } from '@flora/sandbox/stripe/stripe-sandbox.ts'
import { demoCustomers } from '../apps/api/src/demo/demo-customers.ts'
import { demoPassword, demoStaff } from '../apps/api/src/demo/demo-staff.ts'
import { BadConfig, type Config, readOwnConfig } from '../apps/api/src/platform/config.ts'
import { buildIfNeeded } from './build.ts'
import { placeDemoOrders } from './demo-orders.ts'
import { askForAccounts, type DemoTown, placeDemoSubscriptions } from './demo-subscriptions.ts'
import { aSignedIn } from './demo-visitor.ts'

const root = path.join(import.meta.dirname, '..')
const isDev = process.argv.includes('--dev')
const unknown = process.argv.slice(2).filter((word) => word !== '--dev')
if (unknown.length > 0) {
  console.error(
    `npm start does not know ${unknown.join(' or ')}. It takes no words; what can be set are the variables of .env.example, as in PORT=3001 npm start.`,
  )
  process.exit(2)
}

// What a provider would be told of the shop, and the shop of it.
const testClient = { OIDC_CLIENT_ID: 'flora', OIDC_CLIENT_SECRET: 'flora-test-issuer' } as const

// As the shop's door says it, once in the life of a database.
const plantingShop = 'planting the demo shop'
const demoFlorist = { email: 'florist@flora.example', password: demoPassword }
// It comes at once; a machine that is busy with its first start may take a while all the same.
const letterWithinMs = 60_000

await start()

/** `npm start`: the whole shop on this machine, with stand-ins for the payment service and the mail server. */
async function start(): Promise<void> {
  const config = configOrExit()
  if (config.mode === 'production')
    exit(
      'npm start is for this machine. In production run the doors themselves: apps/api/src/entry/serve.ts and work.ts.',
    )
  const begun = performance.now()
  const closing: (() => Promise<unknown> | unknown)[] = []
  const stop = stopper(closing)
  mkdirSync(path.join(config.dataDir, 'logs'), { recursive: true })

  await step('Pages', async () => ((await buildIfNeeded()) ? 'built' : 'up to date'))
  const usesSandbox = config.stripe.apiBase !== undefined
  if (usesSandbox) {
    await step('Payment sandbox', async () => {
      const sandbox = await startStripeSandbox({
        port: config.sandbox.stripePort,
        secretKey: config.stripe.secretKey,
        webhook: { url: `http://127.0.0.1:${config.port}/api/stripe/webhook`, secret: config.stripe.webhookSecret },
        stateFile: path.join(config.dataDir, 'stripe-sandbox.ndjson'),
      }).catch(portTaken('SANDBOX_PORT', config.sandbox.stripePort))
      closing.unshift(() => sandbox.close())
      return sandbox.url
    })
  }
  let catcher: MailCatcher | undefined
  const usesCatcher = !process.env['SMTP_URL']
  const mailbox = usesCatcher
    ? await step('Mail catcher', async () => {
        const caught = await startMailCatcher({
          smtpPort: config.sandbox.smtpPort,
          webPort: config.sandbox.mailboxPort,
          folder: path.join(config.dataDir, 'mail'),
        }).catch(portTaken('MAIL_PORT or MAILBOX_PORT', config.sandbox.smtpPort))
        catcher = caught
        closing.unshift(() => caught.close())
        return caught.webUrl
      })
    : undefined
  const issuer = config.oidc ? undefined : await testIssuer(config, (close) => closing.unshift(close))
  let isNew = false
  const shopUrl = await step('Shop', async (say) => {
    const shop = startShop(config, { ...process.env, ...issuer }, (progress) => {
      isNew ||= progress === plantingShop
      say(progress)
    })
    closing.unshift(() => endChild(shop.child))
    const url = await shop.ready
    // A shop that ends by itself takes the stand-ins along; one that never opened has said why.
    shop.child.once('exit', () => void stop())
    return url
  })
  const hasCustomers =
    isNew && config.mode === 'development' && (await fillOrderBook(shopUrl, { catcher, usesSandbox }))

  const seconds = (performance.now() - begun) / 1_000
  tellAddresses(config, { seconds, mailbox, issuer: issuer?.OIDC_ISSUER, hasCustomers })
  process.on('SIGINT', () => void stop())
  process.on('SIGTERM', () => void stop())
  if (isDev) rebuildOnChange()
}

/** A shop whose Studio is empty shows nobody what it can do. Says whether some of its customers have accounts now. */
async function fillOrderBook(
  url: string,
  { catcher, usesSandbox }: { catcher: MailCatcher | undefined; usesSandbox: boolean },
): Promise<boolean> {
  const florist = await aSignedIn(url, demoFlorist)
  // Subscribers have their accounts by a letter's link and pay by a card: of a mailbox and a bank of this machine only.
  const asked = catcher && usesSandbox ? askForAccounts({ url, florist, letterTo: lettersIn(catcher) }) : undefined
  // What became of it is said in its own step, below.
  asked?.catch(() => undefined)
  await step('Demo orders', async () => `${await placeDemoOrders(florist)} to tie and to deliver`)
  if (!asked) return false
  await step('Demo subscribers', async () => `${await placeDemoSubscriptions(url, await asked)} subscriptions`)
  return true
}

/** Letters that come from now on: a mailbox is kept longer than a database may be, and its older links lead nowhere. */
function lettersIn({ messages, waitFor }: MailCatcher): DemoTown['letterTo'] {
  const older = new Set(messages().map(({ id }) => id))
  return async (email, says) => {
    const isIt = ({ id, to, text }: Caught) =>
      !older.has(id) && to.some(({ address }) => address === email) && says.test(text)
    return (await waitFor(isIt, letterWithinMs)).text
  }
}

interface Opened {
  readonly seconds: number
  readonly mailbox: string | undefined
  readonly issuer: string | undefined
  readonly hasCustomers: boolean
}

function tellAddresses(config: Config, { seconds, mailbox, issuer, hasCustomers }: Opened): void {
  const staff =
    config.mode === 'development'
      ? `${demoStaff.map(({ email }) => email).join(', ')} (password: ${demoPassword})`
      : 'those you made by npm run ops -- owner'
  const customers = hasCustomers
    ? `\n    Customers  ${Object.values(demoCustomers)
        .map(({ email }) => email)
        .join(', ')} (the same password)`
    : ''
  const at = `http://${config.host === '0.0.0.0' ? 'localhost' : config.host.replace('127.0.0.1', 'localhost')}:${config.port}`
  console.log(`
  Flora is open (${seconds.toFixed(1)} s).

    Shop       ${at}
    Studio     ${at}/studio
    API        ${at}/api/docs
    Mailbox    ${mailbox ?? 'your own mail server (SMTP_URL)'}
    Payments   ${config.stripe.apiBase !== undefined ? `${config.stripe.apiBase}  (sandbox: pay with 4242 4242 4242 4242)` : 'Stripe, by your keys'}
    Staff      ${staff}${customers}
    Sign-in    ${issuer ? `${issuer}  (test issuer: anybody can be anybody)` : `by ${config.oidc?.name} (OIDC_ISSUER)`}
    Log        ${path.relative(process.cwd(), path.join(config.dataDir, 'logs/shop.log'))}

  Ctrl-C closes it. Its data stays in ${path.relative(process.cwd(), config.dataDir) || '.'}; npm run reset starts over.
`)
}

// The shop's own files restart it by Node's --watch; the pages' bundle is one of the files it imports, so building the pages
// anew restarts it too. The Studio's files it reads again by itself; an open Studio sees that when it
// is looked at, and offers to load the newer one.
function rebuildOnChange(): void {
  let pause: NodeJS.Timeout | undefined
  for (const folder of ['apps/storefront/src', 'apps/studio/src', 'packages']) {
    watch(path.join(root, folder), { recursive: true }, (_, file) => {
      if (!file || !/\.(tsx?|css)$/.test(file)) return
      clearTimeout(pause)
      pause = setTimeout(() => {
        buildIfNeeded().then(
          (wasBuilt) => wasBuilt && console.log('  Pages            built again'),
          (error: unknown) =>
            console.error(`  Pages            not built: ${error instanceof Error ? error.message : String(error)}`),
        )
      }, 150)
    })
  }
}

function configOrExit(): Config {
  try {
    return readOwnConfig()
  } catch (error) {
    if (error instanceof BadConfig)
      return exit(`Flora cannot start with this configuration:\n${error.message.replaceAll(/^/gm, '  ')}`)
    throw error
  }
}

async function step(name: string, work: (say: (progress: string) => void) => Promise<string>): Promise<string> {
  const isTerminal = process.stdout.isTTY
  const line = (text: string) =>
    isTerminal
      ? process.stdout.write(`\r\u001B[2K  ${name.padEnd(16)} ${text}`)
      : process.stdout.write(`  ${name.padEnd(16)} ${text}\n`)
  line('…')
  try {
    const done = await work(line)
    line(done)
    if (isTerminal) process.stdout.write('\n')
    return done
  } catch (error) {
    if (isTerminal) process.stdout.write('\n')
    return exit(error instanceof Error ? error.message : String(error))
  }
}

/** A real OpenID provider on this machine; gives the variables by which the shop finds it. */
async function testIssuer(config: Config, onClose: (close: () => Promise<void>) => void) {
  const url = await step('Test issuer', async () => {
    // Loaded here only: with a provider of your own it is not needed.
    const { startOidcIssuer } = await import('@flora/sandbox/oidc/start-oidc-issuer.ts')
    const port = config.sandbox.oidcPort
    // The shop on this machine has two names, and may have a third that others reach it by.
    const homes = [config.publicUrl, `http://localhost:${config.port}`, `http://127.0.0.1:${config.port}`]
    const issuer = await startOidcIssuer({
      port,
      clients: [
        {
          clientId: testClient.OIDC_CLIENT_ID,
          clientSecret: testClient.OIDC_CLIENT_SECRET,
          name: 'Flora',
          redirectUris: [...new Set(homes.map((home) => new URL('/api/auth/oidc/callback', home).href))],
        },
      ],
    }).catch(portTaken('SANDBOX_OIDC_PORT', port))
    onClose(issuer.close)
    return issuer.url
  })
  return { ...testClient, OIDC_ISSUER: url, OIDC_NAME: 'the test issuer', OIDC_AUDIENCE: 'https://api.flora.example' }
}

function startShop(
  config: Config,
  environment: NodeJS.ProcessEnv,
  say: (progress: string) => void,
): { child: ChildProcess; ready: Promise<string> } {
  const log = openSync(path.join(config.dataDir, 'logs/shop.log'), 'a')
  const watch = isDev ? ['--watch', '--watch-preserve-output'] : []
  const child = spawn(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', ...watch, 'apps/api/src/entry/all-in-one.ts'],
    {
      cwd: root,
      env: environment,
      stdio: ['ignore', log, 'pipe', 'ipc'],
      // Ctrl-C in a terminal goes to the whole group; the shop is told by us, once, so that it closes before its payment service.
      detached: true,
    },
  )
  let complaint = ''
  child.stderr?.on('data', (text: Buffer) => {
    complaint += text.toString()
    if (complaint.length > 4_000) complaint = complaint.slice(-4_000)
  })
  const ready = new Promise<string>((resolve, reject) => {
    child.on('message', (message: { progress?: string; url?: string }) => {
      if (message.progress) say(message.progress)
      if (message.url) resolve(message.url)
    })
    child.once('exit', () =>
      reject(new Error(complaint.trim() || 'The shop ended before it opened; its log says more.')),
    )
  })
  return { child, ready }
}

function endChild(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve()
  return new Promise((resolve) => {
    child.once('exit', () => resolve())
    child.kill('SIGTERM')
  })
}

function stopper(closing: (() => Promise<unknown> | unknown)[]): () => Promise<void> {
  let isStopping = false
  return async () => {
    if (isStopping) return process.exit(1)
    isStopping = true
    console.log('\n  Closing …')
    for (const close of closing) await close()
    process.exit(0)
  }
}

function portTaken(variable: string, port: number): (error: unknown) => never {
  return (error) => {
    const isTaken = error instanceof Error && 'code' in error && error.code === 'EADDRINUSE'
    throw isTaken
      ? new Error(
          `Port ${port} is taken. If Flora runs already, use that one or stop it first; if it is another program, choose other ports by ${variable}.`,
        )
      : error
  }
}

function exit(sentence: string): never {
  console.error(`\n${sentence}`)
  process.exit(1)
}
