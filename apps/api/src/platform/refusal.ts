/**
 * A refusal is the shop saying "no" to something well formed: not found, too late, sold out.
 * It is an expected answer, so it is never logged as an error and never pages anyone.
 * Anything else that is thrown is a bug and becomes a 500.
 */
export class Refusal extends Error {
  override readonly name = 'Refusal'
  readonly status: 400 | 401 | 402 | 403 | 404 | 409 | 410 | 413 | 422 | 429 | 503
  readonly code: string
  /** What a client may want to show beside the sentence: the new price, the windows still open. */
  readonly extra: Readonly<Record<string, unknown>>

  constructor(status: Refusal['status'], code: string, message: string, extra: Refusal['extra'] = {}) {
    super(message)
    this.status = status
    this.code = code
    this.extra = extra
  }
}

/** For what must be true unless the code is wrong. Never for what a person may have typed. */
export function invariant(condition: unknown, message: string): asserts condition {
  if (!condition) throw new Error(`invariant broken: ${message}`)
}
