import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { HeadBucketCommand } from '@aws-sdk/client-s3'
import { parameter, parametersBelow, published } from '../account.ts'
import { type Command, codes, sentenceOf } from '../command.ts'
import type { Context } from '../context.ts'
import { newestOf } from '../database/tools.ts'
import { hasAccountRoot, stateOf } from '../state.ts'
import { roots, terraformHere } from '../terraform.ts'
import { valueIn, valuesFolder } from '../values.ts'

interface Finding {
  readonly what: string
  readonly state: 'ok' | 'NOT' | 'can do without'
  readonly said: string
}

export const doctor: Command = {
  what: 'is everything there that is needed, on this machine and in the account, and what is to be done next',
  takes: '',
  words: 0,
  run: async (context) => {
    const found = [...here(context), ...(await there(context))]
    const ill = found.filter(({ state }) => state === 'NOT')
    return {
      lines: [
        ...found.map(({ what, state, said }) => `${signs[state]} ${what.padEnd(20)} ${said}`),
        ill.length === 0 ? 'All is there.' : `${ill.length} of ${found.length} are not in order. Begin with the first.`,
      ],
      data: found,
      code: ill.length === 0 ? codes.done : codes.amiss,
    }
  },
}

const signs = { ok: 'ok  ', NOT: 'NOT ', 'can do without': '--  ' } as const

function here(context: Context): Finding[] {
  const tool = (what: string, program: string, why: string, without: 'NOT' | 'can do without' = 'NOT'): Finding => {
    const { status, stdout } = spawnSync(program, ['--version'], { encoding: 'utf8' })
    return status === 0
      ? { what, state: 'ok', said: stdout.split('\n')[0]!.trim() }
      : { what, state: without, said: `not installed: ${why}` }
  }
  const terraform = terraformHere()
  return [
    { what: 'Node', state: process.versions.node.startsWith('26.') ? 'ok' : 'NOT', said: process.versions.node },
    tool('git', 'git', 'releases are packed from commits'),
    tool('tar', 'tar', 'releases are packed from commits'),
    {
      what: 'Terraform',
      state: terraform.ok ? 'ok' : 'NOT',
      said: terraform.ok ? terraform.version : terraform.because,
    },
    tool('AWS command line', 'aws', 'signing in (aws sso login) and sessions on a machine want it', 'can do without'),
    tool('Session Manager', 'session-manager-plugin', 'a session on a machine wants it', 'can do without'),
    postgresTools(context),
    values(context),
  ]
}

function postgresTools({ environment }: Context): Finding {
  const wanted = Number(valueIn(`${environment}/data.tfvars`, 'engine_version') ?? 0)
  const found = newestOf('pg_dump')
  const what = 'pg_dump'
  if (found >= wanted && found > 0) return { what, state: 'ok', said: `PostgreSQL ${found}` }
  const because = found === 0 ? 'not installed' : `of PostgreSQL ${found}, and the database is of ${wanted}`
  return { what, state: 'can do without', said: `${because}: backups into a file want it` }
}

// The values as they come are somebody else's: a shop that nobody has.
function values({ environment }: Context): Finding {
  const what = 'values'
  const names = ['common', 'foundation', 'edge', 'app', 'watch', 'access'].map(
    (root) => `${environment}/${root}.tfvars`,
  )
  const left = [...names, 'account.tfvars'].filter((name) =>
    /shop[.-]example/.test(readFileSync(path.join(valuesFolder, name), 'utf8')),
  )
  return left.length === 0
    ? { what, state: 'ok', said: 'infra/terraform/environments is yours' }
    : { what, state: 'NOT', said: `infra/terraform/environments: still of the example are ${left.join(', ')}` }
}

async function there(context: Context): Promise<Finding[]> {
  const { account } = context
  const ask = async (what: string, question: () => Promise<string>): Promise<Finding> =>
    question().then(
      (said) => ({ what, state: 'ok', said }),
      (error: unknown) => ({ what, state: 'NOT', said: error instanceof Amiss ? error.message : sentenceOf(error) }),
    )
  const identity = await ask('AWS knows you', async () => {
    const { arn, number } = await account.identity()
    return `as ${arn}, account ${number}, ${account.region}`
  })
  // Without that, all others would say the same.
  if (identity.state !== 'ok') return [identity]
  const state = await ask('Terraform’s state', async () => {
    const { bucket, isMade } = await stateOf(context)
    if (!isMade) throw new Amiss(`not made yet: npm run ops -- up --env ${account.environment}`)
    return bucket
  })
  const once = await ask('root account', async () => {
    if (!(await hasAccountRoot(context))) throw new Amiss('not applied: npm run ops -- up --only account')
    return 'applied'
  })
  const made = await Promise.all(
    roots.map((root) =>
      ask(`root ${root}`, async () => {
        if ((await parameter(account, `outputs/${root}`)) === undefined) throw new Amiss('not applied')
        return 'applied'
      }),
    ),
  )
  return [
    identity,
    state,
    // Something to try things on does without what an account has once.
    ...(once.state === 'NOT' && context.environment === 'dev' ? [] : [once]),
    ...made,
    ...(await Promise.all(questions(context).map(([what, question]) => ask(what, question)))),
  ]
}

/** Something is not as it should be, in a sentence of our own. */
class Amiss extends Error {
  override readonly name = 'Amiss'
}

// The shop itself says what is wrong with what it would be told, before a machine stumbles over it.
async function wouldOpen({ account }: Context): Promise<string> {
  const below = async (folder: string) =>
    Object.fromEntries(
      (await parametersBelow(account, folder)).map(({ Name, Value }) => [path.posix.basename(Name!), Value]),
    )
  const [config, secrets] = await Promise.all([below('config'), below('secret')])
  if (config['MODE'] === undefined) throw new Amiss('is told by the root app, which is not applied')
  const set = Object.fromEntries(Object.entries(secrets).filter(([, value]) => value !== 'unset'))
  const { readConfig } = await import('../../../apps/api/src/platform/config.ts')
  try {
    // Where AWS keeps the database's password, machines make its address themselves.
    readConfig({ DATABASE_URL: 'postgresql://kept-by-aws:5432/flora', ...config, ...set })
  } catch (error) {
    throw new Amiss(error instanceof Error ? error.message.replaceAll('\n', ' ') : String(error))
  }
  return `the shop would open by it (${config['MODE']})`
}

function questions(context: Context): [string, () => Promise<string>][] {
  const { account, environment } = context
  return [
    [
      'domain',
      async () => {
        const { zone, name_servers: ours } = await published(account, 'foundation')
        if (zone === null) return 'none: CloudFront’s own address'
        if (ours.length === 0) return `${zone}, which was there before`
        const seen = await context.nameServers(zone)
        if (seen.length === 0) throw new Amiss(`tell the registrar of ${zone}: ${ours.join(', ')}`)
        return `${zone} is at ${seen.join(', ')}`
      },
    ],
    [
      'secrets',
      async () => {
        const known = await parametersBelow(account, 'secret')
        if (known.length === 0) throw new Amiss('have no places before the root app is applied')
        const unset = known.filter(({ Value }) => Value === 'unset').map(({ Name }) => Name!.split('/').at(-1))
        if (unset.length > 0)
          throw new Amiss(`unset: ${unset.join(', ')}. npm run ops -- secrets import --env ${environment}`)
        return 'all set'
      },
    ],
    ['configuration', () => wouldOpen(context)],
    [
      'bucket of releases',
      async () => {
        const { buckets } = await published(account, 'data')
        await account.s3.send(new HeadBucketCommand({ Bucket: buckets.releases }))
        return buckets.releases
      },
    ],
    [
      'release',
      async () => {
        const named = await parameter(account, 'release/api')
        if (named === undefined || named === 'none')
          throw new Amiss(`none is named: npm run ops -- deploy all <release> --env ${environment}`)
        return named
      },
    ],
  ]
}
