import type { Message, Program } from './program.ts'

/** Asks a program something and waits for what it says. */
export type Ask = <Answer>(what: string, ...args: readonly unknown[]) => Promise<Answer>

/** A line to a program that answers by `answerOnLine`. */
export function lineTo(program: Program): Ask {
  const waiting = new Map<number, { resolve: (answer: never) => void; reject: (error: Error) => void }>()
  let count = 0
  program.onMessage((message) => {
    const { answerTo, answer, error } = message
    const asked = waiting.get(Number(answerTo))
    if (!asked) return
    waiting.delete(Number(answerTo))
    if (typeof error === 'string') asked.reject(new Error(error))
    else asked.resolve(answer as never)
  })
  return (what, ...args) =>
    new Promise((resolve, reject) => {
      count += 1
      waiting.set(count, { resolve, reject })
      program.say({ number: count, what, args })
    })
}

/** The other end: a program answers what it is asked, by name, and ends with the one who asks. */
export function answerOnLine(answers: Readonly<Record<string, (...args: never[]) => unknown>>): void {
  process.on('message', async ({ number, what, args }: Message) => {
    try {
      const answer = await answers[String(what)]!(...(args as never[]))
      process.send?.({ answerTo: number, answer: answer ?? null })
    } catch (error) {
      process.send?.({ answerTo: number, error: String(error) })
    }
  })
  process.on('SIGTERM', () => process.exit(0))
  process.on('disconnect', () => process.exit(0))
}
