import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import path from 'node:path'
import { HeadBucketCommand } from '@aws-sdk/client-s3'
import { GetCallerIdentityCommand } from '@aws-sdk/client-sts'
import { codes, Refused } from './command.ts'
import type { Context } from './context.ts'

const terraform = path.join(import.meta.dirname, '../terraform')

/** The roots of an environment, in the order in which they stand on each other. */
export const roots = ['foundation', 'data', 'app', 'edge', 'watch', 'access'] as const

interface State {
  readonly bucket: string
  readonly key: string
}

/** Where Terraform keeps what it knows; made once an account. */
export async function stateOf({ account }: Context): Promise<State & { isMade: boolean }> {
  const { Account: number } = await account.sts.send(new GetCallerIdentityCommand({}))
  const bucket = `flora-state-${number}`
  const isMade = await account.s3.send(new HeadBucketCommand({ Bucket: bucket })).then(
    () => true,
    () => false,
  )
  return { bucket, key: `arn:aws:kms:${account.region}:${number}:alias/flora-state`, isMade }
}

/** Runs Terraform in a root, its words going to the operator's terminal as they come. */
export async function inRoot(context: Context, root: string, words: readonly string[]): Promise<void> {
  const args = [`-chdir=${path.join(terraform, 'roots', root)}`, ...words]
  const shown = `terraform ${args.map((word) => word.replace(`${terraform}/`, '')).join(' ')}`
  await context.change(shown, async () => {
    const code = await new Promise<number>((resolve, reject) => {
      const child = spawn('terraform', args, {
        stdio: ['ignore', 'inherit', 'inherit'].map((one, at) => (at === 1 ? process.stderr : one)) as ['ignore'],
      })
      child.on('error', () =>
        reject(new Refused('terraform is not installed: developer.hashicorp.com/terraform/install', codes.notThere)),
      )
      child.on('exit', (ended) => resolve(ended ?? 1))
    })
    if (code !== 0)
      throw new Refused(
        `Terraform stopped in ${root}. What was done stays done: mend it, and give the same command again.`,
      )
  })
}

/** Gets a root ready to be planned: providers, and its own place in the state's bucket. */
export async function enter(context: Context, root: string, { bucket, key }: State): Promise<void> {
  await inRoot(context, root, [
    'init',
    '-input=false',
    '-reconfigure',
    `-backend-config=${path.join(terraform, 'environments', root === 'account' ? 'prod' : context.environment, 'backend.hcl')}`,
    `-backend-config=bucket=${bucket}`,
    `-backend-config=kms_key_id=${key}`,
    `-backend-config=key=${root === 'account' ? 'account' : context.environment}/${root}.tfstate`,
  ])
}

/** The values of a root, as its files have them. */
export function valuesOf(context: Context, root: string): string[] {
  const folder = path.join(terraform, 'environments')
  const files =
    root === 'account'
      ? ['account.tfvars']
      : ['common.tfvars', `${root}.tfvars`].map((name) => path.join(context.environment, name))
  return files
    .map((name) => path.join(folder, name))
    .filter((file) => existsSync(file))
    .map((file) => `-var-file=${file}`)
}

/** The roots that a command is about: all of them, or the one after `--only`. */
export function wantedRoots(context: Context): readonly string[] {
  const { only } = context.options
  if (only === undefined) return roots
  const known = [...roots, 'account']
  if (!known.includes(only)) throw new Refused(`--only is one of: ${known.join(', ')}.`, codes.wrongUse)
  return [only]
}
