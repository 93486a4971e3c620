/** What the environment says of Stripe. */
interface StripeVariables {
  readonly STRIPE_SECRET_KEY?: string | undefined
  readonly STRIPE_PUBLISHABLE_KEY?: string | undefined
  readonly STRIPE_WEBHOOK_SECRET?: string | undefined
  readonly STRIPE_API_BASE?: string | undefined
}

/** What is wrong with Stripe's variables together, in sentences that say what to do. */
export function stripeProblems(v: StripeVariables): string[] {
  const problems: string[] = []
  const say = (wrong: unknown, sentence: string) => wrong && problems.push(sentence)
  say(
    v.STRIPE_SECRET_KEY && !v.STRIPE_PUBLISHABLE_KEY,
    'STRIPE_PUBLISHABLE_KEY is missing: it belongs to STRIPE_SECRET_KEY.',
  )
  say(
    v.STRIPE_SECRET_KEY && !v.STRIPE_WEBHOOK_SECRET,
    'STRIPE_WEBHOOK_SECRET is missing: without it no payment event can be trusted.',
  )
  say(
    !v.STRIPE_SECRET_KEY && v.STRIPE_PUBLISHABLE_KEY,
    'STRIPE_SECRET_KEY is missing: it belongs to STRIPE_PUBLISHABLE_KEY.',
  )
  const worlds = new Set([v.STRIPE_SECRET_KEY, v.STRIPE_PUBLISHABLE_KEY].flatMap((key) => key?.split('_')[1] ?? []))
  say(
    worlds.size > 1,
    'STRIPE_PUBLISHABLE_KEY and STRIPE_SECRET_KEY are of two worlds: both must be live keys, or both test keys.',
  )
  say(
    v.STRIPE_SECRET_KEY && v.STRIPE_API_BASE,
    'STRIPE_API_BASE is for the sandbox; take it away to use Stripe’s keys.',
  )
  return problems
}
