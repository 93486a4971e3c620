import type { Role } from '@flora/contract/permissions.ts'
import { ApiProblem } from '@flora/client/client.ts'
import { aVisitor, type PayingShop, type Visitor } from '../../../../test/open-paying-shop.ts'
import { aSignedIn } from '../../../../test/signed-in.ts'

/** Somebody who works here, at her browser. */
export async function aManager(
  { shop, app }: Pick<PayingShop, 'shop' | 'app'>,
  { name = 'Ada Marsh', role = 'manager' }: { name?: string; role?: Role } = {},
): Promise<Visitor> {
  const visitor = aVisitor(app)
  for (const [key, value] of (await aSignedIn(shop, { role, name })).cookies) visitor.cookies.set(key, value)
  return visitor
}

/** What a call was refused with. */
export async function refusalOf<T extends object = object>(
  call: Promise<unknown>,
): Promise<{ code: string; detail: string } & T> {
  try {
    await call
  } catch (error) {
    if (error instanceof ApiProblem) return error.problem as unknown as { code: string; detail: string } & T
    throw error
  }
  throw new Error('this was not refused')
}
