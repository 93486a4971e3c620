import { spawnSync } from 'node:child_process'
import path from 'node:path'
import { type Command, codes, type Outcome, Refused, sentenceOf } from './command.ts'
import { cost } from './commands/cost.ts'
import { db } from './commands/db.ts'
import { deploy } from './commands/deploy.ts'
import { doctor } from './commands/doctor.ts'
import { down } from './commands/down.ts'
import { logs } from './commands/logs.ts'
import { plan } from './commands/plan.ts'
import { release } from './commands/release.ts'
import { rollback } from './commands/rollback.ts'
import { secrets } from './commands/secrets.ts'
import { status } from './commands/status.ts'
import { up } from './commands/up.ts'
import { verify } from './commands/verify.ts'
import { everywhere, openContext } from './context.ts'

/** The operator's commands, by name. */
const commands: Readonly<Record<string, Command>> = {
  doctor,
  plan,
  up,
  down,
  secrets,
  release,
  deploy,
  rollback,
  verify,
  db,
  logs,
  status,
  cost,
}

const shopsOwn = path.join(import.meta.dirname, '../../apps/api/src/entry/ops.ts')
const helpWords = ['help', '--help', '-h']

process.exitCode = await main(process.argv.slice(2))

async function main([name = '', ...args]: readonly string[]): Promise<number> {
  if (name === '' || helpWords.includes(name)) return usage(name)
  const command = commands[name]
  if (!command) return name.startsWith('-') ? optionFirst(name) : askShop([name, ...args])
  if (args.some((word) => helpWords.slice(1).includes(word))) {
    process.stdout.write(`${usageOf(name, command)}\n`)
    return codes.done
  }
  const isForPrograms = args.includes('--json')
  try {
    const context = openContext(args, {}, command)
    const { lines, data, code = codes.done } = soberly(context.withheld, await command.run(context))
    process.stdout.write(
      isForPrograms ? `${JSON.stringify(data ?? { lines })}\n` : lines.map((line) => `${line}\n`).join(''),
    )
    return code
  } catch (error) {
    const code = error instanceof Refused ? error.code : codes.failed
    process.stderr.write(`${sentenceOf(error)}\n`)
    if (code === codes.wrongUse) process.stderr.write(`Usage: ${usageOf(name, command)}\n`)
    // Whoever reads our answer as JSON gets JSON, whatever it is.
    if (isForPrograms) process.stdout.write(`${JSON.stringify({ error: sentenceOf(error), code })}\n`)
    return code
  }
}

// What was only rehearsed is not said to be done.
function soberly(withheld: readonly string[], outcome: Outcome): Outcome {
  return withheld.length === 0 ? outcome : { lines: ['Nothing was changed.'], data: { would: withheld } }
}

function usageOf(name: string, { what, takes }: Command): string {
  return `npm run ops -- ${name} ${takes} ${everywhere}`.replace('  ', ' ') + `\n  ${what}`
}

// What is asked of the shop itself, of the database that DATABASE_URL names: it is the same program on a machine.
function askShop(words: readonly string[]): number {
  const { status, stderr } = spawnSync(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', shopsOwn, ...words],
    { stdio: ['inherit', 'inherit', 'pipe'], encoding: 'utf8' },
  )
  process.stderr.write(stderr)
  if (status === codes.wrongUse && stderr.startsWith('There is no command'))
    process.stderr.write(`And for AWS: ${Object.keys(commands).join(', ')}. npm run ops -- help says what each does.\n`)
  return status ?? codes.failed
}

function optionFirst(name: string): number {
  process.stderr.write(`The command comes first, and ${name} after it. npm run ops -- help lists all commands.\n`)
  return codes.wrongUse
}

// Asked for, help is an answer; where nothing was asked for, it is a complaint.
function usage(name: string): number {
  const lines = Object.entries(commands).map(([known, { what, takes }]) => `  ${known} ${takes}\n      ${what}`)
  const out = helpWords.includes(name) ? process.stdout : process.stderr
  out.write(
    `Usage: npm run ops -- <command> ${everywhere}\n${lines.join('\n')}\n\nIt ends with 0 done, 1 failed, 2 something is amiss, 64 asked for wrongly, 69 not there, 77 not agreed to.\n\nAnd of the shop itself:\n`,
  )
  const { stderr } = spawnSync(process.execPath, ['--disable-warning=ExperimentalWarning', shopsOwn], {
    encoding: 'utf8',
  })
  out.write(stderr.replace(/^Usage:.*\n/, ''))
  return helpWords.includes(name) ? codes.done : codes.wrongUse
}
