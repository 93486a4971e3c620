import { ApiProblem } from '@flora/client/client.ts'
import type { DriverDay } from '@flora/contract/fulfilment.ts'
import { type DBSchema, type IDBPDatabase, openDB } from 'idb'
import { useSyncExternalStore } from 'react'
import { askAgain } from '../asking/answers.ts'
import { shop } from '../asking/shop.ts'
import { afterSending, heardOf, isToSend, type Report } from './report.ts'

interface Outbox extends DBSchema {
  reports: { key: string; value: Report }
}

// Dead spots pass; a van does not stay in one for long.
const againMs = 20_000

let opened: Promise<IDBPDatabase<Outbox>> | undefined
let reports: readonly Report[] = []
let sending: Promise<void> | undefined
const listeners = new Set<() => void>()

function database(): Promise<IDBPDatabase<Outbox>> {
  opened ??= openDB<Outbox>('flora-driver', 1, {
    upgrade: (db) => void db.createObjectStore('reports', { keyPath: 'key' }),
  })
  return opened
}

/** What this phone has said and the shop does not have yet, or refused. Survives a dead spot, a reload and an empty battery. */
export function useOutbox(): readonly Report[] {
  return useSyncExternalStore(listen, () => reports)
}

/** Keeps a report on the phone, then sends it; resolves once it is kept. */
export async function say(report: Report): Promise<void> {
  await (await database()).put('reports', report)
  await readAll()
  void send()
}

/** Takes a refused report off the phone: its driver has read why. */
export async function forget(key: string): Promise<void> {
  await (await database()).delete('reports', key)
  await readAll()
}

/** Lets go of what the shop's answer shows by now. */
export async function forgetHeard(day: Pick<DriverDay, 'runs'>): Promise<void> {
  const heard = heardOf(day, reports)
  if (heard.length === 0) return
  const db = await database()
  await Promise.all(heard.map(({ key }) => db.delete('reports', key)))
  await readAll()
}

/** Reads what is kept and begins to send it, now and whenever there may be a network again. Gives what ends that. */
export function keepSending(): () => void {
  const look = (): void => void send()
  void readAll().then(look)
  window.addEventListener('online', look)
  document.addEventListener('visibilitychange', look)
  const timer = setInterval(look, againMs)
  return () => {
    window.removeEventListener('online', look)
    document.removeEventListener('visibilitychange', look)
    clearInterval(timer)
  }
}

/** Sends what waits, oldest first; one at a time, however often it is asked to. */
export function send(): Promise<void> {
  sending ??= sendAll().finally(() => {
    sending = undefined
  })
  return sending
}

async function sendAll(): Promise<void> {
  let hasSent = false
  for (;;) {
    const next = reports.filter(isToSend).toSorted((a, b) => a.at.localeCompare(b.at))[0]
    if (!next) break
    const result = await sendOne(next)
    if (result.kind === 'later') break
    await note(next, result)
    hasSent = true
  }
  if (hasSent) askAgain('GET /driver')
}

type Sent =
  | { readonly kind: 'done' }
  | { readonly kind: 'later' }
  | { readonly kind: 'refused'; readonly because: string }

async function note(report: Report, result: Sent): Promise<void> {
  const db = await database()
  if (result.kind === 'refused') await db.put('reports', { ...report, state: 'refused', because: result.because })
  else if (report.state === 'waiting' && report.photo) await db.put('reports', { ...report, state: 'photo' })
  else {
    const { photo: _, ...said } = report
    await db.put('reports', { ...said, state: 'sent' })
  }
  await readAll()
}

function sendOne(report: Report): Promise<Sent> {
  return report.state === 'photo' ? sendPhoto(report) : sendReport(report)
}

async function sendReport({ key, deliveryId, outcome, at, where, note: said, next, photo }: Report): Promise<Sent> {
  try {
    await shop.call('POST /driver/stops/:deliveryId/reports', {
      params: { deliveryId },
      body: { key, outcome, at, where, note: said, ...(next && { next }), hasPhoto: photo !== undefined },
    })
    return { kind: 'done' }
  } catch (error) {
    if (!(error instanceof ApiProblem)) throw error
    return afterSending(error.problem.status) === 'later'
      ? { kind: 'later' }
      : { kind: 'refused', because: error.problem.detail }
  }
}

// The client speaks JSON; a photograph goes as a file.
async function sendPhoto({ key, deliveryId, photo }: Report): Promise<Sent> {
  if (!photo) return { kind: 'done' }
  const form = new FormData()
  form.append('photo', photo, 'proof.jpg')
  const reply = await fetch(`/api/driver/stops/${deliveryId}/reports/${key}/photo`, {
    method: 'POST',
    body: form,
  }).catch(() => undefined)
  switch (afterSending(reply?.status ?? 0)) {
    case 'done':
      return { kind: 'done' }
    case 'later':
      return { kind: 'later' }
    case 'refused': {
      const problem = (await reply?.json().catch(() => undefined)) as { detail?: string } | undefined
      return { kind: 'refused', because: problem?.detail ?? 'The photograph was not taken.' }
    }
  }
}

async function readAll(): Promise<void> {
  reports = await (await database()).getAll('reports')
  for (const listener of listeners) listener()
}

function listen(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
