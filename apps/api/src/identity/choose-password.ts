import type { Shop } from '../shop.ts'
import { findShopName } from './account-queries.ts'
import { hashPassword } from './password.ts'
import { refuseKnownPassword } from './password-rules.ts'

/** Hashes a password that somebody chooses; refuses one that others would try first. Slow: never inside a transaction. */
export async function choosePassword(
  { db, config }: Pick<Shop, 'db' | 'config'>,
  password: string,
  { email, name }: { email: string; name: string },
): Promise<string> {
  await refuseKnownPassword(password, { email, name, shopName: await findShopName(db) })
  return hashPassword(config, password)
}
