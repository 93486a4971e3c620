import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { mkdir, readdir, rename, rm, stat, writeFile } from 'node:fs/promises'
import path from 'node:path'
import type { Readable } from 'node:stream'
import type { FilesBucketConfig } from './files-settings.ts'

export interface StoredFile {
  readonly bytes: number
  readonly open: () => Readable
}

/** A store of files by name ('pictures/ab12-800.avif'). Written whole or not at all. */
export interface Files {
  readonly find: (name: string) => Promise<StoredFile | undefined>
  readonly put: (name: string, content: Uint8Array) => Promise<void>
  readonly delete: (name: string) => Promise<void>
  /** The names in a folder, without it and without what lies deeper. */
  readonly list: (folder: string) => Promise<string[]>
}

/** More than any picture or paper of the shop: what is larger is a mistake, and would be held in memory. */
export const fileBytes = 32 * 1024 * 1024

/** Files where the configuration says: in a bucket, or in a folder of this machine. The bucket's client is loaded only when there is one. */
export async function openFiles(bucket: FilesBucketConfig | undefined, folder: string): Promise<Files> {
  if (!bucket) return openFolder(folder)
  const { openBucket } = await import('./files-bucket.ts')
  return openBucket(bucket)
}

/** Files in a folder of this machine. Names are of our own making; one that would leave the folder is a bug. */
export function openFolder(folder: string): Files {
  const place = (name: string): string => path.join(folder, fileName(name))
  return {
    find: async (name) => {
      const file = place(name)
      const found = await stat(file).catch(() => undefined)
      return found?.isFile() ? { bytes: found.size, open: () => createReadStream(file) } : undefined
    },
    put: async (name, content) => {
      const file = place(name)
      refuseTooLarge(name, content)
      await mkdir(path.dirname(file), { recursive: true })
      const draft = `${file}.${crypto.randomUUID()}`
      try {
        await writeFile(draft, content)
        await rename(draft, file)
      } catch (error) {
        await rm(draft, { force: true })
        throw error
      }
    },
    delete: async (name) => rm(place(name), { force: true }),
    list: async (name) => {
      const found = await readdir(place(name), { withFileTypes: true }).catch(() => [])
      return found.filter((entry) => entry.isFile()).map((entry) => entry.name)
    },
  }
}

/** Keeps bytes under a name made of them, and gives it: the same bytes are one file, however often they come. */
export async function putByContent(
  files: Pick<Files, 'find' | 'put'>,
  { folder, content, ending }: { folder: string; content: Uint8Array; ending: string },
): Promise<string> {
  const hash = createHash('sha256').update(content).digest('hex')
  const name = `${folder}/${hash.slice(0, 2)}/${hash}.${ending}`
  if (!(await files.find(name))) await files.put(name, content)
  return name
}

/** A name as it was given, when it is one of ours: no dots but before the ending, so no way out of the folder. */
export function fileName(name: string): string {
  if (name.length > 200 || !/^[a-z0-9-]+(\/[a-z0-9-]+)*(\.[a-z0-9]+)?$/.test(name))
    throw new RangeError(`not a file name of ours: ${name}`)
  return name
}

export function refuseTooLarge(name: string, content: Uint8Array): void {
  if (content.length > fileBytes) throw new RangeError(`${name} has ${content.length} bytes, more than ${fileBytes}`)
}
