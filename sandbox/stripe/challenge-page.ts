import type Stripe from 'stripe'
import { returnAddress } from './challenge.ts'
import { finishChallenge } from './confirm-payment-intent.ts'
import { html, page, price } from './html.ts'
import { finishSetupChallenge, findSetupIntent } from './setup-intents.ts'
import { findIntent } from './payment-intents.ts'
import { parameterInvalid } from './stripe-errors.ts'
import type { World } from './world.ts'

type Challenged = Stripe.PaymentIntent | Stripe.SetupIntent

/** How a challenge ended, and where the customer goes now; null when the shop's page shows the bank's in itself. */
export interface ChallengeResult {
  status: string
  redirectStatus: 'succeeded' | 'failed'
  returnTo: string | null
}

/** The bank's page: two buttons, and what they would agree to. */
export function challengePage(world: World, id: string, clientSecret: string | undefined): string {
  const intent = challenged(world, id, clientSecret)
  const question =
    intent.object === 'payment_intent'
      ? html`<p>A shop asks for <strong>${price(intent.amount, intent.currency)}</strong>. Do you agree?</p>`
      : html`<p>A shop asks to keep your card for later payments. Do you agree?</p>`
  if (intent.status !== 'requires_action') {
    return page(
      'Test bank',
      html`<main class="bank">
        <h1>Test bank</h1>
        <p>This question is settled: ${intent.status}.</p>
      </main>`,
    )
  }
  return page(
    'Test bank: approve or fail',
    html`<main class="bank">
      <h1>Test bank</h1>
      <p class="soft">In place of a bank's 3-D Secure page.</p>
      ${question}
      <form method="post" action="/sandbox/3ds/${id}">
        <input type="hidden" name="client_secret" value="${intent.client_secret ?? ''}" />
        <button name="outcome" value="approve">Approve</button>
        <button name="outcome" value="fail" class="fail">Fail</button>
      </form>
    </main>`,
  )
}

/**
 * After the last button when there is no page to go back to: the page that opened this one is told, and asks Stripe
 * itself.
 */
export function challengeDonePage({ status }: ChallengeResult): string {
  const script = `const done = { source: 'stripe-sandbox-3ds' };
    window.opener?.postMessage(done, '*'); if (window.parent !== window) window.parent.postMessage(done, '*')`
  return page(
    'Test bank',
    html`<main class="bank">
        <h1>Test bank</h1>
        <p>Done: ${status}. You may go back to the shop.</p>
      </main>
      <script>
        ${{ html: script }}
      </script>`,
  )
}

/** Ends a challenge, as the customer chose. */
export function answerChallenge(
  world: World,
  id: string,
  { outcome, clientSecret }: { outcome: string | undefined; clientSecret: string | undefined },
): ChallengeResult {
  if (outcome !== 'approve' && outcome !== 'fail') {
    throw parameterInvalid('outcome', 'Invalid outcome: must be one of approve, fail')
  }
  return endChallenge(world, challenged(world, id, clientSecret), outcome === 'approve')
}

/** The same without a secret, for a test that holds the sandbox itself. */
export function endChallengeOf(world: World, id: string, passed: boolean): ChallengeResult {
  return endChallenge(world, id.startsWith('seti_') ? findSetupIntent(world, id) : findIntent(world, id), passed)
}

function endChallenge(world: World, intent: Challenged, passed: boolean): ChallengeResult {
  const returnUrl = intent.next_action?.redirect_to_url?.return_url
  const after =
    intent.object === 'payment_intent'
      ? finishChallenge(world, intent, passed)
      : finishSetupChallenge(world, intent, passed)
  const redirectStatus = after.status === 'succeeded' ? 'succeeded' : 'failed'
  return {
    status: after.status,
    redirectStatus,
    returnTo: returnUrl ? returnAddress(after, returnUrl, redirectStatus) : null,
  }
}

function challenged(world: World, id: string, clientSecret: string | undefined): Challenged {
  const intent = id.startsWith('seti_') ? findSetupIntent(world, id) : findIntent(world, id)
  if (intent.client_secret === clientSecret) return intent
  throw parameterInvalid('client_secret', 'The client_secret does not belong to this payment.')
}
