import type { AccountId } from '@flora/contract/ids.ts'

/** Why somebody came back from the provider and is not signed in. The sign-in page has a sentence for each. */
export type SignInProblem =
  /** It does not answer, or answers with errors of its own. */
  | 'provider-down'
  /** She, or the provider, said no. */
  | 'provider-refused'
  /** What it answered does not fit what was asked, or is not signed by it. */
  | 'provider-wrong'
  /** Begun too long ago, in another browser, or finished already. */
  | 'sign-in-expired'
  /** The provider says no address, or has not verified it: nothing was made. */
  | 'email-unverified'
  /** There is an account with this address: a letter asks its owner whether the two belong together. */
  | 'link-sent'
  /** The page that was to be shown next is not one of ours. */
  | 'not-our-page'
  | 'too-many-requests'
  | 'our-fault'

/** Stops a sign-in by a provider; the browser is sent to the sign-in page, which explains. */
export class SignInStopped extends Error {
  override readonly name = 'SignInStopped'
  readonly problem: SignInProblem
  /** The page she wanted, kept for the next try. */
  readonly to: string | undefined
  /** The account whose owner is asked. */
  readonly accountId: AccountId | undefined

  constructor(
    problem: SignInProblem,
    { to, cause, accountId }: { to?: string | undefined; cause?: unknown; accountId?: AccountId } = {},
  ) {
    super(`sign-in by a provider stopped: ${problem}`, { cause })
    this.problem = problem
    this.to = to
    this.accountId = accountId
  }
}
