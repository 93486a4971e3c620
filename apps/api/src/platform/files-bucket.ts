import { PassThrough, type Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import {
  DeleteObjectCommand,
  GetObjectCommand,
  HeadObjectCommand,
  paginateListObjectsV2,
  PutObjectCommand,
  S3Client,
  type S3ClientConfig,
} from '@aws-sdk/client-s3'
import { fileName, type Files, refuseTooLarge } from './files.ts'
import type { FilesBucketConfig } from './files-settings.ts'

// A store that does not answer fails a request; it does not hold it, and a connection with it, for minutes.
const answerWithinMs = 20_000

/** Files in an S3 bucket. Nobody reads it but the shop: every file goes through a route that asks who may see it. */
export function openBucket(
  { bucket, region, prefix, endpoint }: FilesBucketConfig,
  credentials?: S3ClientConfig['credentials'],
): Files {
  const client = new S3Client({
    region,
    maxAttempts: 3,
    requestHandler: { requestTimeout: answerWithinMs, connectionTimeout: 5_000 },
    // Stores that speak S3's language answer at one address, whatever the bucket.
    ...(endpoint && { endpoint, forcePathStyle: true }),
    ...(credentials && { credentials }),
  })
  const place = (name: string) => ({ Bucket: bucket, Key: prefix ? `${prefix}/${fileName(name)}` : fileName(name) })
  return {
    find: async (name) => {
      const where = place(name)
      const head = await client.send(new HeadObjectCommand(where)).catch(undefinedWhenMissing)
      return head && { bytes: head.ContentLength ?? 0, open: () => reading(client, where) }
    },
    put: async (name, content) => {
      refuseTooLarge(name, content)
      await client.send(new PutObjectCommand({ ...place(name), Body: content, ContentLength: content.length }))
    },
    delete: async (name) => {
      await client.send(new DeleteObjectCommand(place(name)))
    },
    list: async (folder) => {
      const { Bucket, Key } = place(folder)
      const names: string[] = []
      const pages = paginateListObjectsV2({ client }, { Bucket, Prefix: `${Key}/`, Delimiter: '/' })
      for await (const { Contents = [] } of pages)
        names.push(...Contents.flatMap(({ Key: found }) => (found ? [found.slice(Key.length + 1)] : [])))
      return names
    },
  }
}

// The stream is there at once and asks only then; whoever lets it go early lets the store's answer go too.
function reading(client: S3Client, where: { Bucket: string; Key: string }): Readable {
  const out = new PassThrough()
  client
    .send(new GetObjectCommand(where))
    .then(({ Body }) => pipeline(Body as Readable, out))
    .catch((error: unknown) => out.destroy(error instanceof Error ? error : new Error(String(error))))
  return out
}

function undefinedWhenMissing(error: unknown): undefined {
  const status = (error as { $metadata?: { httpStatusCode?: number } }).$metadata?.httpStatusCode
  if (status !== 404) throw error
  return undefined
}
