import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Arrival } from './caught.ts'

// The envelope is no part of a message, so it stands before it in one line of ours, which reading takes off again.
const FIRST_LINE = 'X-Caught: '
const ID = /^[0-9A-Za-z-]{1,64}$/

/** The .eml files of a mailbox. Their names are the ids, which sort by time of arrival. */
export type MailFolder = { list(): Arrival[]; keep(arrival: Arrival): void; drop(id: string): void }

/** Opens a folder of .eml files, made if it is missing; without a path nothing outlives the process. */
export function openMailFolder(path: string | undefined): MailFolder {
  if (path === undefined) return { list: () => [], keep: () => undefined, drop: () => undefined }
  mkdirSync(path, { recursive: true })
  return {
    list: () => listFiles(path).map((name) => readArrival(path, name)),
    keep: (arrival) => writeArrival(path, arrival),
    drop: (id) => rmSync(join(path, `${id}.eml`), { force: true }),
  }
}

function listFiles(path: string): string[] {
  return readdirSync(path)
    .filter((name) => name.endsWith('.eml') && ID.test(name.slice(0, -'.eml'.length)))
    .toSorted()
}

function writeArrival(path: string, { id, receivedAt, envelope, source }: Arrival): void {
  const first = `${FIRST_LINE}${JSON.stringify({ receivedAt, envelope })}\r\n`
  const draft = join(path, `${id}.part`)
  // Renamed into place, so that a process that dies here leaves a whole message or none.
  writeFileSync(draft, Buffer.concat([Buffer.from(first), source]), { mode: 0o600 })
  renameSync(draft, join(path, `${id}.eml`))
}

/** Also takes files that somebody dropped into the folder: they have no first line of ours. */
function readArrival(path: string, name: string): Arrival {
  const file = join(path, name)
  const bytes = readFileSync(file)
  const ends = bytes.indexOf('\r\n')
  const first = ends > 0 && ends < 100_000 ? bytes.toString('utf8', 0, ends) : ''
  const id = name.slice(0, -'.eml'.length)
  if (first.startsWith(FIRST_LINE)) {
    const known = parsed(first.slice(FIRST_LINE.length))
    if (known) return { id, ...known, source: bytes.subarray(ends + 2) }
  }
  return { id, receivedAt: statSync(file).mtime.toISOString(), envelope: { from: '', to: [] }, source: bytes }
}

function parsed(json: string): Pick<Arrival, 'receivedAt' | 'envelope'> | undefined {
  try {
    const { receivedAt, envelope } = JSON.parse(json) as Partial<Arrival>
    const isWhole =
      typeof receivedAt === 'string' &&
      !Number.isNaN(Date.parse(receivedAt)) &&
      typeof envelope?.from === 'string' &&
      Array.isArray(envelope.to)
    return isWhole ? { receivedAt, envelope: { from: envelope.from, to: envelope.to.map(String) } } : undefined
  } catch {
    return undefined
  }
}
