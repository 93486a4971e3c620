import { type Client, createClient } from '@flora/client/client.ts'
import { keepingCookies } from '@flora/client/keeping-cookies.ts'

/** A browser without a page, at the shop's public address: it keeps its cookies. */
export interface Visitor extends Client {
  readonly fetch: (path: string) => Promise<Response>
}

// Behind a proxy and a load balancer an answer may take a while; one that takes longer is none.
const longestMs = 20_000

export function openVisitor(address: string): Visitor {
  const carry = keepingCookies((path, init) =>
    fetch(`${address}${path}`, { ...init, redirect: 'manual', signal: AbortSignal.timeout(longestMs) }),
  )
  return {
    ...createClient(carry),
    fetch: (path) => carry(path, { method: 'GET', headers: { accept: 'text/html,*/*' } }),
  }
}
