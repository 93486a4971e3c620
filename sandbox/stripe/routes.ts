import type Stripe from 'stripe'
import { balanceListParams, listBalanceTransactions, retrieveBalanceTransaction } from './balance.ts'
import { cancelIntent, cancelParams } from './cancel-payment-intent.ts'
import { chargeListParams, chargeUpdateParams, findCharge, listCharges, updateCharge } from './charges.ts'
import { confirmIntent } from './confirm-payment-intent.ts'
import * as customers from './customers.ts'
import * as disputes from './disputes.ts'
import { eventListParams, listEvents, retrieveEvent } from './events.ts'
import type { FormTree } from './form-encoding.ts'
import { type Read, readParams, type Specs, text } from './params.ts'
import * as intentParams from './payment-intent-params.ts'
import * as intents from './payment-intents.ts'
import * as methods from './payment-methods.ts'
import * as refunds from './refunds.ts'
import * as setups from './setup-intents.ts'
import { parameterInvalid, parameterMissing } from './stripe-errors.ts'
import type { World } from './world.ts'

/** Who asks: the shop with its secret key, or a browser with the publishable one. */
export type Actor = 'shop' | 'browser'

/** One request, ready to run; parsing came before, so what fails from here on has begun. */
export type Prepared = (world: World) => object

export interface Route {
  /** As in `POST /v1/refunds/:id`; faults name routes by it. */
  readonly line: string
  readonly forBrowsers: boolean
  prepare(form: FormTree, ids: readonly string[], actor: Actor): Prepared
}

/** Every endpoint the sandbox speaks. */
export const routes: readonly Route[] = [
  route('POST /v1/payment_intents', intentParams.createParams, createAndConfirm),
  route('GET /v1/payment_intents', intentParams.intentListParams, (world, params) =>
    intents.listIntents(world, params),
  ),
  forBrowsers('GET /v1/payment_intents/:id', { client_secret: text() }, (world, { client_secret }, [id], actor) => {
    return mayUse(actor, intents.findIntent(world, id), client_secret)
  }),
  route('POST /v1/payment_intents/:id', intentParams.updateParams, (world, params, [id]) =>
    intents.updateIntent(world, id, params),
  ),
  forBrowsers('POST /v1/payment_intents/:id/confirm', intentParams.confirmParams, (world, params, [id], actor) => {
    if (actor === 'browser' && params.off_session !== undefined) {
      throw parameterInvalid('off_session', 'You cannot confirm with `off_session` using a publishable key.')
    }
    const intent = mayUse(actor, intents.findIntent(world, id), params.client_secret)
    return confirmIntent(world, intent, { ...params, viaBrowser: actor === 'browser' })
  }),
  forBrowsers('POST /v1/payment_intents/:id/cancel', cancelParams, (world, params, [id], actor) => {
    return cancelIntent(world, mayUse(actor, intents.findIntent(world, id), params.client_secret), params)
  }),

  route('POST /v1/setup_intents', setups.setupCreateParams, (world, params) => setups.createSetupIntent(world, params)),
  route('GET /v1/setup_intents', setups.setupListParams, (world, params) => setups.listSetupIntents(world, params)),
  forBrowsers('GET /v1/setup_intents/:id', { client_secret: text() }, (world, { client_secret }, [id], actor) => {
    return mayUse(actor, setups.findSetupIntent(world, id), client_secret)
  }),
  route('POST /v1/setup_intents/:id', setups.setupUpdateParams, (world, params, [id]) =>
    setups.updateSetupIntent(world, id, params),
  ),
  forBrowsers('POST /v1/setup_intents/:id/confirm', setups.setupConfirmParams, (world, params, [id], actor) => {
    const intent = mayUse(actor, setups.findSetupIntent(world, id), params.client_secret)
    return setups.confirmSetupIntent(world, intent, { ...params, viaBrowser: actor === 'browser' })
  }),
  route('POST /v1/setup_intents/:id/cancel', setups.setupCancelParams, (world, params, [id]) =>
    setups.cancelSetupIntent(world, id, params),
  ),

  forBrowsers('POST /v1/payment_methods', methods.paymentMethodDataParams, (world, params) =>
    methods.createPaymentMethod(world, params),
  ),
  route('GET /v1/payment_methods', customers.methodsParams, (world, params) =>
    customers.listPaymentMethods(world, params),
  ),
  route('GET /v1/payment_methods/:id', {}, (world, _, [id]) => methods.findPaymentMethod(world, id, 'id')),
  route('POST /v1/payment_methods/:id', methods.paymentMethodUpdateParams, (world, params, [id]) =>
    methods.updatePaymentMethod(world, id, params),
  ),
  route('POST /v1/payment_methods/:id/attach', customers.attachParams, (world, { customer }, [id]) =>
    customers.attachToCustomer(world, id, customer),
  ),
  route('POST /v1/payment_methods/:id/detach', {}, (world, _, [id]) => methods.detachPaymentMethod(world, id)),

  route('POST /v1/customers', customers.customerCreateParams, (world, params) =>
    customers.createCustomer(world, params),
  ),
  route('GET /v1/customers', customers.customerListParams, (world, params) => customers.listCustomers(world, params)),
  route('GET /v1/customers/:id', {}, (world, _, [id]) => customers.retrieveCustomer(world, id)),
  route('POST /v1/customers/:id', customers.customerParams, (world, params, [id]) =>
    customers.updateCustomer(world, id, params),
  ),
  route('DELETE /v1/customers/:id', {}, (world, _, [id]) => customers.deleteCustomer(world, id)),
  route('GET /v1/customers/:id/payment_methods', customers.customerMethodsParams, (world, params, [id]) =>
    customers.listCustomerMethods(world, id, params),
  ),
  route('GET /v1/customers/:id/payment_methods/:method', {}, (world, _, [id, method]) =>
    customers.retrieveCustomerMethod(world, id, method),
  ),

  route('POST /v1/refunds', refunds.refundParams, (world, params) => refunds.createRefund(world, params)),
  route('GET /v1/refunds', refunds.refundListParams, (world, params) => refunds.listRefunds(world, params)),
  route('GET /v1/refunds/:id', {}, (world, _, [id]) => refunds.findRefund(world, id)),
  route('POST /v1/refunds/:id', refunds.refundUpdateParams, (world, params, [id]) =>
    refunds.updateRefund(world, id, params),
  ),

  route('GET /v1/charges', chargeListParams, (world, params) => listCharges(world, params)),
  route('GET /v1/charges/:id', {}, (world, _, [id]) => findCharge(world, id, 'id')),
  route('POST /v1/charges/:id', chargeUpdateParams, (world, params, [id]) => updateCharge(world, id, params)),

  route('GET /v1/disputes', disputes.disputeListParams, (world, params) => disputes.listDisputes(world, params)),
  route('GET /v1/disputes/:id', {}, (world, _, [id]) => disputes.findDispute(world, id)),
  route('POST /v1/disputes/:id', disputes.disputeUpdateParams, (world, params, [id]) =>
    disputes.updateDispute(world, id, params),
  ),
  route('POST /v1/disputes/:id/close', {}, (world, _, [id]) => disputes.closeDispute(world, id)),

  route('GET /v1/balance_transactions', balanceListParams, (world, params) => listBalanceTransactions(world, params)),
  route('GET /v1/balance_transactions/:id', {}, (world, _, [id]) => retrieveBalanceTransaction(world, id)),

  route('GET /v1/events', eventListParams, (world, params) => listEvents(world, params)),
  route('GET /v1/events/:id', {}, (world, _, [id]) => retrieveEvent(world, id)),
]

/** The route for a method and a path, with the ids in the path. */
export function findRoute(method: string, path: string): { route: Route; ids: string[] } | undefined {
  const steps = path.split('/')
  for (const { route: found, steps: pattern } of bySize.get(`${method} ${steps.length}`) ?? []) {
    if (pattern.every((step, at) => step.startsWith(':') || step === steps[at])) {
      return { route: found, ids: steps.filter((_, at) => pattern[at]?.startsWith(':')) }
    }
  }
  return undefined
}

const bySize = Map.groupBy(
  routes.map((each) => ({ route: each, steps: each.line.slice(each.line.indexOf(' ') + 1).split('/') })),
  ({ route: { line }, steps }) => `${line.slice(0, line.indexOf(' '))} ${steps.length}`,
)

// The pattern has as many ids as the action takes, so the third and later ones are never asked for.
type Ids = [string, string]
type Run<S extends Specs> = (world: World, params: Read<S>, ids: Ids, actor: Actor) => object

function route<S extends Specs>(line: string, specs: S, run: Run<S>, open = false): Route {
  return {
    line,
    forBrowsers: open,
    prepare(form, ids, actor) {
      const params = readParams(specs, form)
      return (world) => run(world, params, ids as Ids, actor)
    },
  }
}

function forBrowsers<S extends Specs>(line: string, specs: S, run: Run<S>): Route {
  return route(line, specs, run, true)
}

function createAndConfirm(world: World, params: Read<typeof intentParams.createParams>): Stripe.PaymentIntent {
  const intent = intents.createIntent(world, params)
  if (!params.confirm) return intent
  const { off_session, error_on_requires_action, return_url, use_stripe_sdk } = params
  return confirmIntent(world, intent, {
    ...(off_session !== undefined && { off_session }),
    ...(error_on_requires_action !== undefined && { error_on_requires_action }),
    ...(return_url !== undefined && { return_url }),
    ...(use_stripe_sdk !== undefined && { use_stripe_sdk }),
  })
}

// A browser may touch an intent only when it holds its secret.
function mayUse<T extends Stripe.PaymentIntent | Stripe.SetupIntent>(
  actor: Actor,
  intent: T,
  secret: string | undefined,
): T {
  if (actor === 'browser' && secret === undefined) throw parameterMissing('client_secret')
  if (secret !== undefined && secret !== intent.client_secret) {
    const noun = intent.object === 'payment_intent' ? 'PaymentIntent' : 'SetupIntent'
    throw parameterInvalid(
      'client_secret',
      `The client_secret provided does not match any associated ${noun} on this account.`,
    )
  }
  return intent
}
