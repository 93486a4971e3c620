import { spawnSync } from 'node:child_process'
import { HeadBucketCommand } from '@aws-sdk/client-s3'
import { GetCallerIdentityCommand } from '@aws-sdk/client-sts'
import { parameter, parametersBelow, published } from '../account.ts'
import { type Command, codes } from '../command.ts'
import type { Context } from '../context.ts'
import { roots, stateOf } from '../terraform.ts'

interface Finding {
  readonly what: string
  readonly isWell: boolean
  readonly said: string
}

export const doctor: Command = {
  what: 'is everything there that is needed, on this machine and in the account',
  takes: '',
  run: async (context) => {
    const found = [...here(), ...(await there(context))]
    const ill = found.filter(({ isWell }) => !isWell)
    return {
      lines: [
        ...found.map(({ what, isWell, said }) => `${isWell ? 'ok  ' : 'NOT '} ${what.padEnd(26)} ${said}`),
        ill.length === 0 ? 'All is there.' : `${ill.length} of ${found.length} are not in order.`,
      ],
      data: found,
      code: ill.length === 0 ? codes.done : codes.amiss,
    }
  },
}

function here(): Finding[] {
  const tool = (what: string, program: string, args: readonly string[], why: string): Finding => {
    const { status, stdout } = spawnSync(program, args, { encoding: 'utf8' })
    return { what, isWell: status === 0, said: status === 0 ? stdout.split('\n')[0]!.trim() : `not installed: ${why}` }
  }
  return [
    { what: 'Node', isWell: process.versions.node.startsWith('26.'), said: process.versions.node },
    tool('git', 'git', ['--version'], 'releases are packed from commits'),
    tool('tar', 'tar', ['--version'], 'releases are packed from commits'),
    tool('Terraform', 'terraform', ['version'], 'up, plan and down want it'),
    tool('pg_dump', 'pg_dump', ['--version'], 'db backup, restore and drill want it'),
  ]
}

async function there(context: Context): Promise<Finding[]> {
  const { account } = context
  const ask = async (what: string, question: () => Promise<string>): Promise<Finding> =>
    question().then(
      (said) => ({ what, isWell: true, said }),
      (error: unknown) => ({ what, isWell: false, said: error instanceof Error ? error.message : String(error) }),
    )
  const identity = await ask('AWS knows you', async () =>
    String((await account.sts.send(new GetCallerIdentityCommand({}))).Arn),
  )
  // Without that, all others would say the same.
  if (!identity.isWell) return [identity]
  const state = await ask('Terraform’s state', async () => {
    const { bucket, isMade } = await stateOf(context)
    if (!isMade) throw new Error(`${bucket} is not made yet: npm run ops -- up`)
    return bucket
  })
  const made = await Promise.all(
    roots.map((root) =>
      ask(`root ${root}`, async () => {
        if ((await parameter(account, `outputs/${root}`)) === undefined) throw new Error('not applied')
        return 'applied'
      }),
    ),
  )
  const secrets = await ask('secrets', async () => {
    const unset = (await parametersBelow(account, 'secret')).filter(({ Value }) => Value === 'unset')
    if (unset.length > 0) throw new Error(`unset: ${unset.map(({ Name }) => Name!.split('/').at(-1)).join(', ')}`)
    return 'all set'
  })
  const releases = await ask('bucket of releases', async () => {
    const { buckets } = await published(account, 'data')
    await account.s3.send(new HeadBucketCommand({ Bucket: buckets.releases }))
    return buckets.releases
  })
  const runs = await ask('release', async () => {
    const named = await parameter(account, 'release/api')
    if (named === undefined || named === 'none') throw new Error('none is named: npm run ops -- deploy all <release>')
    return named
  })
  return [identity, state, ...made, secrets, releases, runs]
}
