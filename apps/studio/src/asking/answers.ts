import type { Answered, Asked, Line } from '@flora/client/client.ts'
import type { Problem } from '@flora/contract/problem.ts'
import { nowMs } from '@flora/calendar/wall-time.ts'
import { problemOf, shop } from './shop.ts'

/** What is known of one question to the shop. A new object whenever something about it changed. */
export interface Known {
  readonly data?: unknown
  readonly problem?: Problem
  readonly isAsking: boolean
  /** When the answer came, by this machine's clock; 0 for never. */
  readonly at: number
}

interface Question {
  readonly line: Line
  readonly asked: unknown
  known: Known
  running: Promise<void> | undefined
  /** Something changed while it was being asked: the answer under way may not know of it. */
  isOutrun: boolean
  readonly listeners: Set<() => void>
}

// Answers to questions that nobody looks at are kept for the way back, not for ever.
const mostKept = 60

const questions = new Map<string, Question>()

export function keyOf(line: Line, asked: unknown): string {
  return `${line} ${JSON.stringify(asked)}`
}

export function questionFor<L extends Line>(line: L, asked: Asked<L>): string {
  const key = keyOf(line, asked)
  const found = questions.get(key)
  if (found) return key
  questions.set(key, {
    line,
    asked,
    known: { isAsking: false, at: 0 },
    running: undefined,
    isOutrun: false,
    listeners: new Set(),
  })
  forgetSome()
  return key
}

export function knownOf(key: string): Known | undefined {
  return questions.get(key)?.known
}

export function listenTo(key: string, listener: () => void): () => void {
  const question = questions.get(key)
  question?.listeners.add(listener)
  return () => void question?.listeners.delete(listener)
}

/** Asks, unless it is being asked; shows the last answer meanwhile. */
export function ask(key: string): Promise<void> {
  const question = questions.get(key)
  if (!question) return Promise.resolve()
  question.running ??= run(question)
  return question.running
}

async function run(question: Question): Promise<void> {
  tell(question, { ...question.known, isAsking: true })
  do {
    question.isOutrun = false
    try {
      const data = await shop.call(question.line, question.asked as never)
      tell(question, { data, isAsking: question.isOutrun, at: nowMs() })
    } catch (error) {
      const { data, at } = question.known
      tell(question, {
        ...(data !== undefined && { data }),
        at,
        isAsking: question.isOutrun,
        problem: problemOf(error),
      })
    }
  } while (question.isOutrun)
  question.running = undefined
}

function tell(question: Question, known: Known): void {
  question.known = known
  for (const listener of question.listeners) listener()
}

/**
 * Something changed: what is being looked at is asked again at once, the rest when somebody looks. `lines` begins with what to ask
 * again, such as 'GET /orders'; everything unless said.
 */
export function askAgain(lines = 'GET '): void {
  for (const [key, question] of questions) {
    if (!question.line.startsWith(lines)) continue
    if (question.running) question.isOutrun = true
    else if (question.listeners.size > 0) void ask(key)
    else question.known = { ...question.known, at: 0 }
  }
}

/** The answer to a question is known from elsewhere: an action answered with it. */
export function learn<L extends Line>(line: L, asked: Asked<L>, data: Answered<L>): void {
  const question = questions.get(questionFor(line, asked))
  if (!question) return
  if (question.running) question.isOutrun = true
  tell(question, { data, isAsking: question.known.isAsking, at: nowMs() })
}

/** Somebody else sits here now: nothing that was shown to the one before is kept. */
export function forgetAll(): void {
  questions.clear()
}

function forgetSome(): void {
  for (const [key, { listeners, running }] of questions) {
    if (questions.size <= mostKept) return
    if (listeners.size === 0 && !running) questions.delete(key)
  }
}
