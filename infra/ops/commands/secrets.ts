import { randomBytes } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { parseEnv } from 'node:util'
import { RotateSecretCommand } from '@aws-sdk/client-secrets-manager'
import { parameter, parametersBelow, putParameter } from '../account.ts'
import { choice, type Command, codes, type Outcome, Refused } from '../command.ts'
import type { Context } from '../context.ts'
import { askMachines } from '../machines.ts'

export const secrets: Command = {
  what: 'the shop’s secrets in Parameter Store; values are shown only when asked for',
  takes: 'list [--show] | set NAME [--file F] | import --file F | pull --file F | rotate SIGNING_KEYS|database',
  run: (context) => verbs[choice(context.words[0], ['list', 'set', 'import', 'pull', 'rotate'], 'The verb')](context),
}

const verbs = { list, set, import: importAll, pull, rotate }

async function known({ account }: Context): Promise<Map<string, { value: string; at: string }>> {
  const found = await parametersBelow(account, 'secret')
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
  // Never an argument: those stand in the shell's history and in the list of processes.
  const value = readFileSync(context.options.file ?? 0, 'utf8').replace(/\r?\n$/, '')
  await write(context, name, value)
  return {
    lines: [`${name} is set. Machines read it at their next reload: npm run ops -- deploy api`],
    data: { set: [name] },
  }
}

async function importAll(context: Context): Promise<Outcome> {
  if (!context.options.file) throw new Refused('Which file? --file secrets.env', codes.wrongUse)
  const given = Object.entries(parseEnv(readFileSync(context.options.file, 'utf8'))).filter(([, value]) => value !== '')
  const names = await known(context)
  const strange = given.map(([name]) => name).filter((name) => !names.has(name))
  if (strange.length > 0)
    throw new Refused(`Not secrets of this environment: ${strange.join(', ')}. Nothing was written.`)
  const changed = given.filter(([name, value]) => names.get(name)!.value !== value)
  for (const [name, value] of changed) await write(context, name, value!)
  return {
    lines: [
      `${changed.length} of ${given.length} written${changed.length > 0 ? `: ${changed.map(([name]) => name).join(', ')}` : ''}.`,
    ],
    data: { set: changed.map(([name]) => name) },
  }
}

async function pull(context: Context): Promise<Outcome> {
  const { file } = context.options
  if (!file) throw new Refused('Into which file? --file .env', codes.wrongUse)
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
  if (what === 'SEALING_KEY') {
    if ((await parameter(context.account, 'secret/SEALING_KEY')) !== 'unset')
      throw new Refused(
        'What SEALING_KEY has sealed, no other key opens: it is set once. docs/guides/operating.md says what to do when it leaked.',
      )
    await write(context, 'SEALING_KEY', randomBytes(32).toString('base64'))
    return { lines: ['SEALING_KEY is made.'], data: { rotated: what } }
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
  const { withNewSigningKey } = await import('../../../apps/api/src/platform/signing-keys.ts')
  const { readSigningKeys } = await import('../../../apps/api/src/platform/signing-keys.ts')
  const before = await parameter(context.account, 'secret/SIGNING_KEYS')
  const keys = before === undefined || before === 'unset' ? [] : (readSigningKeys(before) ?? [])
  // Tokens live half an hour: the key before the last one has nothing left to verify.
  await write(context, 'SIGNING_KEYS', withNewSigningKey(keys.slice(0, 2)))
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
