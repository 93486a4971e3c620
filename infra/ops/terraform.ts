import { spawn, spawnSync } from 'node:child_process'
import { existsSync, mkdirSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { parameter } from './account.ts'
import { codes, Refused } from './command.ts'
import type { Context } from './context.ts'
import type { State } from './state.ts'
import { valueIn, valuesFolder } from './values.ts'

const leastVersion = '1.11.0'

/** The roots of an environment, in the order in which they stand on each other. */
export const roots = ['foundation', 'data', 'app', 'edge', 'watch', 'access'] as const

/** The version of Terraform on this machine, or why it will not do. */
export function terraformHere(): { ok: true; version: string } | { ok: false; because: string } {
  const { status, stdout } = spawnSync('terraform', ['version', '-json'], { encoding: 'utf8' })
  if (status !== 0) return { ok: false, because: 'not installed: developer.hashicorp.com/terraform/install' }
  const { terraform_version: version = '0' } = JSON.parse(stdout) as { terraform_version?: string }
  return isAtLeast(version, leastVersion)
    ? { ok: true, version }
    : { ok: false, because: `${version}, and ${leastVersion} is needed` }
}

/** Refuses before anything is asked or begun where Terraform is missing or too old. */
export function needTerraform(): void {
  const here = terraformHere()
  if (!here.ok) throw new Refused(`Terraform is ${here.because}.`, codes.notThere)
}

function isAtLeast(version: string, least: string): boolean {
  const [one, other] = [version, least].map((text) => text.split(/[.-]/).slice(0, 3).map(Number))
  const at = one!.findIndex((part, index) => part !== other![index])
  return at < 0 || one![at]! > other![at]!
}

/** Runs Terraform in a root, its words going to the operator's terminal as they come. Gives its code, where that is one of `well`. */
export async function inRoot(
  context: Context,
  root: string,
  words: readonly string[],
  well: readonly number[] = [0],
): Promise<number> {
  // Signs for colours are for eyes only.
  const plain = process.stderr.isTTY ? [] : ['-no-color']
  const args = [`-chdir=${path.join(context.terraform, 'roots', root)}`, ...words, ...plain]
  const shown = `terraform ${args.map((word) => word.replace(`${context.terraform}/`, '')).join(' ')}`
  const code = await context.change(shown, () => spawned(args))
  if (code !== undefined && !well.includes(code))
    throw new Refused(
      `Terraform stopped in ${root}. What was done stays done: mend what it says, and give the same command again. If it says that the state is locked and nobody else is at it: terraform -chdir=infra/terraform/roots/${root} force-unlock <ID>`,
    )
  return code ?? 0
}

function spawned(args: readonly string[]): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = spawn('terraform', args, { stdio: ['ignore', process.stderr, 'inherit'], env: environment() })
    // A Ctrl-C reaches Terraform by the terminal: it finishes what it has in its hands and writes it down, and we wait for that. What
    // only we are told, we pass on as the same wish.
    const wait = () => undefined
    const passOn = () => void child.kill('SIGINT')
    process.on('SIGINT', wait).on('SIGTERM', passOn)
    child.on('error', (error) => reject(new Refused(`terraform cannot be run: ${error.message}`, codes.notThere)))
    child.on('exit', (code) => {
      process.off('SIGINT', wait).off('SIGTERM', passOn)
      resolve(code ?? 1)
    })
  })
}

// Eight roots would fetch eight copies of a provider of 700 MB.
function environment(): NodeJS.ProcessEnv {
  const isArranged =
    process.env['TF_PLUGIN_CACHE_DIR'] !== undefined ||
    process.env['TF_CLI_CONFIG_FILE'] !== undefined ||
    existsSync(path.join(os.homedir(), '.terraformrc'))
  const own = { TF_INPUT: '0', TF_IN_AUTOMATION: '1', CHECKPOINT_DISABLE: '1' }
  if (isArranged) return { ...process.env, ...own }
  const cache = path.join(os.homedir(), '.terraform.d/plugin-cache')
  mkdirSync(cache, { recursive: true })
  // With no lock file in the repository there is none to be broken (decision 21); the version stands in each root.
  return {
    ...process.env,
    ...own,
    TF_PLUGIN_CACHE_DIR: cache,
    TF_PLUGIN_CACHE_MAY_BREAK_DEPENDENCY_LOCK_FILE: 'true',
  }
}

/** Gets a root ready to be planned: providers, and its own place in the state's bucket. */
export async function enter(context: Context, root: string, state: State): Promise<void> {
  const environment = root === 'account' ? 'prod' : context.environment
  await inRoot(context, root, [
    'init',
    '-input=false',
    '-reconfigure',
    `-backend-config=${path.join(valuesFolder, environment, 'backend.hcl')}`,
    `-backend-config=bucket=${state.bucket}`,
    `-backend-config=kms_key_id=${state.key}`,
    `-backend-config=key=${placeOf(context, root)}`,
  ])
}

/** Where in the bucket a root's state is. */
export function placeOf(context: Context, root: string): string {
  return `${root === 'account' ? 'account' : context.environment}/${root}.tfstate`
}

/** The values of a root, as its files have them. */
export function valuesOf(context: Context, root: string): string[] {
  const files =
    root === 'account'
      ? ['account.tfvars']
      : ['common.tfvars', `${root}.tfvars`].map((name) => path.join(context.environment, name))
  return files
    .map((name) => path.join(valuesFolder, name))
    .filter((file) => existsSync(file))
    .map((file) => `-var-file=${file}`)
}

/** The roots that a command is about: all of them, or the one after `--only`. */
export function wantedRoots(context: Context): readonly string[] {
  const { only, region } = context.options
  const file = `${context.environment}/common.tfvars`
  if (region !== undefined && region !== valueIn(file, 'region'))
    throw new Refused(`The region of Terraform stands in infra/terraform/environments/${file}.`, codes.wrongUse)
  if (only === undefined) return roots
  const known = [...roots, 'account']
  if (!known.includes(only)) throw new Refused(`--only is one of: ${known.join(', ')}.`, codes.wrongUse)
  return [only]
}

/** The first root below this one that is not there yet. Terraform would say the same by a parameter that it cannot find. */
export async function missingBelow(context: Context, root: string): Promise<string | undefined> {
  const below = root === 'account' ? [] : roots.slice(0, roots.indexOf(root as (typeof roots)[number]))
  for (const one of below) if ((await parameter(context.account, `outputs/${one}`)) === undefined) return one
  return undefined
}
