import { z } from 'zod'
import { type SignInProblem, SignInStopped } from './problem.ts'

// Codes of the client library for answers that are none: too late, an error page, something that is no JSON.
const downCodes = [
  'OAUTH_TIMEOUT',
  'OAUTH_ABORT',
  'OAUTH_RESPONSE_IS_NOT_CONFORM',
  'OAUTH_RESPONSE_IS_NOT_JSON',
  'OAUTH_PARSE_ERROR',
]

/** What a failed talk with a provider means for whoever signs in; an error that is no such failure comes back as it is. */
export function toStop(error: unknown): unknown {
  const problem = problemOf(error)
  return problem ? new SignInStopped(problem, { cause: error }) : error
}

// By the library's codes rather than its classes: to know those it would have to be loaded at every start.
function problemOf(error: unknown): SignInProblem | undefined {
  if (error instanceof z.ZodError) return 'provider-wrong'
  if (!(error instanceof Error)) return undefined
  const code = 'code' in error ? String(error.code) : undefined
  // The network itself: refused, cut off, a name that nobody knows.
  if (error instanceof TypeError && code === undefined && error.message === 'fetch failed') return 'provider-down'
  if (!code?.startsWith('OAUTH_')) return undefined
  if (downCodes.includes(code)) return 'provider-down'
  if (code === 'OAUTH_AUTHORIZATION_RESPONSE_ERROR')
    return isItsOwnTrouble(error) ? 'provider-down' : 'provider-refused'
  return code === 'OAUTH_RESPONSE_BODY_ERROR' && isItsOwnTrouble(error) ? 'provider-down' : 'provider-wrong'
}

function isItsOwnTrouble(error: Error): boolean {
  const said = 'error' in error ? String(error.error) : ''
  const status = 'status' in error ? Number(error.status) : 0
  return ['server_error', 'temporarily_unavailable'].includes(said) || status >= 500
}

/** What of a failure may be written down: codes, and never a code that opens something. */
export function describeFault({ cause }: SignInStopped): { fault?: string; said?: string } {
  if (!(cause instanceof Error)) return {}
  const fault = 'code' in cause ? String(cause.code) : cause.name
  return { fault, ...('error' in cause && { said: String(cause.error).slice(0, 80) }) }
}
