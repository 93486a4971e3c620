import type { Carrier } from './client.ts'

/** The same way to the API for who has no browser: keeps the cookies that answers bring, in `cookies`, and sends them along. */
export function keepingCookies(carry: Carrier, cookies = new Map<string, string>()): Carrier {
  return async (path, init) => {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const reply = await carry(path, { ...init, headers: { ...init.headers, cookie } })
    for (const line of reply.headers.getSetCookie()) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(line) ?? []
      if (name !== undefined) cookies.set(name, value ?? '')
    }
    return reply
  }
}
