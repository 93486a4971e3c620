import { createReadStream } from 'node:fs'
import { mkdir, readdir, rename, rm, stat, writeFile } from 'node:fs/promises'
import path from 'node:path'
import type { Readable } from 'node:stream'

export interface StoredFile {
  readonly bytes: number
  readonly open: () => Readable
}

/** A store of files by name ('pictures/ab12-800.avif'). Written whole or not at all. */
export interface Files {
  readonly find: (name: string) => Promise<StoredFile | undefined>
  readonly put: (name: string, content: Uint8Array) => Promise<void>
  readonly delete: (name: string) => Promise<void>
  readonly list: (folder: string) => Promise<string[]>
}

/** Files in a folder of this machine. Names are of our own making; one that would leave the folder is a bug. */
export function openFolder(folder: string): Files {
  const place = (name: string): string => {
    if (!/^[a-z0-9-]+(\/[a-z0-9-]+)*(\.[a-z0-9]+)?$/.test(name))
      throw new RangeError(`not a file name of ours: ${name}`)
    return path.join(folder, name)
  }
  return {
    find: async (name) => {
      const file = place(name)
      const found = await stat(file).catch(() => undefined)
      return found?.isFile() ? { bytes: found.size, open: () => createReadStream(file) } : undefined
    },
    put: async (name, content) => {
      const file = place(name)
      await mkdir(path.dirname(file), { recursive: true })
      const draft = `${file}.${crypto.randomUUID()}`
      await writeFile(draft, content)
      await rename(draft, file)
    },
    delete: async (name) => rm(place(name), { force: true }),
    list: async (name) => readdir(place(name)).catch(() => []),
  }
}
