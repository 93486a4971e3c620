import { newId } from '@flora/contract/ids.ts'
import { choosePassword } from '../identity/index.ts'
import { invariant } from '../platform/refusal.ts'
import type { Shop } from '../shop.ts'
import { demoPassword, demoStaff } from './demo-staff.ts'
import { hasStaff, insertDemoStaff } from './staff-queries.ts'

/**
 * Puts the demo shop's staff into a database of development, with a password that everybody knows. Only where nobody works yet: who was
 * changed stays so, and a shop that has staff of its own gets none.
 */
export async function plantDemoStaff(
  shop: Pick<Shop, 'db' | 'inTransaction' | 'clock' | 'config'>,
): Promise<'planted' | 'there already'> {
  invariant(shop.config.mode === 'development', 'staff with a known password are for development only')
  if (await hasStaff(shop.db)) return 'there already'
  // One hash for all four: there is nothing to hide in it, and each would take a quarter of a second.
  const passwordHash = await choosePassword(shop, demoPassword, demoStaff[0]!)
  const at = shop.clock.now().toString()
  await shop.inTransaction((tx) =>
    insertDemoStaff(
      tx,
      demoStaff.map((person) => ({ ...person, id: newId('acc'), password_hash: passwordHash, at })),
    ),
  )
  return 'planted'
}
