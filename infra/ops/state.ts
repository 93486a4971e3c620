import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { GetObjectCommand, PutObjectCommand, type S3Client } from '@aws-sdk/client-s3'
import { type Account, openAccount, parameter } from './account.ts'
import type { Context } from './context.ts'
import { inRoot, placeOf } from './terraform.ts'
import { valueIn } from './values.ts'

/** Where Terraform keeps what it knows; made once an account. */
export interface State {
  readonly bucket: string
  readonly key: string
  readonly region: string
  readonly s3: S3Client
}

const ownPlace = 'account/bootstrap.tfstate'

/** Where the state is, and whether all of it was made: the bucket comes first, and the lock a minute later. */
export async function stateOf({ account, environment }: Context): Promise<State & { isMade: boolean }> {
  const { number } = await account.identity()
  const region = valueIn(`${environment}/backend.hcl`, 'region') ?? account.region
  const once = onceAnAccount(account, region)
  return {
    bucket: `flora-state-${number}`,
    key: `arn:aws:kms:${region}:${number}:alias/flora-state`,
    region,
    s3: once.s3,
    isMade: (await parameter(once, 'outputs/bootstrap')) !== undefined,
  }
}

/** Whether what an account has once is there: GitHub's identity, the trail, the budget. */
export async function hasAccountRoot({ account }: Context): Promise<boolean> {
  const region = valueIn('account.tfvars', 'region') ?? account.region
  return (await parameter(onceAnAccount(account, region), 'outputs/account')) !== undefined
}

function onceAnAccount({ environment, region: own, ...account }: Account, region: string): Account {
  const there = region === own ? account : openAccount({ environment, region })
  return { ...there, environment, region, parameters: '/flora/account' }
}

/** Makes the state's place, or goes on where making it was broken off, here or on another machine. */
export async function makeState(context: Context, { bucket, region, s3 }: State): Promise<void> {
  const isDry = context.options['dry-run']
  const root = path.join(context.terraform, 'roots/bootstrap')
  const ownFile = path.join(root, 'terraform.tfstate')
  if (!isDry && !existsSync(ownFile)) {
    const kept = await textAt(s3, bucket, ownPlace)
    if (kept !== undefined) writeFileSync(ownFile, kept, { mode: 0o600 })
  }
  await inRoot(context, 'bootstrap', ['init', '-input=false'])
  await inRoot(context, 'bootstrap', ['apply', '-input=false', '-auto-approve', `-var=region=${region}`])
  if (isDry) return
  // What is known of the bucket is kept in the bucket: whoever loses this disk loses nothing.
  await s3.send(new PutObjectCommand({ Bucket: bucket, Key: ownPlace, Body: readFileSync(ownFile) }))
  rmSync(path.join(root, '.terraform'), { recursive: true, force: true })
  context.say(`the state of bootstrap itself is kept as ${ownPlace} in ${bucket}`)
}

/** Whether anything of a root is still there, by its state. */
export async function hasAnything(context: Context, { s3, bucket }: State, name: string): Promise<boolean> {
  const text = await textAt(s3, bucket, placeOf(context, name))
  if (text === undefined) return false
  const { resources = [] } = JSON.parse(text) as { resources?: { mode: string }[] }
  return resources.some(({ mode }) => mode === 'managed')
}

async function textAt(s3: S3Client, Bucket: string, Key: string): Promise<string | undefined> {
  try {
    return await (await s3.send(new GetObjectCommand({ Bucket, Key }))).Body!.transformToString()
  } catch (error) {
    if (error instanceof Error && ['NoSuchKey', 'NoSuchBucket', 'NotFound'].includes(error.name)) return undefined
    throw error
  }
}
