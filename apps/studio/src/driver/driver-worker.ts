/**
 * Keeps the driver's page open where there is no network: the page itself and its files, and the last answers about the driver's day.
 * What she says there is kept by the page (outbox.ts). Nothing of the rest of the Studio passes through here.
 */
interface Lifetime extends Event {
  waitUntil(work: Promise<unknown>): void
}
interface Fetching extends Lifetime {
  readonly request: Request
  respondWith(reply: Promise<Response>): void
}
interface Message extends Lifetime {
  readonly data: { readonly keep?: readonly string[] }
}
interface Worker {
  skipWaiting(): Promise<void>
  readonly clients: { claim(): Promise<void> }
  addEventListener(kind: 'install' | 'activate', listener: (event: Lifetime) => void): void
  addEventListener(kind: 'fetch', listener: (event: Fetching) => void): void
  addEventListener(kind: 'message', listener: (event: Message) => void): void
}

const worker = globalThis as unknown as Worker
const store = 'flora-driver'
// The page's one address, whichever below it is asked for.
const page = '/studio/driver'
// A slow line is worse than none: what is kept is shown meanwhile.
const patienceMs = 6_000
const answers = ['/api/auth/me', '/api/driver/today', '/api/shop']

worker.addEventListener('install', (event) => event.waitUntil(worker.skipWaiting()))
worker.addEventListener('activate', (event) => event.waitUntil(worker.clients.claim()))

worker.addEventListener('fetch', (event) => {
  const { request } = event
  const { origin, pathname } = new URL(request.url)
  if (request.method !== 'GET' || origin !== location.origin) return
  if (request.mode === 'navigate') event.respondWith(newestOrKept(request, page))
  else if (pathname.startsWith('/studio/assets/')) event.respondWith(keptOrFetched(request))
  else if (answers.includes(pathname)) event.respondWith(newestOrKept(request, pathname))
})

// The page tells what it is made of, because its first files came before this worker did.
worker.addEventListener('message', (event) => {
  const { keep = [] } = event.data
  event.waitUntil(keepThese(keep))
})

async function keepThese(addresses: readonly string[]): Promise<void> {
  const cache = await caches.open(store)
  await Promise.all(
    addresses.map(async (address) => {
      if (await cache.match(address)) return
      const reply = await fetch(address).catch(() => undefined)
      if (reply?.ok) await cache.put(address, reply)
    }),
  )
}

async function newestOrKept(request: Request, key: string): Promise<Response> {
  const cache = await caches.open(store)
  const kept = await cache.match(key)
  try {
    const reply = await fetch(request, kept ? { signal: AbortSignal.timeout(patienceMs) } : {})
    if (reply.ok) await cache.put(key, reply.clone())
    // Somebody who may not see it any more must not find it on the phone.
    if (reply.status === 401 || reply.status === 403) await cache.delete(key)
    return reply
  } catch (error) {
    if (kept) return kept
    throw error
  }
}

async function keptOrFetched(request: Request): Promise<Response> {
  const cache = await caches.open(store)
  const kept = await cache.match(request)
  if (kept) return kept
  const reply = await fetch(request)
  if (reply.ok) await cache.put(request, reply.clone())
  return reply
}
