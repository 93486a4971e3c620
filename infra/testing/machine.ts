import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import http from 'node:http'
import { createServer } from 'node:net'
import os from 'node:os'
import path from 'node:path'
import { startPostgres } from '@flora/sandbox/postgres/start-postgres.ts'
import { startMailCatcher } from '@flora/sandbox/mail/start-mail-catcher.ts'
import { startStripeSandbox } from '@flora/sandbox/stripe/stripe-sandbox.ts'
import { sandboxKeys } from '../../apps/api/src/platform/config.ts'
import { type Packed } from '../../scripts/release.ts'
import { type Entry, writeTarball } from '../../scripts/release-tarball.ts'
import { type Emulator, openEmulator } from './emulator.ts'
import { openSupervisor, type Supervisor } from './supervisor.ts'

/** A machine that is only a folder: the real scripts and the real release, over stand-ins for AWS, systemd and Stripe. */
export interface Machine {
  readonly root: string
  readonly url: string
  /** Where the letters it sends can be looked at. */
  readonly mailbox: string
  /** From where on its processes tell their measurements. */
  readonly measuresFrom: number
  readonly emulator: Emulator
  readonly supervisor: Supervisor
  /** Puts what a release is made of where machines fetch it from. */
  readonly store: (packed: Stored) => Promise<void>
  /** What Terraform gives a machine to run at its first start. */
  readonly firstStart: () => Promise<{ code: number; said: string }>
  readonly boot: (...words: string[]) => Promise<{ code: number; said: string }>
  readonly close: () => Promise<void>
}

/** A release as it lies in the bucket. */
export interface Stored {
  readonly release: string
  readonly tarball: string
  readonly boot: string
  readonly bootSum: string
}

export const parameters = '/flora/test'
export const bucket = 'flora-test-releases'

/** Opens a machine on which nothing has run yet. */
export async function openMachine(): Promise<Machine> {
  const root = mkdtempSync(path.join(os.tmpdir(), 'flora-machine-'))
  const port = await freePort()
  const measuresFrom = await freePort()
  const url = `http://127.0.0.1:${port}`
  const webhook = { url: `${url}/api/stripe/webhook`, secret: sandboxKeys.webhookSecret }
  const [emulator, postgres, stripe, mail, supervisor] = await Promise.all([
    openEmulator(),
    startPostgres(),
    startStripeSandbox({ secretKey: sandboxKeys.secretKey, webhook }),
    startMailCatcher(),
    openSupervisor(root),
  ])
  const authority = path.join(root, 'authority.pem')
  writeFileSync(authority, '-----BEGIN CERTIFICATE-----\n')
  await emulator.putBucket(bucket)
  const config = {
    MODE: 'rehearsal',
    RATE_LIMITS: 'off',
    LOG_LEVEL: 'warn',
    DATA_DIR: path.join(root, 'var/lib/flora'),
  }
  const told = {
    ...config,
    DATABASE_POOL: '4',
    STRIPE_API_BASE: stripe.url,
    DATABASE_PASSWORD_IN: 'parameter',
    METRICS_PORT: String(measuresFrom),
  }
  for (const [name, value] of Object.entries(told)) await emulator.putParameter(`${parameters}/config/${name}`, value)
  const secret = (name: string, value: string) =>
    emulator.putParameter(`${parameters}/secret/${name}`, value, 'SecureString')
  await secret('DATABASE_URL', postgres.url)
  await secret('STRIPE_SECRET_KEY', 'unset')
  await secret('SMTP_URL', `smtp://127.0.0.1:${mail.smtpPort}`)
  // The shop asks for no such thing; it stands for a password with every sign in it.
  await secret('PASSWORD_OF_SOMETHING', 'a"b$c\\d`e')

  const environment = {
    ...emulator.environment,
    PATH: `${supervisor.bin}:${process.env['PATH']}`,
    HOME: root,
    FLORA_ROOT: root,
    FLORA_CA_URL: `file://${authority}`,
  }
  const run = (program: string, words: readonly string[]) =>
    ran(spawn('bash', [program, ...words], { env: environment }))
  return {
    root,
    url,
    mailbox: mail.webUrl,
    measuresFrom,
    emulator,
    supervisor,
    store: async ({ release, tarball, boot, bootSum }) => {
      await emulator.putObject(bucket, `${release}/flora-${release}.tar.gz`, readFileSync(tarball))
      await emulator.putObject(bucket, `${release}/boot`, boot)
      await emulator.putObject(bucket, `${release}/boot.sha256`, bootSum)
    },
    firstStart: () => {
      const script = path.join(root, 'user-data')
      writeFileSync(script, userData(port))
      return run(script, [])
    },
    boot: (...words) => run(path.join(root, 'opt/flora/boot'), words),
    close: async () => {
      await supervisor.close()
      await Promise.all([emulator.close(), postgres.stop(), stripe.close(), mail.close()])
      rmSync(root, { recursive: true, force: true })
    },
  }
}

// As Terraform fills it in.
function userData(port: number): string {
  const template = path.join(import.meta.dirname, '../terraform/modules/compute/user-data.sh.tftpl')
  const values: Record<string, string> = { region: 'ap-southeast-2', parameters, bucket, port: String(port) }
  return readFileSync(template, 'utf8').replaceAll(/(\$?)\$\{([^}]*)\}/g, (_, escaped: string, name: string) =>
    escaped ? `\${${name}}` : values[name]!,
  )
}

/** A packed release as it is stored. */
export function stored({ manifest, folder, tarball }: Packed): Stored {
  const read = (name: string) => readFileSync(path.join(folder, name), 'utf8')
  return { release: manifest.release, tarball, boot: read('boot'), bootSum: read('boot.sha256') }
}

/** The same release under another name, with files of it changed. */
export async function likeIt(packed: Packed, release: string, changes: Record<string, string> = {}): Promise<Stored> {
  const folder = path.join(path.dirname(packed.folder), `like-${release}`)
  mkdirSync(folder)
  execFileSync('tar', ['-xzf', packed.tarball, '-C', folder])
  const entries = [...Object.keys(packed.manifest.files), 'manifest.json'].map((place): Entry => {
    const from = place in changes ? Buffer.from(changes[place]!) : readFileSync(path.join(folder, place))
    return { place, from, size: from.length, isProgram: place === 'bin/node' }
  })
  rmSync(folder, { recursive: true })
  const tarball = `${folder}.tar.gz`
  const sum = await writeTarball(tarball, entries, packed.manifest)
  const boot = readFileSync(path.join(packed.folder, 'boot'), 'utf8')
    .replace(`own_release='${packed.manifest.release}'`, `own_release='${release}'`)
    .replace(/^own_sum='.*'$/m, `own_sum='${sum}'`)
  const bootSum = createHash('sha256').update(boot).digest('hex')
  return { release, tarball, boot, bootSum: `${bootSum}  boot\n` }
}

/** What visitors of a shop saw while something happened to it. */
export interface Seen {
  answered: number
  /** Requests that got no answer, or one of 500 and more. */
  readonly failed: Record<string, number>
  readonly releases: Set<string>
}

/** Visitors who ask one thing after the other over connections that stay, until told to stop. */
export function openVisitors(url: string, count: number): { seen: Seen; stop: () => Promise<Seen> } {
  const seen: Seen = { answered: 0, failed: {}, releases: new Set() }
  const agent = new http.Agent({ keepAlive: true, maxSockets: count })
  const visit = { isOver: false }
  const fail = (what: string) => void (seen.failed[what] = (seen.failed[what] ?? 0) + 1)
  const ask = (method: string, address: string) =>
    new Promise<void>((resolve) => {
      const request = http.request(url + address, { method, agent }, (reply) => {
        let text = ''
        reply.on('data', (part: Buffer) => (text += part.toString()))
        reply.on('error', (error) => fail(`${method} ${address}: ${String(error)}`))
        reply.on('close', () => {
          seen.answered += 1
          if (reply.statusCode! >= 500) fail(`${method} ${address}: ${reply.statusCode}`)
          const release = /"release":"([^"]+)"/.exec(text)?.[1]
          if (release) seen.releases.add(release)
          resolve()
        })
      })
      request.on('error', (error) => {
        fail(`${method} ${address}: ${String(error)}`)
        resolve()
      })
      request.end()
    })
  const visits = Array.from({ length: count }, async () => {
    while (!visit.isOver) {
      await ask('GET', '/api/health')
      await ask('GET', '/api/products')
      // Goes as far as the database each time.
      await ask('GET', '/api/ready')
      // Nobody may send this a second time by itself.
      await ask('POST', '/api/stripe/webhook')
      // They share the machine with what they visit: without a breath nothing new could start beside them.
      await new Promise((resolve) => setTimeout(resolve, 10))
    }
  })
  return {
    seen,
    stop: async () => {
      visit.isOver = true
      await Promise.all(visits)
      agent.destroy()
      return seen
    },
  }
}

function ran(child: ChildProcess): Promise<{ code: number; said: string }> {
  let said = ''
  child.stdout!.on('data', (part: Buffer) => (said += part.toString()))
  child.stderr!.on('data', (part: Buffer) => (said += part.toString()))
  return new Promise((resolve) => child.on('exit', (code) => resolve({ code: code ?? 1, said })))
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.on('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() =>
        typeof address === 'object' && address ? resolve(address.port) : reject(new Error('no port')),
      )
    })
  })
}
