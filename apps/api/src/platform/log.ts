import pino, { type DestinationStream, type Logger, type LoggerOptions } from 'pino'

export type Log = Logger

// What people typed, and what opens doors, is never written down, wherever in an object it hides.
const secret = [
  'authorization',
  'cookie',
  'set-cookie',
  'email',
  'phone',
  'name',
  'line1',
  'line2',
  'cardMessage',
  'card_message',
  'instructions',
  'recipient',
  'buyer',
  'clientSecret',
  'client_secret',
  'link',
  'token',
  'code_hash',
  'password',
]

/**
 * A log of JSON lines, on stdout unless said. Levels: error pages somebody, warn is looked at in the morning, info is history. `here` says
 * with each line what is under way.
 */
export function openLog(level: string, to: DestinationStream = pino.destination(1), here?: () => object): Log {
  const settings: LoggerOptions = {
    level,
    base: null,
    ...(here && { mixin: here }),
    timestamp: pino.stdTimeFunctions.isoTime,
    redact: { paths: secret.flatMap((key) => [`["${key}"]`, `*["${key}"]`, `*.*["${key}"]`]), censor: '(kept back)' },
    serializers: { err: errorWithoutValues },
  }
  return pino(settings, to)
}

// A database error carries the statement's values in `detail` and `params`; they may be a customer's.
function errorWithoutValues(error: unknown): object {
  if (!(error instanceof Error)) return { message: messageIn(error) }
  const cause = error.cause instanceof Error ? errorWithoutValues(error.cause) : undefined
  const code = 'code' in error ? String(error.code) : undefined
  const message = error.message.split('\nparams:')[0]
  const stack = error.stack
    ?.split('\n')
    .filter((line) => line.startsWith('    at '))
    .join('\n')
  return { type: error.name, message, ...(code && { code }), stack, ...(cause && { cause }) }
}

// The job queue tells of an error as an object that has its message; of other fields nobody knows what they hold.
function messageIn(thrown: unknown): string {
  const isTold = typeof thrown === 'object' && thrown !== null && 'message' in thrown
  return String(isTold ? thrown.message : thrown).split('\nparams:')[0]!
}
