import type { FormTree } from './form-encoding.ts'
import { invalidRequest, parameterInvalid, parameterMissing, parameterUnknown } from './stripe-errors.ts'

/** Reads one parameter: what may stand there and what it becomes. */
export interface Spec<T> {
  readonly read: (value: string | FormTree, param: string) => T
  readonly required?: boolean
}

interface Required<T> extends Spec<T> {
  readonly required: true
}

export type Specs = Record<string, Spec<unknown>>

/** The typed parameters a shape reads: required ones are there, the others may be absent. */
export type Read<S extends Specs> = {
  [K in keyof S as S[K] extends Required<unknown> ? K : never]: S[K] extends Spec<infer T> ? T : never
} & {
  [K in keyof S as S[K] extends Required<unknown> ? never : K]?: S[K] extends Spec<infer T> ? T : never
}

/**
 * Specs whose every name is a parameter of Stripe's, as its own types have it; `Extra` names what only Stripe.js
 * sends.
 */
export function paramsOf<T, Extra extends string = never>() {
  return <S extends Specs>(specs: S & Record<Exclude<keyof S, keyof T | Extra>, never>): S => specs
}

/** What reading `specs` gives, from the outermost level of a request. */
export function readParams<S extends Specs>(specs: S, form: FormTree): Read<S> {
  return readFields(specs, form, (name) => name)
}

export function required<T>(spec: Spec<T>): Required<T> {
  return { ...spec, required: true }
}

/** An empty string unsets the value. Without this, an empty string is an error, as at Stripe. */
export function unsettable<T>(spec: Spec<T>): Spec<T | null> {
  return { read: (value, param) => (value === '' ? null : spec.read(value, param)) }
}

export function text(maxLength = 5000): Spec<string> {
  return {
    read(value, param) {
      if (typeof value !== 'string') throw parameterInvalid(param, `Invalid string: ${JSON.stringify(value)}`)
      if (value === '') throw emptyParameter(param)
      if (value.length > maxLength) {
        throw parameterInvalid(
          param,
          `Invalid string: ${value.slice(0, 10)}...; must be at most ${maxLength} characters`,
        )
      }
      return value
    },
  }
}

export function whole(min = 0): Spec<number> {
  return {
    read(value, param) {
      if (value === '') throw emptyParameter(param)
      if (typeof value !== 'string' || !/^-?\d{1,15}$/.test(value)) {
        throw invalidRequest(`Invalid integer: ${value}`, { code: 'parameter_invalid_integer', param })
      }
      const number = Number(value)
      if (number < min) {
        const message = `This value must be greater than or equal to ${min}.`
        throw invalidRequest(message, { code: 'parameter_invalid_integer', param })
      }
      return number
    },
  }
}

export function flag(): Spec<boolean> {
  return {
    read(value, param) {
      if (value === 'true' || value === '1') return true
      if (value === 'false' || value === '0') return false
      throw parameterInvalid(param, `Invalid boolean: ${String(value)}`)
    },
  }
}

export function oneOf<const T extends string>(...allowed: readonly T[]): Spec<T> {
  return {
    read(value, param) {
      const found = allowed.find((each) => each === value)
      if (found === undefined) throw parameterInvalid(param, `Invalid ${param}: must be one of ${allowed.join(', ')}`)
      return found
    },
  }
}

export function hash<S extends Specs>(specs: S): Spec<Read<S>> {
  return {
    read(value, param) {
      if (typeof value === 'string') throw parameterInvalid(param, 'Invalid object')
      return readFields(specs, value, (name) => `${param}[${name}]`)
    },
  }
}

export function list<T>(spec: Spec<T>): Spec<T[]> {
  return {
    read(value, param) {
      if (value === '') return []
      if (typeof value === 'string') throw parameterInvalid(param, 'Invalid array')
      return Object.entries(value).map(([index, item]) => {
        if (!/^\d+$/.test(index)) throw parameterInvalid(param, 'Invalid array')
        return spec.read(item, `${param}[${index}]`)
      })
    },
  }
}

/** Whatever the browser sends beside its request for Stripe's own statistics: taken and thrown away. */
export function ignored(): Spec<null> {
  return { read: () => null }
}

/** A moment or a range of moments, in epoch seconds. */
export interface CreatedFilter {
  gt?: number
  gte?: number
  lt?: number
  lte?: number
}

export function createdFilter(): Spec<CreatedFilter> {
  const range = hash({ gt: whole(), gte: whole(), lt: whole(), lte: whole() })
  return {
    read(value, param) {
      if (typeof value !== 'string') return range.read(value, param)
      const moment = whole().read(value, param)
      return { gte: moment, lte: moment }
    },
  }
}

/** `true`, `false` or one of Stripe's two words for why the customer is away; both words mean true. */
export function offSession(): Spec<boolean> {
  return { read: (value, param) => value === 'one_off' || value === 'recurring' || flag().read(value, param) }
}

function readFields<S extends Specs>(specs: S, form: FormTree, nameOf: (name: string) => string): Read<S> {
  const result: Record<string, unknown> = {}
  for (const name of Object.keys(form)) {
    const spec = Object.hasOwn(specs, name) ? specs[name] : undefined
    if (!spec) throw parameterUnknown(nameOf(name))
    result[name] = spec.read(form[name] ?? '', nameOf(name))
  }
  for (const [name, spec] of Object.entries(specs)) {
    if (spec.required && !(name in result)) throw parameterMissing(nameOf(name))
  }
  return result as Read<S>
}

function emptyParameter(param: string) {
  const message =
    `You passed an empty string for '${param}'. We assume empty values are an attempt to unset a parameter; ` +
    `however '${param}' cannot be unset. You should remove '${param}' from your request or supply a non-empty value.`
  return invalidRequest(message, { code: 'parameter_invalid_empty', param })
}
