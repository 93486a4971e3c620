import { published } from '../account.ts'
import { type Command, codes, type Outcome, Refused } from '../command.ts'
import type { Context } from '../context.ts'
import { hasAccountRoot, makeState, stateOf } from '../state.ts'
import { enter, inRoot, missingBelow, needTerraform, valuesOf, wantedRoots } from '../terraform.ts'

export const up: Command = {
  what: 'makes or changes an environment, root by root; what is there already stays as it is. Broken off, it goes on where it was',
  takes: '[--only <root>]',
  words: 0,
  run: async (context) => {
    needTerraform()
    const wanted = await withAccountRoot(context, wantedRoots(context))
    const { number, arn } = await context.account.identity()
    await context.confirm(
      `This makes or changes ${context.environment} (${wanted.join(', ')}) in the account ${number}, ${context.account.region}, as ${arn}, and costs money.`,
      context.environment,
    )
    const state = await stateOf(context)
    if (!state.isMade) await makeState(context, state)
    for (const root of wanted) {
      if (!context.options['dry-run']) await canBeMade(context, root)
      await enter(context, root, state)
      await inRoot(context, root, ['apply', '-input=false', '-auto-approve', ...valuesOf(context, root)])
    }
    return outcome(context, wanted)
  },
}

// What an account has once costs something by itself, and something to try things on does not need it.
async function withAccountRoot(context: Context, wanted: readonly string[]): Promise<readonly string[]> {
  if (context.options.only !== undefined || context.environment === 'dev') return wanted
  return (await hasAccountRoot(context)) ? wanted : ['account', ...wanted]
}

async function canBeMade(context: Context, root: string): Promise<void> {
  const missing = await missingBelow(context, root)
  if (missing !== undefined)
    throw new Refused(
      `${root} stands on ${missing}, which is not there yet: npm run ops -- up --only ${missing} --env ${context.environment}`,
      codes.notThere,
    )
  if (root === 'app' || root === 'edge') await isDelegated(context)
}

/** Certificates are proven by the domain's zone. Without the registrar's word Terraform would wait for them for an hour, and fail. */
async function isDelegated(context: Context): Promise<void> {
  const { zone, name_servers: ours } = await published(context.account, 'foundation')
  if (zone === null || ours.length === 0) return
  const plain = (name: string) => name.toLowerCase().replace(/\.$/, '')
  const seen = (await context.nameServers(zone)).map(plain)
  if (ours.some((name) => seen.includes(plain(name)))) return
  throw new Refused(
    `The world does not know yet who answers for ${zone}. Tell its registrar these name servers: ${ours.join(', ')}. It takes minutes to hours; then give the same command again, and it goes on from here.`,
    codes.amiss,
  )
}

function outcome(context: Context, wanted: readonly string[]): Outcome {
  const to = `--env ${context.environment}`
  return {
    lines: [
      `Applied to ${context.environment}: ${wanted.join(', ')}.`,
      `Next: npm run ops -- doctor ${to} says what is left to do.`,
    ],
    data: { roots: wanted },
  }
}
