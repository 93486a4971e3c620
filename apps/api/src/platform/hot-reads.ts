import { createHash } from 'node:crypto'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import type { FastifyReply, FastifyRequest } from 'fastify'

type Encoding = 'br' | 'gzip'

/** The bytes of an answer, ready to be sent; each compressed form is made when the first client wants it, and kept. */
export interface ReadyAnswer {
  readonly status: number
  readonly plain: Buffer
  readonly forms: Partial<Record<Encoding, Buffer | Promise<Buffer>>>
  readonly headers: Readonly<Record<string, string>>
  readonly etag: string
  /** performance.now() when it was made. */
  readonly madeAt: number
}

export interface Made {
  readonly status?: number
  readonly body: string
  readonly contentType: string
  /** What the edge may do with it: seconds it is fresh there. */
  readonly edgeSeconds: number
  readonly headers?: Readonly<Record<string, string>>
}

export interface HotReads {
  /** Answers from memory when it can; else makes the answer once, however many ask. */
  readonly answer: (
    request: FastifyRequest,
    reply: FastifyReply,
    key: string,
    make: () => Promise<Made>,
  ) => FastifyReply | Promise<FastifyReply>
  /** The catalogue changed: nothing made before is given again. */
  readonly forget: () => void
}

// Stock and delivery places move without a new catalogue version; a page may be this much behind. What is promised is
// decided by the placing transaction, never by a page.
const freshMs = 10_000
// After that the old answer is given while a new one is made, so that nobody waits; beyond, it is not.
const staleMs = 60_000
// What was made together grows old together: made anew all at once, hundreds of products would hold everybody up for a second.
const mostMadeAnew = 2
// Below this, compression costs more than it saves.
const worthCompressing = 1_000

// Searches are asked once and never again; they take turns in this part of the room and push out nothing that is wanted.
const shareOfTheNew = 1 / 8
// Of so many that had to leave that part the names are remembered, a megabyte of them: five hundred products asked one after the other would
// else push each other out before any is asked a second time.
const mostRemembered = 10_000

/**
 * Answers kept as bytes under the catalogue's version. `maxBytes` bounds the memory: an answer is on trial, in a small part of it, until
 * it is asked for again, there or soon after it had to leave; in both parts the oldest go first.
 */
export function openHotReads({ maxBytes }: { maxBytes: number }): HotReads {
  const left = new Set<string>()
  const remember = (key: string): void => {
    left.add(key)
    if (left.size > mostRemembered) left.delete(left.keys().next().value!)
  }
  const onTrial = openShelf(maxBytes * shareOfTheNew, remember)
  const wanted = openShelf(maxBytes * (1 - shareOfTheNew))
  let making = new Map<string, Promise<ReadyAnswer>>()
  let madeAnew = 0

  const find = (key: string): ReadyAnswer | undefined => {
    const known = wanted.get(key)
    if (known) return known
    const again = onTrial.take(key)
    if (again) wanted.put(key, again)
    return again
  }

  const makeOnce = (key: string, make: () => Promise<Made>): Promise<ReadyAnswer> => {
    const underWay = making.get(key)
    if (underWay) return underWay
    const generation = making
    const promise = make()
      .then(prepare)
      .then((ready) => {
        // A change of the catalogue meanwhile makes this answer an old one: give it, but do not keep it.
        if (generation === making && ready.status === 200)
          (wanted.get(key) || left.delete(key) ? wanted : onTrial).put(key, ready)
        return ready
      })
      .finally(() => generation.delete(key))
    making.set(key, promise)
    return promise
  }

  const makeAnew = (key: string, make: () => Promise<Made>, log: FastifyRequest['log']): void => {
    if (madeAnew >= mostMadeAnew || making.has(key)) return
    madeAnew += 1
    makeOnce(key, make)
      .catch((error: unknown) => log.error(error))
      .finally(() => (madeAnew -= 1))
  }

  return {
    answer(request, reply, key, make) {
      const ready = find(key)
      if (ready) {
        const age = performance.now() - ready.madeAt
        if (age < freshMs) return send(request, reply, ready)
        if (age < staleMs) {
          makeAnew(key, make, request.log)
          return send(request, reply, ready)
        }
      }
      return makeOnce(key, make).then((fresh) => send(request, reply, fresh))
    },
    forget() {
      onTrial.clear()
      wanted.clear()
      making = new Map()
    },
  }
}

interface Shelf {
  readonly get: (key: string) => ReadyAnswer | undefined
  /** Gives an answer and keeps it no longer. */
  readonly take: (key: string) => ReadyAnswer | undefined
  readonly put: (key: string, ready: ReadyAnswer) => void
  readonly clear: () => void
}

// Answers in the order in which they were put; those that are too much, and those too old to be given, go as others come.
function openShelf(maxBytes: number, pushedOut?: (key: string) => void): Shelf {
  const answers = new Map<string, ReadyAnswer>()
  let bytes = 0
  const take = (key: string): ReadyAnswer | undefined => {
    const ready = answers.get(key)
    if (!ready) return undefined
    answers.delete(key)
    bytes -= weight(key, ready)
    return ready
  }
  return {
    get: (key) => answers.get(key),
    take,
    put(key, ready) {
      take(key)
      answers.set(key, ready)
      bytes += weight(key, ready)
      const tooOld = performance.now() - staleMs
      for (const [oldest, { madeAt }] of answers) {
        if (bytes <= maxBytes && madeAt > tooOld) break
        take(oldest)
        pushedOut?.(oldest)
      }
    },
    clear() {
      answers.clear()
      bytes = 0
    },
  }
}

function send(request: FastifyRequest, reply: FastifyReply, ready: ReadyAnswer): FastifyReply | Promise<FastifyReply> {
  reply.headers(ready.headers as Record<string, string>)
  if (request.headers['if-none-match'] === ready.etag) return reply.code(304).send()
  if (ready.status !== 200) reply.code(ready.status)
  const encoding = ready.plain.length < worthCompressing ? undefined : encodingFor(request.headers['accept-encoding'])
  if (!encoding) return reply.send(ready.plain)
  const form = ready.forms[encoding] ?? compress(ready, encoding)
  if (!('then' in form)) return reply.header('content-encoding', encoding).send(form)
  return form.then((bytes) => reply.header('content-encoding', encoding).send(bytes))
}

function encodingFor(accepted: string | undefined): Encoding | undefined {
  if (accepted?.includes('br')) return 'br'
  return accepted?.includes('gzip') ? 'gzip' : undefined
}

// Once however many ask; a form that could not be made is tried again by the next.
function compress({ plain, forms }: ReadyAnswer, encoding: Encoding): Promise<Buffer> {
  const making = (encoding === 'br' ? toBrotli(plain) : toGzip(plain)).then(
    (form) => (forms[encoding] = alone(form)),
    (error: unknown) => {
      delete forms[encoding]
      throw error
    },
  )
  forms[encoding] = making
  return making
}

function prepare({ status = 200, body, contentType, edgeSeconds, headers }: Made): ReadyAnswer {
  // Into a room of its own: `Buffer.from` would take a part of one that is shared, and who keeps the part keeps the whole.
  const plain = Buffer.allocUnsafeSlow(Buffer.byteLength(body))
  plain.write(body)
  const etag = `"${createHash('sha1').update(plain).digest('base64url')}"`
  return {
    status,
    plain,
    forms: {},
    etag,
    headers: {
      'content-type': contentType,
      'cache-control':
        edgeSeconds > 0
          ? `public, max-age=0, s-maxage=${edgeSeconds}, stale-while-revalidate=${edgeSeconds * 4}`
          : 'private, no-store',
      etag,
      vary: 'accept-encoding',
      'x-content-type-options': 'nosniff',
      ...headers,
    },
    madeAt: performance.now(),
  }
}

const compressGzip = promisify(gzip)
const compressBrotli = promisify(brotliCompress)

function toGzip(plain: Buffer): Promise<Buffer> {
  return compressGzip(plain, { level: 6 })
}

// Quality 5 gives most of the gain at a tenth of the time of 11; an answer is made often enough for that to matter. The window is as
// wide as the text: a wider one finds nothing more, and takes a megabyte from each thread that compresses.
function toBrotli(plain: Buffer): Promise<Buffer> {
  const windowBits = Math.min(Math.max(Math.ceil(Math.log2(plain.length + 16)), 10), 22)
  return compressBrotli(plain, {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: 5,
      [constants.BROTLI_PARAM_SIZE_HINT]: plain.length,
      [constants.BROTLI_PARAM_LGWIN]: windowBits,
    },
  })
}

// zlib gives views into rooms of 16 KB; who keeps such a view keeps the room.
function alone(bytes: Buffer): Buffer {
  if (bytes.buffer.byteLength === bytes.length) return bytes
  const copy = Buffer.allocUnsafeSlow(bytes.length)
  bytes.copy(copy)
  return copy
}

// Both compressed forms of a text are together below half of it; they are counted before they are made. What stands around the bytes
// (headers, ETag, buffers) is about a kilobyte.
function weight(key: string, { plain }: ReadyAnswer): number {
  return plain.length * 1.5 + key.length + 1_000
}
