import { ListObjectsV2Command, PutObjectCommand } from '@aws-sdk/client-s3'
import type { Context } from './context.ts'
import { readText, type Store } from './releases.ts'

/** A deploy as it is written down while it goes on: what was wanted, which steps are done, how it ended. */
export interface DeployRecord {
  readonly id: string
  readonly what: string
  readonly release: string
  readonly before: { readonly api: string; readonly web: string }
  readonly by: string
  readonly begun: string
  readonly done: Readonly<Record<string, string>>
  readonly ended?: 'done' | 'failed'
  readonly because?: string
}

const folder = 'deploys/'
// A newer name sorts first, and is listed first: S3 lists by name.
const far = 9_999_999_999_999

export interface Step {
  readonly name: string
  readonly work: () => Promise<void>
}

/** The newest records, newest first. */
export async function lastDeploys(store: Store, count: number): Promise<DeployRecord[]> {
  const page = await store.s3.send(new ListObjectsV2Command({ Bucket: store.bucket, Prefix: folder, MaxKeys: count }))
  const texts = await Promise.all((page.Contents ?? []).map(({ Key }) => readText(store, Key!)))
  return texts.flatMap((text) => (text === undefined ? [] : [JSON.parse(text) as DeployRecord]))
}

/** The newest record, where it is of the same deploy and did not come to its end. */
export async function brokenOff(
  store: Store,
  { what, release }: Pick<DeployRecord, 'what' | 'release'>,
): Promise<DeployRecord | undefined> {
  const [last] = await lastDeploys(store, 1)
  return last?.what === what && last.release === release && last.ended !== 'done' ? last : undefined
}

/**
 * Takes the steps one after the other and writes each down when it is done. Of a deploy that was broken off those are left out that were
 * done before.
 */
export async function takeSteps(
  context: Context,
  store: Store,
  begun: Pick<DeployRecord, 'what' | 'release' | 'before' | 'by'>,
  { goesOn, steps }: { goesOn: DeployRecord | undefined; steps: readonly Step[] },
): Promise<DeployRecord> {
  const now = context.now()
  const {
    ended: _,
    because: __,
    ...rest
  } = goesOn ?? {
    ...begun,
    id: `${far - now.epochMilliseconds}-${begun.what}-${begun.release}`,
    begun: now.toString(),
    done: {},
  }
  let record: DeployRecord = rest
  const write = async (change: Partial<DeployRecord>): Promise<void> => {
    record = { ...record, ...change }
    if (context.options['dry-run']) return
    await store.s3.send(
      new PutObjectCommand({
        Bucket: store.bucket,
        Key: `${folder}${record.id}.json`,
        Body: JSON.stringify(record),
        ContentType: 'application/json',
      }),
    )
  }
  if (goesOn)
    context.say(
      `taking up what was begun ${goesOn.begun}: ${Object.keys(goesOn.done).join(', ') || 'nothing'} done before`,
    )
  await write({})
  for (const { name, work } of steps) {
    if (record.done[name] !== undefined) continue
    try {
      await context.change(name, work)
    } catch (error) {
      await write({ ended: 'failed', because: error instanceof Error ? error.message : String(error) })
      throw error
    }
    if (!context.options['dry-run']) await write({ done: { ...record.done, [name]: context.now().toString() } })
  }
  if (!context.options['dry-run']) await write({ ended: 'done' })
  return record
}
