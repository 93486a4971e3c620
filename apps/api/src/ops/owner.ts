import { makeOwner } from '../staff/index.ts'
import type { Shop } from '../shop.ts'
import { givenEmail } from './given-email.ts'

/** `npm run ops -- owner <email> [name]`: makes somebody an owner and prints the link by which she chooses a password. */
export async function owner(
  shop: Pick<Shop, 'inTransaction' | 'clock' | 'config'>,
  [given, ...words]: readonly string[],
): Promise<string> {
  const email = givenEmail(given)
  const name = words.join(' ').trim().slice(0, 80) || email.split('@')[0]!
  const { isNew, link, hours } = await makeOwner(shop, { email, name })
  return [
    isNew ? `Made an account for ${email}, who is an owner now.` : `${email} has an account, and is an owner now.`,
    `This link chooses the password. It works once, for ${hours} hours; give it to nobody else:`,
    `  ${link}`,
  ].join('\n')
}
