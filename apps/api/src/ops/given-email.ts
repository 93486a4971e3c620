import { Email } from '@flora/contract/cart.ts'
import { Refusal } from '../platform/refusal.ts'

/** An e-mail as it stands after a command, or a sentence that says what is missing. */
export function givenEmail(given: string | undefined): string {
  if (given === undefined)
    throw new Refusal(422, 'malformed-request', 'Please give an e-mail address after the command.')
  const parsed = Email.safeParse(given)
  if (!parsed.success) throw new Refusal(422, 'malformed-request', parsed.error.issues[0]!.message)
  return parsed.data
}
