import { createHash } from 'node:crypto'
import { canonicalForm } from './form-encoding.ts'
import { invalidRequest, StripeFailure } from './stripe-errors.ts'
import type { Row, Table } from './tables.ts'

/** The first answer to a key; its id is the key. */
export interface RememberedAnswer extends Row {
  path: string
  /** A digest of the parameters, to tell a retry from another request. */
  digest: string
  requestId: string
  status: number
  body: string
}

export interface KeyedRequest {
  key: string
  path: string
  form: string
  requestId: string
}

/** One request under a key, from its beginning to its answer. */
export interface KeyedAttempt {
  /** The answer of an earlier request with this key, to be given again. */
  readonly earlier: RememberedAnswer | undefined
  remember(status: number, body: string): void
  /** The request never began to execute, so the key is free again. */
  abandon(): void
}

export interface Keyring {
  begin(request: KeyedRequest): KeyedAttempt
  /** Lets go of expired keys that nobody asks for any more. */
  forgetOld(): void
}

/** Stripe forgets keys after a day. */
const KEEP_SECONDS = 24 * 60 * 60
const MAX_KEY_LENGTH = 255

/** Stripe's rules for `Idempotency-Key`: replay, refuse other parameters, refuse a second one at the same time. */
export function createKeyring(answers: Table<RememberedAnswer>, clock: () => number): Keyring {
  const underWay = new Set<string>()

  function rememberedAnswer(key: string): RememberedAnswer | undefined {
    const answer = answers.find(key)
    if (!answer || clock() - answer.created < KEEP_SECONDS) return answer
    answers.remove(key)
    return undefined
  }

  return {
    begin({ key, path, form, requestId }) {
      if (key.length > MAX_KEY_LENGTH) throw invalidRequest('Idempotency keys can have up to 255 characters.')
      if (underWay.has(key)) throw keyInUse(key)
      const digest = createHash('sha1').update(canonicalForm(form)).digest('base64')
      const earlier = rememberedAnswer(key)
      if (earlier && earlier.path !== path) throw otherPath(earlier, path)
      if (earlier && earlier.digest !== digest) throw otherParameters(key)

      underWay.add(key)
      return {
        earlier,
        remember(status, body) {
          underWay.delete(key)
          if (!earlier) answers.put({ id: key, created: clock(), path, digest, requestId, status, body })
        },
        abandon: () => void underWay.delete(key),
      }
    },
    forgetOld() {
      for (const { id } of answers.oldestFirst()) rememberedAnswer(id)
    },
  }
}

function keyInUse(key: string): StripeFailure {
  const message =
    'There is currently another in-progress request using this Idempotent Key (that probably means ' +
    `you submitted twice, and the other request is still going through): ${key}. Please try again later.`
  return new StripeFailure(409, { type: 'idempotency_error', code: 'idempotency_key_in_use', message })
}

function otherPath(earlier: RememberedAnswer, path: string): StripeFailure {
  const message =
    `Keys for idempotent requests can only be used for the same endpoint they were first used for ('${path}' vs ` +
    `'${earlier.path}'). Try using a key other than '${earlier.id}' if you meant to execute a different request.`
  return new StripeFailure(400, { type: 'idempotency_error', message })
}

function otherParameters(key: string): StripeFailure {
  const message =
    'Keys for idempotent requests can only be used with the same parameters they were first used with. ' +
    `Try using a key other than '${key}' if you meant to execute a different request.`
  return new StripeFailure(400, { type: 'idempotency_error', message })
}
