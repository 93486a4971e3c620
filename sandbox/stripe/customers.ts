import type Stripe from 'stripe'
import { addressParams, shippingParams, toAddress, toShipping } from './addresses.ts'
import { asTable, listParams, type Page, pageOf } from './lists.ts'
import { changeMetadata, metadata } from './metadata.ts'
import { hash, list, oneOf, paramsOf, type Read, required, text, unsettable } from './params.ts'
import { attachPaymentMethod, detachPaymentMethod, findPaymentMethod } from './payment-methods.ts'
import { invalidRequest, resourceMissing } from './stripe-errors.ts'
import { idOf, type World } from './world.ts'

export const customerParams = paramsOf<Stripe.CustomerUpdateParams>()({
  address: unsettable(hash(addressParams)),
  description: unsettable(text()),
  email: unsettable(text(512)),
  invoice_settings: hash({ default_payment_method: unsettable(text()) }),
  metadata: metadata(),
  name: unsettable(text(256)),
  phone: unsettable(text(20)),
  preferred_locales: list(text()),
  shipping: unsettable(hash(shippingParams)),
})
export const customerCreateParams = paramsOf<Stripe.CustomerCreateParams>()({
  ...customerParams,
  payment_method: text(),
})
export const customerListParams = paramsOf<Stripe.CustomerListParams>()({ ...listParams, email: text() })
export const attachParams = paramsOf<Stripe.PaymentMethodAttachParams>()({ customer: required(text()) })
export const customerMethodsParams = paramsOf<Stripe.CustomerListPaymentMethodsParams, 'created'>()({
  ...listParams,
  type: oneOf('card', 'au_becs_debit'),
})
export const methodsParams = paramsOf<Stripe.PaymentMethodListParams, 'created'>()({
  ...customerMethodsParams,
  customer: text(),
})

export function createCustomer(world: World, params: Read<typeof customerCreateParams>): Stripe.Customer {
  const customer: Stripe.Customer = {
    id: world.newId('cus_', 14),
    object: 'customer',
    address: null,
    balance: 0,
    created: world.clock(),
    currency: null,
    customer_account: null,
    default_source: null,
    delinquent: false,
    description: null,
    discount: null,
    email: null,
    invoice_prefix: world.newId('', 8).toUpperCase(),
    invoice_settings: { custom_fields: null, default_payment_method: null, footer: null, rendering_options: null },
    livemode: false,
    metadata: {},
    name: null,
    next_invoice_sequence: 1,
    phone: null,
    preferred_locales: [],
    shipping: null,
    tax_exempt: 'none',
    test_clock: null,
  }
  const { payment_method, ...fields } = params
  const method = payment_method ? findPaymentMethod(world, payment_method, 'payment_method') : undefined
  change(customer, fields)
  if (method) attachPaymentMethod(world, method, customer.id)
  checkDefaultMethod(world, customer.id, fields.invoice_settings?.default_payment_method)
  world.customers.put(customer)
  world.announce('customer.created', customer)
  return customer
}

export function updateCustomer(world: World, id: string, params: Read<typeof customerParams>): Stripe.Customer {
  const customer = liveCustomer(world, id, 'id')
  checkDefaultMethod(world, id, params.invoice_settings?.default_payment_method)
  const before: Record<string, unknown> = { ...customer }
  change(customer, params)
  world.customers.put(customer)
  const changed = Object.entries(before).filter(([name]) => name in params)
  world.announce('customer.updated', customer, Object.fromEntries(changed))
  return customer
}

/** A customer, or the stump of a deleted one, as Stripe answers. */
export function retrieveCustomer(world: World, id: string): Stripe.Customer | Stripe.DeletedCustomer {
  if (world.deletedCustomers.find(id)) return { id, object: 'customer', deleted: true }
  return liveCustomer(world, id, 'id')
}

export function deleteCustomer(world: World, id: string): Stripe.DeletedCustomer {
  const customer = liveCustomer(world, id, 'id')
  for (const method of methodsOf(world, id)) detachPaymentMethod(world, method.id)
  world.customers.remove(id)
  world.deletedCustomers.put({ id, created: customer.created })
  world.announce('customer.deleted', customer)
  return { id, object: 'customer', deleted: true }
}

export function listCustomers(world: World, params: Read<typeof customerListParams>): Stripe.ApiList<Stripe.Customer> {
  const { email } = params
  return pageOf(world.customers, '/v1/customers', 'customer', params, (each) => !email || each.email === email)
}

/** A customer that exists and was not deleted; anything else is missing. */
export function liveCustomer(world: World, id: string, param: string): Stripe.Customer {
  const customer = world.customers.find(id)
  if (!customer) throw resourceMissing('customer', id, param)
  return customer
}

export function attachToCustomer(world: World, id: string, customer: string): Stripe.PaymentMethod {
  const method = findPaymentMethod(world, id, 'id')
  return attachPaymentMethod(world, method, liveCustomer(world, customer, 'customer').id)
}

export function listPaymentMethods(
  world: World,
  { customer, ...page }: Read<typeof methodsParams>,
): Stripe.ApiList<Stripe.PaymentMethod> {
  // Without a customer Stripe lists nothing a shop could use; only Treasury accounts have methods of their own.
  const methods = customer ? methodsOf(world, liveCustomer(world, customer, 'customer').id) : []
  return pageOfMethods(methods, '/v1/payment_methods', page)
}

export function listCustomerMethods(
  world: World,
  customer: string,
  page: Read<typeof customerMethodsParams>,
): Stripe.ApiList<Stripe.PaymentMethod> {
  const methods = methodsOf(world, liveCustomer(world, customer, 'id').id)
  return pageOfMethods(methods, `/v1/customers/${customer}/payment_methods`, page)
}

export function retrieveCustomerMethod(world: World, customer: string, id: string): Stripe.PaymentMethod {
  liveCustomer(world, customer, 'id')
  const method = world.paymentMethods.find(id)
  if (!method || idOf(method.customer) !== customer) throw resourceMissing('PaymentMethod', id, 'id')
  return method
}

function pageOfMethods(methods: Stripe.PaymentMethod[], url: string, page: Page & { type?: string }) {
  return pageOf(asTable(methods), url, 'PaymentMethod', page, (each) => !page.type || each.type === page.type)
}

function methodsOf(world: World, customer: string): Stripe.PaymentMethod[] {
  return [...world.paymentMethods.oldestFirst()].filter((method) => idOf(method.customer) === customer)
}

function checkDefaultMethod(world: World, customer: string, method: string | null | undefined): void {
  if (!method) return
  if (idOf(findPaymentMethod(world, method, 'invoice_settings[default_payment_method]').customer) === customer) return
  const param = 'invoice_settings[default_payment_method]'
  throw invalidRequest('The customer does not have a payment method with this ID.', { code: 'resource_missing', param })
}

function change(customer: Stripe.Customer, params: Read<typeof customerParams>): void {
  const { address, shipping, invoice_settings, metadata: metadataChange, ...plain } = params
  customer.metadata = changeMetadata(customer.metadata, metadataChange)
  Object.assign(customer, plain)
  if (address !== undefined) customer.address = address && toAddress(address)
  if (shipping !== undefined) customer.shipping = shipping && toShipping(shipping)
  const method = invoice_settings?.default_payment_method
  if (method !== undefined) customer.invoice_settings = { ...customer.invoice_settings, default_payment_method: method }
}
