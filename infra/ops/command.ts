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
  /** The words and options that follow its name. */
  readonly takes: string
  readonly run: (context: Context) => Promise<Outcome>
}

/** How a command ends, for scripts: done; failed; looked, and found something amiss; asked for wrongly; not agreed to. */
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
