import { readFileSync } from 'node:fs'

/** An answer of Flora's as it was on the wire. */
export interface KnownAnswer {
  readonly path: string
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
}

/** The answers a ceiling sends again, by their path; the file is named on the command line. */
export function knownAnswers(): Map<string, { headers: Record<string, string>; body: Buffer }> {
  const answers = JSON.parse(readFileSync(process.argv[2]!, 'utf8')) as KnownAnswer[]
  return new Map(answers.map(({ path, headers, body }) => [path, { headers, body: Buffer.from(body) }]))
}
