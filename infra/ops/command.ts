import type { Context } from './context.ts'

/** What became of a command: sentences for people, the same as data for programs, and how it ends. */
export interface Outcome {
  readonly lines: readonly string[]
  readonly data?: unknown
  readonly code?: number
}

/** One of the operator's commands. */
export interface Command {
  readonly what: string
  /** The words and options that follow its name. What is not named here is refused. */
  readonly takes: string
  /** How many words may follow its name; one too many is a mistake that somebody should hear of. */
  readonly words: number
  readonly run: (context: Context) => Promise<Outcome>
}

/** How a command ends, for scripts: done; failed; looked, and found something amiss; asked for wrongly; not there; not agreed to. */
export const codes = { done: 0, failed: 1, amiss: 2, wrongUse: 64, notThere: 69, declined: 77 } as const

/** An expected no, in a sentence that says what to do. */
export class Refused extends Error {
  override readonly name = 'Refused'
  readonly code: number

  constructor(sentence: string, code: number = codes.failed) {
    super(sentence)
    this.code = code
  }
}

/** One of the words that are known there; else a refusal that names them. */
export function choice<const T extends string>(given: string | undefined, known: readonly T[], what: string): T {
  const found = known.find((word) => word === given)
  if (found === undefined) throw new Refused(`${what} is one of: ${known.join(', ')}.`, codes.wrongUse)
  return found
}

/** What went wrong, in a sentence for the operator. */
export function sentenceOf(error: unknown): string {
  if (error instanceof Refused) return error.message
  const name = error instanceof Error ? error.name : ''
  const said =
    error instanceof Error ? error.message || String((error as { code?: string }).code ?? name) : String(error)
  if (/Credentials|ExpiredToken|UnrecognizedClient|InvalidClientToken|TokenProvider/.test(name))
    return `AWS does not know you (${said}). Sign in (aws sso login, or AWS_PROFILE) and try again.`
  if (/AccessDenied|Forbidden|^403$/.test(name)) return `AWS does not let you: ${said}`
  if (/ENOTFOUND|ECONNREFUSED|EAI_AGAIN|TimeoutError/.test(`${name} ${said}`)) return `Nobody answers: ${said}`
  return `It failed: ${said}`
}
