import { createInterface } from 'node:readline/promises'
import { parseArgs } from 'node:util'
import { type Account, openAccount } from './account.ts'
import { codes, Refused } from './command.ts'

export const environments = ['dev', 'staging', 'prod'] as const
export type EnvironmentName = (typeof environments)[number]

// One list for all commands: an option means the same wherever it is taken.
const options = {
  env: { type: 'string' },
  region: { type: 'string' },
  'dry-run': { type: 'boolean' },
  json: { type: 'boolean' },
  yes: { type: 'boolean' },
  show: { type: 'boolean' },
  file: { type: 'string' },
  url: { type: 'string' },
  to: { type: 'string' },
  only: { type: 'string' },
  since: { type: 'string' },
  mailbox: { type: 'string' },
  'without-order': { type: 'boolean' },
  'work-tree': { type: 'boolean' },
  'breaks-contract': { type: 'boolean' },
  'no-snapshot': { type: 'boolean' },
} as const

type Options = {
  -readonly [Name in keyof typeof options]?: (typeof options)[Name]['type'] extends 'string' ? string : boolean
}

/** What a command has to do with: what was asked, the account, and somebody to talk to. */
export interface Context {
  readonly words: readonly string[]
  readonly options: Readonly<Options>
  readonly environment: EnvironmentName
  readonly account: Account
  /** Progress, on the error stream: what is printed stays for programs. */
  readonly say: (sentence: string) => void
  /** Asks for a word before something is lost; `--yes` answers. Refuses where nobody can be asked. */
  readonly confirm: (what: string, word: string) => Promise<void>
  /** Does it, or with `--dry-run` says what would be done. */
  readonly change: <T>(what: string, work: () => Promise<T>) => Promise<T | undefined>
  readonly now: () => Temporal.Instant
  /** Waits between two looks at something that takes its time. */
  readonly pause: () => Promise<void>
}

/** Reads what was typed after a command's name. */
export function openContext(args: readonly string[], given: Partial<Context> = {}): Context {
  const { values, positionals } = parse(args)
  const environment = environments.find((name) => name === (values.env ?? process.env['FLORA_ENV'] ?? 'dev'))
  if (!environment) throw new Refused(`--env is one of: ${environments.join(', ')}.`, codes.wrongUse)
  const region = values.region ?? process.env['AWS_REGION'] ?? 'ap-southeast-2'
  const say = given.say ?? ((sentence: string) => void process.stderr.write(`  ${sentence}\n`))
  return {
    words: positionals,
    options: values,
    environment,
    account: openAccount({ environment, region }),
    say,
    confirm: (what, word) => confirm(what, word, values),
    change: async (what, work) => {
      say(values['dry-run'] ? `would: ${what}` : what)
      return values['dry-run'] ? undefined : work()
    },
    now: () => Temporal.Now.instant(),
    pause: () => new Promise((resolve) => setTimeout(resolve, 3_000)),
    ...given,
  }
}

function parse(args: readonly string[]): { values: Options; positionals: string[] } {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true, strict: true })
  } catch (error) {
    throw new Refused(error instanceof Error ? error.message : String(error), codes.wrongUse)
  }
}

async function confirm(what: string, word: string, values: Options): Promise<void> {
  if (values.yes || values['dry-run']) return
  if (!process.stdin.isTTY) throw new Refused(`${what} Nobody is there to be asked: say --yes.`, codes.declined)
  const talk = createInterface({ input: process.stdin, output: process.stderr })
  const answer = await talk.question(`${what} Type ${word} to go on: `).finally(() => talk.close())
  if (answer.trim() !== word) throw new Refused('Nothing was done.', codes.declined)
}
