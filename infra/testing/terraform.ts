import assert from 'node:assert/strict'
import { spawn, spawnSync } from 'node:child_process'
import {
  cpSync,
  existsSync,
  globSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import os from 'node:os'
import path from 'node:path'

/** Where the configuration is. */
export const configuration = path.join(import.meta.dirname, '../terraform')

/** What a run of Terraform gave. */
export interface Run {
  readonly code: number
  readonly output: string
}

/** A copy of the configuration to work in, with a way to run Terraform there. */
export interface Workplace {
  readonly folder: string
  readonly run: (where: string, args: readonly string[], more?: Record<string, string>) => Promise<Run>
  readonly write: (file: string, text: string) => void
  readonly close: () => void
}

// A provider that hangs on a call nobody answers must not hang the test for ever; a busy machine may take minutes.
const mostMs = 600_000

/** Why Terraform cannot be run on this machine, or nothing when it can. */
export function whyNoTerraform(): string | undefined {
  if (spawnSync('terraform', ['version'], { env: { ...process.env, TF_CLI_CONFIG_FILE: os.devNull } }).status !== 0)
    return 'terraform is not installed'
  if (findMirror() === undefined && process.env['FLORA_TERRAFORM_REGISTRY'] !== 'on')
    return 'no mirror of the AWS provider on this machine (FLORA_TERRAFORM_REGISTRY=on fetches it)'
  return undefined
}

/** Copies the configuration into a folder of its own, so that nothing a run leaves behind is in the project. */
export function openWorkplace(): Workplace {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'flora-terraform-'))
  cpSync(configuration, path.join(folder, 'terraform'), {
    recursive: true,
    // A link would lead back into the project, and what a test writes there with it.
    dereference: true,
    filter: (file) => !/(^|\/)(\.terraform(\.lock\.hcl)?|.*\.tfstate.*)$/.test(file),
  })
  const mirror = findMirror()
  const rules = path.join(folder, 'terraform.rc')
  writeFileSync(
    rules,
    mirror
      ? `provider_installation {\n  filesystem_mirror {\n    path    = "${mirror}"\n    include = ["registry.terraform.io/hashicorp/*"]\n  }\n}\n`
      : '',
  )
  const cache = path.join(os.tmpdir(), 'flora-terraform-providers')
  mkdirSync(cache, { recursive: true })
  const environment = {
    ...withoutOthers(process.env),
    TF_CLI_CONFIG_FILE: rules,
    TF_PLUGIN_CACHE_DIR: cache,
    // A copy from the mirror has no lock file to be held against.
    TF_PLUGIN_CACHE_MAY_BREAK_DEPENDENCY_LOCK_FILE: 'true',
    TF_IN_AUTOMATION: '1',
    TF_INPUT: '0',
    CHECKPOINT_DISABLE: '1',
  }
  return {
    folder: path.join(folder, 'terraform'),
    run: (where, args, more = {}) => run(path.join(folder, 'terraform', where), args, { ...environment, ...more }),
    write: (file, text) => {
      const place = path.join(folder, 'terraform', file)
      mkdirSync(path.dirname(place), { recursive: true })
      writeFileSync(place, text)
    },
    close: () => rmSync(folder, { recursive: true, force: true }),
  }
}

/**
 * Starts the provider once, for runs that only ask it what its resources look like; else each of their steps starts it anew, a second of
 * a processor each. Not for runs with regions and credentials: they would share those as well. Gives what such runs must find in their
 * environment.
 */
export async function openProvider(
  place: Workplace,
): Promise<{ environment: Record<string, string>; close: () => void }> {
  // The last folder is a link into the cache, which a pattern would not follow.
  const [fetched] = globSync('.terraform/providers/registry.terraform.io/hashicorp/aws/*/*', { cwd: place.folder })
  assert.ok(fetched, 'init has fetched no provider')
  const folder = path.join(place.folder, fetched)
  const program = readdirSync(folder).find((name) => name.startsWith('terraform-provider-aws'))!
  const child = spawn(path.join(folder, program), ['-debug'], {
    env: withoutOthers(process.env),
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  const known = await new Promise<string>((resolve, reject) => {
    let said = ''
    child.stdout.on('data', (chunk: Buffer) => {
      said += chunk.toString()
      const [, found] = /TF_REATTACH_PROVIDERS='(.+)'/.exec(said) ?? []
      if (found !== undefined) resolve(found)
    })
    child.on('error', reject)
    child.on('exit', () => reject(new Error(`the provider ended: ${said}`)))
  })
  return {
    environment: { TF_REATTACH_PROVIDERS: known },
    close: () => {
      child.removeAllListeners('exit')
      child.kill()
    },
  }
}

/** What a run said, if it went well. */
export function succeeded({ code, output }: Run): string {
  // A plan is long, and what went wrong stands at its end.
  const from = output.indexOf('Error: ')
  assert.equal(code, 0, from < 0 ? output.slice(-4_000) : output.slice(from, from + 8_000))
  return output
}

/** Fails by naming each problem. */
export function none(problems: readonly string[], law: string): void {
  assert.deepEqual(problems, [], law)
}

/** What a file of the configuration says. */
export function read(file: string): string {
  return readFileSync(path.join(configuration, file), 'utf8')
}

// The account of whoever runs the tests must not be touched by them.
function withoutOthers(environment: NodeJS.ProcessEnv): Record<string, string> {
  const kept = Object.entries(environment).filter(([name]) => !/^(AWS_|TF_)/.test(name))
  return Object.fromEntries(kept) as Record<string, string>
}

function run(folder: string, args: readonly string[], env: Record<string, string>): Promise<Run> {
  return new Promise((resolve, reject) => {
    const child = spawn('terraform', args, { cwd: folder, env, timeout: mostMs, killSignal: 'SIGTERM' })
    let output = ''
    child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()))
    child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()))
    child.on('error', reject)
    child.on('close', (code) => resolve({ code: code ?? 1, output }))
  })
}

/** Looks where mirrors of providers are usually kept, and where the machine's own rules of Terraform name one. */
function findMirror(): string | undefined {
  const named = [process.env['TF_CLI_CONFIG_FILE'], path.join(os.homedir(), '.terraformrc')]
    .filter((file) => file !== undefined && existsSync(file))
    .flatMap((file) =>
      [...readFileSync(file!, 'utf8').matchAll(/^\s*path\s*=\s*"([^"]+)"/gm)].map(([, place]) => place!),
    )
  const usual = globSync([
    path.join(os.homedir(), '.terraform.d/plugins'),
    path.join(os.homedir(), '.local/share/terraform/plugins'),
    '/{usr/local/share,usr/share,opt,srv}/terraform/plugins',
    '/{opt,srv,usr/local/share,var/lib}/*',
  ])
  return [...named, ...usual].find((place) => existsSync(path.join(place, 'registry.terraform.io/hashicorp/aws')))
}
