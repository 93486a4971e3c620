import { type Client, createClient } from '@flora/client/client.ts'

/** Somebody who uses the shop by its API alone and keeps her cookies. */
export function aVisitor(url: string): Client {
  const cookies = new Map<string, string>()
  return createClient(async (path, init) => {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const reply = await fetch(`${url}${path}`, { ...init, headers: { ...init.headers, cookie } })
    for (const set of reply.headers.getSetCookie()) {
      const [pair = ''] = set.split(';')
      cookies.set(pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1))
    }
    return reply
  })
}

/** Somebody who works there, at work. */
export async function aSignedIn(
  url: string,
  { email, password }: { email: string; password: string },
): Promise<Client> {
  const visitor = aVisitor(url)
  await visitor.call('POST /auth/login', { body: { email, password } })
  return visitor
}
