import assert from 'node:assert/strict'
import { ApiProblem } from '@flora/client/client.ts'
import type { SignedIn, SignInReply } from '@flora/contract/identity.ts'
import { aSmallShop } from '../../../test/builders.ts'
import { aVisitor, type Visitor } from '../../../test/open-paying-shop.ts'
import { openShop, type ShopOptions, type TestShop } from '../../../test/open-shop.ts'
import { sendAccountLetter } from '../../notifications/send-account-letter.ts'
import { identityJobs } from '../jobs.ts'
import { identityRoutes } from '../routes.ts'

export const password = 'nine purple wheelbarrows'

export interface IdentityShop {
  readonly shop: TestShop
  /** A browser of its own, with nothing in it. */
  readonly browser: () => Visitor
  /** Does what waits: letters are written and sent. */
  readonly work: () => Promise<number>
  readonly close: () => Promise<void>
}

/** A small shop with nothing but its sign-in routes. */
export async function openIdentity(options: Partial<ShopOptions> = {}): Promise<IdentityShop> {
  const shop = await openShop({ now: '2026-11-20T10:00:00+11:00', ...options, routes: identityRoutes })
  await aSmallShop(shop)
  return {
    shop,
    browser: () => aVisitor(shop.app),
    work: () =>
      shop.runJobs({
        ...identityJobs(shop),
        'notifications/send-email': (wanted) => sendAccountLetter(shop, wanted),
        'customers/claim-orders': async () => undefined,
        'newsletter/follow-address': async () => undefined,
      }),
    close: shop.close,
  }
}

/** The secret in the newest link to a page that a letter held, to one address if told. */
export function linkIn({ letters }: Pick<TestShop, 'letters'>, page: string, address?: string): string {
  const read = letters.filter(({ to }) => address === undefined || to === address)
  const links = read.flatMap(({ text }) => new RegExp(`/${page}#([\\w-]{43})`).exec(text)?.[1] ?? [])
  const newest = links.at(-1)
  assert.ok(newest, `no link to ${page} in: ${letters.at(-1)?.subject}`)
  return newest
}

/** Registers, follows the letter's link, and is signed in. */
export async function registered(
  { shop, work }: Pick<IdentityShop, 'shop' | 'work'>,
  visitor: Visitor,
  { email, name = 'Mercy Okafor', secret = password }: { email: string; name?: string; secret?: string },
): Promise<SignedIn> {
  await visitor.call('POST /auth/register', { body: { email, name, password: secret } })
  await work()
  return signedIn(await visitor.call('POST /auth/verify', { body: { token: linkIn(shop, 'verify', email) } }))
}

export function signedIn(reply: SignInReply): SignedIn {
  assert.equal(reply.kind, 'signed-in')
  return reply as SignedIn
}

export const isProblem = (code: string) => (error: unknown) => {
  assert.ok(error instanceof ApiProblem, String(error))
  assert.equal(error.problem.code, code)
  return true
}
