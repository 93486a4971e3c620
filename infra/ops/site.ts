import { CreateInvalidationCommand } from '@aws-sdk/client-cloudfront'
import { CopyObjectCommand, DeleteObjectsCommand, ListObjectsV2Command } from '@aws-sdk/client-s3'
import type { ReleaseManifest } from '../../scripts/release.ts'
import { published } from './account.ts'
import type { Context } from './context.ts'
import { type Store, webFiles } from './releases.ts'

const types: Readonly<Record<string, string>> = {
  css: 'text/css; charset=utf-8',
  html: 'text/html; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  json: 'application/json',
  map: 'application/json',
  png: 'image/png',
  svg: 'image/svg+xml',
  txt: 'text/plain; charset=utf-8',
  webmanifest: 'application/manifest+json',
  webp: 'image/webp',
  woff2: 'font/woff2',
}

// A page that was opened before a release asks for its own files for as long as it stays open.
const keptDays = 30

/** How long browsers and the edge may keep a file: for ever when its name holds its content, a minute when not. */
export function cacheControl(key: string): string {
  return /^assets\/.+-[\w-]{8}\.\w+$/.test(key)
    ? 'public, max-age=31536000, immutable'
    : 'public, max-age=60, s-maxage=60'
}

/** Copies a release's files into the site's bucket, beside those of other releases: nothing that a page may ask for goes away. */
export async function addToSite(context: Context, store: Store, manifest: ReleaseManifest): Promise<number> {
  const { buckets } = await published(context.account, 'data')
  const files = webFiles(manifest)
  for (const { key } of files) {
    await store.s3.send(
      new CopyObjectCommand({
        Bucket: buckets.site,
        Key: key,
        CopySource: `${store.bucket}/${manifest.release}/web/${encodeURI(key)}`,
        MetadataDirective: 'REPLACE',
        CacheControl: cacheControl(key),
        ContentType: types[key.split('.').at(-1)!] ?? 'application/octet-stream',
      }),
    )
  }
  return files.length
}

/** Takes away what belongs to none of the releases that are named, when it has not been written for a month. */
export async function clearSite(context: Context, store: Store, kept: readonly ReleaseManifest[]): Promise<number> {
  const { buckets } = await published(context.account, 'data')
  const wanted = new Set(kept.flatMap((manifest) => webFiles(manifest).map(({ key }) => key)))
  const oldest = context.now().subtract({ hours: keptDays * 24 }).epochMilliseconds
  let gone = 0
  let ContinuationToken: string | undefined
  do {
    const page = await store.s3.send(
      new ListObjectsV2Command({ Bucket: buckets.site, ...(ContinuationToken && { ContinuationToken }) }),
    )
    const old = (page.Contents ?? []).filter(
      ({ Key, LastModified }) => !wanted.has(Key!) && LastModified!.getTime() < oldest,
    )
    if (old.length > 0)
      await store.s3.send(
        new DeleteObjectsCommand({ Bucket: buckets.site, Delete: { Objects: old.map(({ Key }) => ({ Key: Key! })) } }),
      )
    gone += old.length
    ContinuationToken = page.NextContinuationToken
  } while (ContinuationToken)
  return gone
}

/** Has the edge forget what it keeps. One path for all counts as one; a list of pages would one day miss a page. */
export async function emptyEdge(context: Context, release: string): Promise<void> {
  const { distribution_id: DistributionId } = await published(context.account, 'edge')
  const Items = ['/*']
  await context.account.edge.send(
    new CreateInvalidationCommand({
      DistributionId,
      InvalidationBatch: {
        CallerReference: `${release}-${context.now().epochMilliseconds}`,
        Paths: { Quantity: Items.length, Items },
      },
    }),
  )
}
