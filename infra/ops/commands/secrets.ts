import { randomBytes } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { parseEnv } from 'node:util'
import { RotateSecretCommand } from '@aws-sdk/client-secrets-manager'
import { parameter, parametersBelow, putParameter } from '../account.ts'
import { choice, type Command, codes, type Outcome, Refused } from '../command.ts'
import type { Context } from '../context.ts'
import { askMachines } from '../machines.ts'
import { runs } from './status.ts'

export const secrets: Command = {
  what: 'the shop’s secrets in Parameter Store; values are shown only when asked for',
  takes:
    'list [--show] | set NAME [--file F] | import --file F | pull --file F | rotate SIGNING_KEYS|SEALING_KEY|database',
  words: 2,
  run: (context) => verbs[choice(context.words[0], ['list', 'set', 'import', 'pull', 'rotate'], 'The verb')](context),
}

const verbs = { list, set, import: importAll, pull, rotate }

async function known({ account, environment }: Context): Promise<Map<string, { value: string; at: string }>> {
  const found = await parametersBelow(account, 'secret')
  if (found.length === 0)
    throw new Refused(
      `${environment} has no places for secrets yet in ${account.region}: npm run ops -- up --env ${environment}`,
      codes.notThere,
    )
  return new Map(
    found
      .map(
        (one) =>
          [
            path.posix.basename(one.Name!),
            { value: one.Value!, at: one.LastModifiedDate?.toISOString() ?? '' },
          ] as const,
      )
      .toSorted(([one], [other]) => (one < other ? -1 : 1)),
  )
}

async function list(context: Context): Promise<Outcome> {
  const found = [...(await known(context))].map(([name, { value, at }]) => ({
    name,
    isSet: value !== 'unset',
    changed: at,
    ...(context.options.show && { value }),
  }))
  const missing = found.filter(({ isSet }) => !isSet)
  return {
    lines: found.map(
      ({ name, isSet, changed, value }) =>
        `${isSet ? 'set  ' : 'UNSET'} ${name.padEnd(28)} ${changed}${value === undefined ? '' : `  ${value}`}`,
    ),
    data: found,
    code: missing.length > 0 ? codes.amiss : codes.done,
  }
}

async function set(context: Context): Promise<Outcome> {
  const name = await aKnownName(context, context.words[1])
  const value = await valueGiven(context, name)
  await write(context, name, value)
  return {
    lines: [`${name} is set. ${nextReload(context)}`],
    data: { set: [name] },
  }
}

// Never an argument: those stand in the shell's history and in the list of processes.
async function valueGiven({ options, say }: Context, name: string): Promise<string> {
  if (options.file !== undefined) return fileGiven(options.file).replace(/\r?\n$/, '')
  if (process.stdin.isTTY) say(`Type or paste the value of ${name}, then Enter and Ctrl-D (or name a file: --file F):`)
  return readFileSync(0, 'utf8').replace(/\r?\n$/, '')
}

function fileGiven(file: string): string {
  if (!existsSync(file)) throw new Refused(`There is no file ${file}.`, codes.wrongUse)
  return readFileSync(file, 'utf8')
}

function nextReload({ environment }: Context): string {
  return `Machines read it when they are asked: npm run ops -- deploy api <the release that runs> --env ${environment}`
}

async function importAll(context: Context): Promise<Outcome> {
  if (!context.options.file) throw new Refused('Which file? --file secrets.env', codes.wrongUse)
  const given = Object.entries(parseEnv(fileGiven(context.options.file))).filter(([, value]) => value !== '')
  if (given.length === 0) throw new Refused(`${context.options.file} names no secret: lines like SMTP_URL=smtps://…`)
  const names = await known(context)
  const strange = given.map(([name]) => name).filter((name) => !names.has(name))
  if (strange.length > 0)
    throw new Refused(
      `Not secrets of ${context.environment}: ${strange.join(', ')}. Nothing was written. It has: ${[...names.keys()].join(', ')}.`,
    )
  const changed = given.filter(([name, value]) => names.get(name)!.value !== value)
  for (const [name, value] of changed) await write(context, name, value!)
  return {
    lines:
      changed.length === 0
        ? [`All ${given.length} were so already.`]
        : [
            `${changed.length} of ${given.length} written: ${changed.map(([name]) => name).join(', ')}. ${nextReload(context)}`,
          ],
    data: { set: changed.map(([name]) => name) },
  }
}

async function pull(context: Context): Promise<Outcome> {
  const { file } = context.options
  if (!file) throw new Refused('Into which file? --file .env', codes.wrongUse)
  if (existsSync(file)) throw new Refused(`${file} is there already, and is not written over.`)
  const found = [...(await known(context))].filter(([, { value }]) => value !== 'unset')
  await context.confirm(
    `This writes ${found.length} secrets of ${context.environment} to ${file}.`,
    context.environment,
  )
  await context.change(`write ${file}, for its owner only`, async () => {
    const text = found.map(([name, { value }]) => `${name}='${value.replaceAll("'", String.raw`'\''`)}'\n`).join('')
    writeFileSync(file, text, { mode: 0o600, flag: 'wx' })
  })
  return {
    lines: [`${found.length} secrets are in ${file}. Delete it when you have used it.`],
    data: { names: found.map(([name]) => name) },
  }
}

async function rotate(context: Context): Promise<Outcome> {
  const what = choice(context.words[1], ['SIGNING_KEYS', 'SEALING_KEY', 'database'], 'What is rotated')
  const before = (await known(context)).get(what)?.value
  if (what === 'SEALING_KEY') {
    if (before !== 'unset')
      throw new Refused(
        'What SEALING_KEY has sealed, no other key opens: it is set once. docs/guides/operating.md says what to do when it leaked.',
      )
    await write(context, 'SEALING_KEY', randomBytes(32).toString('base64'))
    return { lines: [`SEALING_KEY is made. ${nextReload(context)}`], data: { rotated: what } }
  }
  if (what === 'database') {
    const arn = await parameter(context.account, 'config/DATABASE_SECRET_ARN')
    if (arn === undefined || arn === 'none')
      throw new Refused(
        'This database’s password is a parameter: raise password_version in the data root, and apply it.',
      )
    await context.change('have RDS change its password', () =>
      context.account.secrets.send(new RotateSecretCommand({ SecretId: arn })),
    )
    return {
      lines: ['RDS changes its password, and instances are asked to reload by an event.'],
      data: { rotated: what },
    }
  }
  const { readSigningKeys, withNewSigningKey } = await import('../../../apps/api/src/platform/signing-keys.ts')
  const keys = before === undefined || before === 'unset' ? [] : (readSigningKeys(before) ?? [])
  // Tokens live half an hour: the key before the last one has nothing left to verify.
  await write(context, 'SIGNING_KEYS', withNewSigningKey(keys.slice(0, 2)))
  // Before the first release there is nobody who could read it.
  if ((await runs(context)).api !== 'none')
    await context.change('have machines read it', () => askMachines(context, { verb: 'reload' }))
  return { lines: ['A new key signs; the two before it still verify.'], data: { rotated: what } }
}

async function aKnownName(context: Context, name: string | undefined): Promise<string> {
  const names = [...(await known(context)).keys()]
  return choice(name, names, 'The secret')
}

async function write(context: Context, name: string, value: string): Promise<void> {
  if (value === '' || value === 'unset') throw new Refused(`${name} would be empty.`, codes.wrongUse)
  await context.change(`set ${name}`, () => putParameter(context.account, `secret/${name}`, value))
}
