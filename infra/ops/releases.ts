import { createReadStream, readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import {
  GetObjectCommand,
  HeadObjectCommand,
  ListObjectsV2Command,
  PutObjectCommand,
  type S3Client,
} from '@aws-sdk/client-s3'
import type { ReleaseManifest } from '../../scripts/release.ts'
import { type Account, published } from './account.ts'
import { codes, Refused } from './command.ts'

/** Where releases are kept: one folder each, written once. */
export interface Store {
  readonly s3: S3Client
  readonly bucket: string
}

export async function openStore(account: Account): Promise<Store> {
  const { buckets } = await published(account, 'data')
  return { s3: account.s3, bucket: buckets.releases }
}

/** A text of the store, or nothing. */
export async function readText({ s3, bucket }: Store, key: string): Promise<string | undefined> {
  try {
    const found = await s3.send(new GetObjectCommand({ Bucket: bucket, Key: key }))
    return await found.Body!.transformToString()
  } catch (error) {
    if (isAbsent(error)) return undefined
    throw error
  }
}

export async function isStored({ s3, bucket }: Store, key: string): Promise<boolean> {
  try {
    await s3.send(new HeadObjectCommand({ Bucket: bucket, Key: key }))
    return true
  } catch (error) {
    if (isAbsent(error)) return false
    throw error
  }
}

function isAbsent(error: unknown): boolean {
  return error instanceof Error && ['NoSuchKey', 'NotFound'].includes(error.name)
}

/** The manifest of a stored release; refuses one that is not there in full. */
export async function manifestOf(store: Store, release: string): Promise<ReleaseManifest> {
  const text = await readText(store, `${release}/manifest.json`)
  if (text === undefined)
    throw new Refused(`There is no release ${release}: npm run ops -- release list`, codes.notThere)
  return JSON.parse(text) as ReleaseManifest
}

/** Releases that are stored in full, the newest commit first. */
export async function storedReleases(store: Store): Promise<ReleaseManifest[]> {
  const names: string[] = []
  let ContinuationToken: string | undefined
  do {
    const page = await store.s3.send(
      new ListObjectsV2Command({
        Bucket: store.bucket,
        Delimiter: '/',
        ...(ContinuationToken && { ContinuationToken }),
      }),
    )
    names.push(...(page.CommonPrefixes ?? []).map(({ Prefix }) => Prefix!.slice(0, -1)))
    ContinuationToken = page.NextContinuationToken
  } while (ContinuationToken)
  const texts = await Promise.all(names.map((name) => readText(store, `${name}/manifest.json`)))
  return texts
    .flatMap((text) => (text === undefined ? [] : [JSON.parse(text) as ReleaseManifest]))
    .toSorted((one, other) => other.seconds - one.seconds)
}

/** What of a release browsers fetch: its place in the release, and its name in the site's bucket. */
export function webFiles({ files }: ReleaseManifest): { place: string; key: string }[] {
  const folder = 'apps/storefront/dist/client/'
  return (
    Object.keys(files)
      .filter((place) => place.startsWith(folder))
      // What was compressed beforehand is for the shop's own server; the edge compresses by itself.
      .filter((place) => !/\.(br|gz)$/.test(place) && !place.includes('/.'))
      .map((place) => ({ place, key: place.slice(folder.length) }))
  )
}

/**
 * Stores a packed release: the manifest last, so that what has one is whole. What is there already must be the same: a name stands for
 * one content.
 */
export async function publish(store: Store, folder: string, say: (sentence: string) => void): Promise<ReleaseManifest> {
  const manifest = JSON.parse(readFileSync(path.join(folder, 'manifest.json'), 'utf8')) as ReleaseManifest
  const { release } = manifest
  const before = await readText(store, `${release}/boot`)
  if (before !== undefined && before !== readFileSync(path.join(folder, 'boot'), 'utf8'))
    throw new Refused(`${release} is stored already, with another content. Releases are written once.`)
  const put = async (name: string) => {
    const key = `${release}/${name}`
    if (await isStored(store, key)) return
    const file = path.join(folder, name)
    await store.s3.send(
      new PutObjectCommand({
        Bucket: store.bucket,
        Key: key,
        Body: createReadStream(file),
        ContentLength: statSync(file).size,
      }),
    )
  }
  const web = webFiles(manifest).map(({ key }) => `web/${key}`)
  say(`storing ${release}: the tarball, and ${web.length} files for browsers`)
  // The files for browsers lie beside the tarball, so that a deploy can copy them from bucket to bucket.
  for (const name of [`flora-${release}.tar.gz`, 'openapi.json', ...web, 'boot', 'boot.sha256', 'manifest.json'])
    await put(name)
  return manifest
}
