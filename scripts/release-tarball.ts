import { createHash } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'

/** A file of a tarball: where it comes from, or what it holds, and where it goes. */
export interface Entry {
  /** Its place in the tarball, with slashes, and none at its beginning. */
  readonly place: string
  readonly from: string | Buffer
  readonly size: number
  readonly isProgram: boolean
}

const block = 512

/**
 * Writes entries into a compressed tarball, in the order of their places, all owned by root and as old as `seconds` (since 1970): the
 * same entries give the same bytes, whoever packs them and wherever. Gives the tarball's SHA-256 as hexadecimal digits.
 */
export async function writeTarball(
  file: string,
  entries: readonly Entry[],
  { seconds }: { seconds: number },
): Promise<string> {
  const sorted = entries.toSorted((one, other) => (one.place < other.place ? -1 : 1))
  const hash = createHash('sha256')
  // Level 6: the next three levels take three times as long for two bytes in a hundred.
  await pipeline(
    Readable.from(blocksOf(sorted, seconds), { objectMode: false }),
    createGzip({ level: 6 }),
    async function* (source: AsyncIterable<Buffer>) {
      for await (const part of source) {
        hash.update(part)
        yield part
      }
    },
    createWriteStream(file),
  )
  return hash.digest('hex')
}

async function* blocksOf(entries: readonly Entry[], seconds: number): AsyncGenerator<Buffer> {
  for (const entry of entries) {
    yield* headersOf(entry, seconds)
    let written = 0
    const parts = typeof entry.from === 'string' ? createReadStream(entry.from) : [entry.from]
    for await (const part of parts as AsyncIterable<Buffer>) {
      written += part.length
      yield part
    }
    if (written !== entry.size) throw new Error(`${entry.place} changed while it was packed. Pack again.`)
    yield Buffer.alloc(toFull(entry.size))
  }
  yield Buffer.alloc(2 * block)
}

// The old form has room for a hundred letters of a name; a longer one goes before it, in a record of its own.
function* headersOf({ place, size, isProgram }: Entry, seconds: number): Generator<Buffer> {
  const mode = isProgram ? 0o755 : 0o644
  if (Buffer.byteLength(place) > 100) {
    const record = pathRecord(place)
    yield header({ name: 'long-name', size: record.length, mode: 0o644, seconds, type: 'x' })
    yield Buffer.concat([record, Buffer.alloc(toFull(record.length))])
  }
  yield header({ name: place, size, mode, seconds, type: '0' })
}

interface Header {
  readonly name: string
  readonly size: number
  readonly mode: number
  readonly seconds: number
  readonly type: '0' | 'x'
}

function header({ name, size, mode, seconds, type }: Header): Buffer {
  const bytes = Buffer.alloc(block)
  const number = (value: number, at: number, length: number) =>
    bytes.write(value.toString(8).padStart(length - 1, '0'), at)
  Buffer.from(name).copy(bytes, 0, 0, 100)
  number(mode, 100, 8)
  number(0, 108, 8)
  number(0, 116, 8)
  number(size, 124, 12)
  number(seconds, 136, 12)
  bytes.write('        ', 148)
  bytes.write(type, 156)
  bytes.write('ustar', 257)
  bytes.write('00', 263)
  bytes.write('root', 265)
  bytes.write('root', 297)
  const sum = bytes.reduce((total, byte) => total + byte, 0)
  bytes.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148)
  return bytes
}

// "27 path=…\n", where the number counts itself as well.
function pathRecord(place: string): Buffer {
  const rest = ` path=${place}\n`
  let length = Buffer.byteLength(rest)
  while (Buffer.byteLength(`${length}${rest}`) !== length) length = Buffer.byteLength(`${length}${rest}`)
  return Buffer.from(`${length}${rest}`)
}

function toFull(size: number): number {
  return (block - (size % block)) % block
}
