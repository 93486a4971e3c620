import { type Client, createClient } from '@flora/client/client.ts'
import { keepingCookies } from '@flora/client/keeping-cookies.ts'

/** Somebody who uses the shop by its API alone and keeps her cookies. */
export function aVisitor(url: string): Client {
  return createClient(keepingCookies((path, init) => fetch(`${url}${path}`, init)))
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
