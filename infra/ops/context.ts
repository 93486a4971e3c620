import { createInterface } from 'node:readline/promises'
import { resolveNs } from 'node:dns/promises'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { type Account, openAccount } from './account.ts'
import { type Command, codes, Refused } from './command.ts'
import { valueIn } from './values.ts'

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
  from: { type: 'string' },
  only: { type: 'string' },
  since: { type: 'string' },
  mailbox: { type: 'string' },
  'without-order': { type: 'boolean' },
  'work-tree': { type: 'boolean' },
  'breaks-contract': { type: 'boolean' },
  'no-snapshot': { type: 'boolean' },
} as const

/** What every command takes. */
export const everywhere = '[--env dev|staging|prod] [--region ap-southeast-2] [--dry-run] [--json] [--yes]'

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
  /** What `change` did not do, since it was only asked what it would do. */
  readonly withheld: readonly string[]
  /** The project's folder, in which releases are packed and the released contract lies. */
  readonly project: string
  /** Where Terraform's roots are. */
  readonly terraform: string
  readonly now: () => Temporal.Instant
  /** Waits between two looks at something that takes its time. */
  readonly pause: () => Promise<void>
  /** Who answers for a domain, as the world sees it. */
  readonly nameServers: (domain: string) => Promise<string[]>
}

/** Reads what was typed after a command's name. */
export function openContext(
  args: readonly string[],
  given: Partial<Context> = {},
  command?: Pick<Command, 'takes' | 'words'>,
): Context {
  const { values, positionals } = parse(args)
  if (command) refuseStrange(command, values, positionals)
  const environment = environments.find((name) => name === (values.env ?? process.env['FLORA_ENV'] ?? 'dev'))
  if (!environment) throw new Refused(`--env is one of: ${environments.join(', ')}.`, codes.wrongUse)
  // What Terraform is told is where everything is, whatever the terminal was used for before.
  const told = `${environment}/common.tfvars`
  const region = values.region ?? valueIn(told, 'region') ?? process.env['AWS_REGION'] ?? 'ap-southeast-2'
  if (!/^[a-z]{2}(-[a-z]+)+-\d$/.test(region))
    throw new Refused(`--region is one of AWS’s, such as ap-southeast-2, and not “${region}”.`, codes.wrongUse)
  const withheld: string[] = []
  const say = given.say ?? ((sentence: string) => void process.stderr.write(`  ${sentence}\n`))
  return {
    words: positionals,
    options: values,
    environment,
    account: openAccount({ environment, region, number: valueIn(told, 'account_id') }),
    say,
    confirm: (what, word) => confirm(what, word, values),
    change: async (what, work) => {
      say(values['dry-run'] ? `would: ${what}` : what)
      if (!values['dry-run']) return work()
      withheld.push(what)
      return undefined
    },
    withheld,
    project: path.join(import.meta.dirname, '../..'),
    terraform: path.join(import.meta.dirname, '../terraform'),
    now: () => Temporal.Now.instant(),
    pause: () => new Promise((resolve) => setTimeout(resolve, 3_000)),
    nameServers: (domain) => resolveNs(domain).catch(() => []),
    ...given,
  }
}

function parse(args: readonly string[]): { values: Options; positionals: string[] } {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true, strict: true })
  } catch (error) {
    const [sentence] = (error instanceof Error ? error.message : String(error)).split('. To specify')
    throw new Refused(`${sentence}.`.replace(/\.\.$/, '.'), codes.wrongUse)
  }
}

// An option that is not heeded would be a promise that is not kept.
function refuseStrange({ takes, words }: Pick<Command, 'takes' | 'words'>, values: Options, given: readonly string[]) {
  const known = new Set([...`${takes} ${everywhere}`.matchAll(/--([a-z-]+)/g)].map(([, name]) => name))
  const strange = Object.keys(values).find((name) => !known.has(name))
  if (strange !== undefined) throw new Refused(`--${strange} means nothing here.`, codes.wrongUse)
  if (given.length > words) throw new Refused(`“${given[words]}” is one word too many.`, codes.wrongUse)
}

async function confirm(what: string, word: string, values: Options): Promise<void> {
  if (values.yes || values['dry-run']) return
  if (!process.stdin.isTTY) throw new Refused(`${what} Nobody is there to be asked: say --yes.`, codes.declined)
  const talk = createInterface({ input: process.stdin, output: process.stderr })
  // Ctrl-D and Ctrl-C are a no as well.
  const gone = new Promise<string>((resolve) => talk.once('close', () => resolve('')).once('SIGINT', () => resolve('')))
  const answer = await Promise.race([talk.question(`${what} Type ${word} to go on: `), gone])
  talk.close()
  if (answer.trim() !== word) throw new Refused('Nothing was done.', codes.declined)
}
