import type { Role } from '@flora/contract/permissions.ts'
import { aSmallShop } from '../../../test/builders.ts'
import { aVisitor, type Visitor } from '../../../test/open-paying-shop.ts'
import { openShop, type ShopOptions, type TestShop } from '../../../test/open-shop.ts'
import { aSignedIn, type SignedInAccount } from '../../../test/signed-in.ts'
import { identityJobs, identityRoutes } from '../../identity/index.ts'
import { notificationJobs } from '../../notifications/index.ts'
import { recordStaffActions, staffRoutes } from '../index.ts'

export interface Colleague extends SignedInAccount {
  readonly visitor: Visitor
}

export interface StaffShop {
  readonly shop: TestShop
  readonly browser: () => Visitor
  /** Somebody with a role, or a customer, signed in with a browser of her own. */
  readonly somebody: (name: string, role: Role | null, parts?: { twoFactor?: boolean }) => Promise<Colleague>
  readonly work: () => Promise<number>
  readonly close: () => Promise<void>
}

/** A small shop with its sign-in and staff routes. */
export async function openStaff(options: Partial<ShopOptions> = {}): Promise<StaffShop> {
  const shop = await openShop({
    now: '2026-11-20T10:00:00+11:00',
    ...options,
    routes: (app, world) => {
      recordStaffActions(app, world)
      identityRoutes(app, world)
      staffRoutes(app, world)
    },
  })
  await aSmallShop(shop)
  const browser = () => aVisitor(shop.app)
  return {
    shop,
    browser,
    somebody: async (name, role, parts) => {
      const account = await aSignedIn(shop, { name, role, email: `${name.toLowerCase()}@example.com`, ...parts })
      const visitor = browser()
      for (const [cookie, value] of account.cookies) visitor.cookies.set(cookie, value)
      return { ...account, visitor }
    },
    work: () =>
      shop.runJobs({
        ...notificationJobs(shop),
        ...identityJobs(shop),
        'customers/claim-orders': async () => undefined,
        'newsletter/follow-address': async () => undefined,
      }),
    close: shop.close,
  }
}
