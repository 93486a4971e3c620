import { randomBytes } from 'node:crypto'
import { readMessage, type Arrival, type Caught } from './caught.ts'
import { openMailFolder } from './mail-folder.ts'

/** A soak run must not fill the disk: the oldest messages go first. */
export const MAX_MESSAGES = 1_000
/** Twenty-five messages of the greatest size; what a process should hold of mail at most. */
export const MAX_TOTAL_BYTES = 250 * 1024 * 1024

/** What happened to the mailbox, for those who wait or watch. */
export type MailboxEvent = { kind: 'caught'; message: Caught } | { kind: 'cleared' } | { kind: 'closed' }

export type Mailbox = {
  /** Oldest first. */
  list(): Caught[]
  find(id: string): Caught | undefined
  receive(envelope: Caught['envelope'], source: Uint8Array): Promise<Caught>
  clear(): void
  close(): void
  /** Calls back on every event from now on; the returned function ends that. */
  watch(listener: (event: MailboxEvent) => void): () => void
  waitFor(predicate: (message: Caught) => boolean, timeoutMs: number): Promise<Caught>
}

/** Opens a mailbox with what its folder holds from earlier starts. */
export async function openMailbox(path?: string): Promise<Mailbox> {
  const folder = openMailFolder(path)
  const messages = new Map<string, Caught>()
  const listeners = new Set<(event: MailboxEvent) => void>()
  let totalBytes = 0

  for (const arrival of folder.list()) add(await readMessage(arrival))

  function add(message: Caught): void {
    messages.set(message.id, message)
    totalBytes += message.sizeBytes
    for (const oldest of messages.values()) {
      if (messages.size <= MAX_MESSAGES && totalBytes <= MAX_TOTAL_BYTES) break
      remove(oldest)
    }
  }

  function remove({ id, sizeBytes }: Caught): void {
    folder.drop(id)
    messages.delete(id)
    totalBytes -= sizeBytes
  }

  function tell(event: MailboxEvent): void {
    for (const listener of listeners) listener(event)
  }

  function watch(listener: (event: MailboxEvent) => void): () => void {
    listeners.add(listener)
    return () => void listeners.delete(listener)
  }

  return {
    list: () => [...messages.values()],
    find: (id) => messages.get(id),
    async receive(envelope, source) {
      const arrival: Arrival = { ...newName(), envelope, source }
      const message = await readMessage(arrival)
      folder.keep(arrival)
      add(message)
      tell({ kind: 'caught', message })
      return message
    },
    clear() {
      for (const message of messages.values()) remove(message)
      tell({ kind: 'cleared' })
    },
    close() {
      tell({ kind: 'closed' })
      listeners.clear()
    },
    watch,
    waitFor: (predicate, timeoutMs) => waitFor({ known: [...messages.values()], watch, predicate, timeoutMs }),
  }
}

type Wait = {
  known: Caught[]
  watch: Mailbox['watch']
  predicate: (message: Caught) => boolean
  timeoutMs: number
}

function waitFor({ known, watch, predicate, timeoutMs }: Wait): Promise<Caught> {
  const seen = [...known]
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => end(() => reject(new Error(nothingCame(timeoutMs, seen)))), timeoutMs)
    const unwatch = watch((event) => {
      if (event.kind === 'closed') end(() => reject(new Error('The mail catcher was closed before the message came.')))
      if (event.kind !== 'caught') return
      seen.push(event.message)
      look(event.message)
    })
    function look(message: Caught): boolean {
      try {
        const isIt = predicate(message)
        if (isIt) end(() => resolve(message))
        return isIt
      } catch (error) {
        end(() => reject(error))
        return true
      }
    }
    function end(settle: () => void): void {
      clearTimeout(timer)
      unwatch()
      settle()
    }
    known.some(look)
  })
}

function nothingCame(timeoutMs: number, seen: Caught[]): string {
  const list = seen.slice(-10).map(({ subject, envelope }) => `"${subject}" to ${envelope.to.join(', ')}`)
  return `No such message came within ${timeoutMs} ms. In the mailbox: ${list.join('; ') || 'nothing'}.`
}

let lastName = 0

/** Ids sort by arrival, also within one millisecond and for files of earlier starts. */
function newName(): { id: string; receivedAt: string } {
  const receivedAt = new Date().toISOString()
  lastName = (lastName + 1) % 1_000_000
  const count = String(lastName).padStart(6, '0')
  return { id: `${receivedAt.replace(/[^0-9TZ]/g, '')}-${count}-${randomBytes(4).toString('hex')}`, receivedAt }
}
