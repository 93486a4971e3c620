import type Stripe from 'stripe'
import { invalidRequest } from './stripe-errors.ts'
import type { World } from './world.ts'

type Thing = Record<string, unknown>

/** Stripe expands four levels deep and no further. */
const MAX_DEPTH = 4

/**
 * A copy of an answer in which the named ids are replaced by what they stand for. The kept objects stay as they are.
 */
export function expand(world: World, answer: object, paths: readonly string[]): object {
  return paths.reduce((sofar, path) => {
    const steps = path.split('.')
    if (steps.length > MAX_DEPTH) throw cannotExpand(path)
    return expandPath(world, sofar as Thing, steps, path)
  }, answer)
}

function expandPath(world: World, thing: Thing, [step, ...rest]: readonly string[], path: string): Thing {
  if (step === undefined) return thing
  // A field that is there and empty is expanded to nothing; only one that is not there cannot be.
  const value = step in thing ? thing[step] : lazyList(world, thing, step)
  if (value === undefined) throw cannotExpand(path)
  if (value === null) return thing
  if (Array.isArray(value)) {
    return { ...thing, [step]: value.map((each) => expandPath(world, each as Thing, rest, path)) }
  }
  const whole = typeof value === 'string' ? lookUp(world, thing, step, value) : (value as Thing)
  if (!whole) throw cannotExpand(path)
  return { ...thing, [step]: expandPath(world, whole, rest, path) }
}

function lookUp(world: World, thing: Thing, step: string, id: string): Thing | undefined {
  const table = tableOf(world, thing, step)
  const found = table?.find(id) ?? (step === 'customer' ? deletedCustomer(world, id) : undefined)
  return found as Thing | undefined
}

function tableOf(world: World, thing: Thing, step: string): { find(id: string): object | undefined } | undefined {
  switch (step) {
    case 'latest_charge':
    case 'charge':
      return world.charges
    case 'payment_method':
    case 'default_payment_method':
      return world.paymentMethods
    case 'payment_intent':
      return world.intents
    case 'customer':
      return world.customers
    case 'balance_transaction':
    case 'failure_balance_transaction':
      return world.balance
    case 'source':
      return thing.object !== 'balance_transaction'
        ? undefined
        : thing.type === 'refund'
          ? world.refunds
          : world.charges
    default:
      return undefined
  }
}

// A charge shows its refunds only to those who ask.
function lazyList(world: World, thing: Thing, step: string): Stripe.ApiList<Stripe.Refund> | undefined {
  if (thing.object !== 'charge' || step !== 'refunds') return undefined
  const id = String(thing.id)
  const data = world.refunds.listBy('charge', id).toReversed()
  return { object: 'list', data: data.slice(0, 10), has_more: data.length > 10, url: `/v1/charges/${id}/refunds` }
}

function deletedCustomer(world: World, id: string): Stripe.DeletedCustomer | undefined {
  return world.deletedCustomers.find(id) && { id, object: 'customer', deleted: true }
}

function cannotExpand(path: string) {
  return invalidRequest(`This property cannot be expanded (${path}).`, { param: 'expand' })
}
