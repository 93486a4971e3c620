import { spawnSync } from 'node:child_process'
import path from 'node:path'
import { type Command, codes, Refused } from './command.ts'
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
import { openContext } from './context.ts'

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

process.exitCode = await main(process.argv.slice(2))

async function main([name = '', ...args]: readonly string[]): Promise<number> {
  const command = commands[name]
  if (!command && name !== '' && name !== 'help') return askShop([name, ...args])
  if (!command) return usage()
  try {
    const context = openContext(args)
    const { lines, data, code = codes.done } = await command.run(context)
    process.stdout.write(
      context.options.json ? `${JSON.stringify(data ?? { lines })}\n` : lines.map((line) => `${line}\n`).join(''),
    )
    return code
  } catch (error) {
    process.stderr.write(`${sentenceOf(error)}\n`)
    if (error instanceof Refused && error.code === codes.wrongUse)
      process.stderr.write(`Usage: ${name} ${command.takes}\n`)
    return error instanceof Refused ? error.code : codes.failed
  }
}

// What is asked of the shop itself, of the database that DATABASE_URL names: it is the same program on a machine.
function askShop(words: readonly string[]): number {
  const { status } = spawnSync(process.execPath, ['--disable-warning=ExperimentalWarning', shopsOwn, ...words], {
    stdio: 'inherit',
  })
  return status ?? codes.failed
}

function usage(): number {
  const lines = Object.entries(commands).map(([name, { what, takes }]) => `  ${name} ${takes}\n      ${what}`)
  process.stderr.write(
    `Usage: npm run ops -- <command> [--env dev|staging|prod] [--dry-run] [--json] [--yes]\n${lines.join('\n')}\n\nAnd of the shop itself:\n`,
  )
  askShop([])
  return codes.wrongUse
}

function sentenceOf(error: unknown): string {
  if (error instanceof Refused) return error.message
  const name = error instanceof Error ? error.name : ''
  if (/Credentials|ExpiredToken|UnrecognizedClient|InvalidClientToken/.test(name))
    return 'AWS does not know you. Sign in (aws sso login, or AWS_PROFILE) and try again.'
  if (/AccessDenied/.test(name)) return `AWS does not let you: ${error instanceof Error ? error.message : ''}`
  return `It failed: ${error instanceof Error ? error.message : String(error)}`
}
