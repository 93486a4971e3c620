import { type Client, createClient } from '@flora/client/client.ts'

/** A browser without a page, at the shop's public address: it keeps its cookies. */
export interface Visitor extends Client {
  readonly fetch: (path: string) => Promise<Response>
}

// Behind a proxy and a load balancer an answer may take a while; one that takes longer is none.
const longestMs = 20_000

export function openVisitor(address: string): Visitor {
  const cookies = new Map<string, string>()
  const carry = async (path: string, init: { method: string; headers: Record<string, string>; body?: string }) => {
    const reply = await fetch(`${address}${path}`, {
      ...init,
      redirect: 'manual',
      signal: AbortSignal.timeout(longestMs),
      headers: { ...init.headers, cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; ') },
    })
    for (const line of reply.headers.getSetCookie()) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(line) ?? []
      if (name !== undefined) cookies.set(name, value ?? '')
    }
    return reply
  }
  return {
    ...createClient(carry),
    fetch: (path) => carry(path, { method: 'GET', headers: { accept: 'text/html,*/*' } }),
  }
}
