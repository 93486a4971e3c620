/** An answer of the provider that is not of the form it was asked for. */
export class UnreadableAnswer extends Error {
  override readonly name = 'UnreadableAnswer'
}

/** Why the hosted writer failed, as one word for the log. Messages of errors stay out of it: they may repeat what was asked. */
export function failureCode(error: unknown, limit: AbortSignal): string {
  if (limit.aborted) return 'timeout'
  if (error instanceof UnreadableAnswer) return 'malformed'
  const status = error instanceof Error && 'status' in error ? error.status : undefined
  if (typeof status === 'number') return `http-${status}`
  // The clients' errors keep the name of Error; their classes are loaded only with them.
  const name = error instanceof Error ? error.constructor.name : ''
  if (name.startsWith('APIConnectionTimeout')) return 'timeout'
  if (name.startsWith('APIConnection')) return 'unreachable'
  if (error instanceof SyntaxError) return 'malformed'
  return 'failed'
}
