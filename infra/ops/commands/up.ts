import { rmSync } from 'node:fs'
import path from 'node:path'
import type { Command } from '../command.ts'
import type { Context } from '../context.ts'
import { enter, inRoot, stateOf, valuesOf, wantedRoots } from '../terraform.ts'

export const up: Command = {
  what: 'makes or changes an environment, root by root; what is there already stays as it is',
  takes: '[--only <root>]',
  run: async (context) => {
    const wanted = wantedRoots(context)
    await context.confirm(
      `This makes or changes ${context.environment} in your account (${wanted.join(', ')}), and costs money.`,
      context.environment,
    )
    let state = await stateOf(context)
    if (!state.isMade) {
      await makeState(context)
      state = { ...state, isMade: true }
    }
    for (const root of wanted) {
      await enter(context, root, state)
      await inRoot(context, root, ['apply', '-input=false', '-auto-approve', ...valuesOf(context, root)])
      if (root === 'foundation')
        context.say(
          'If the zone of your domain is new, tell the registrar its name servers now: app and edge wait for it.',
        )
    }
    return {
      lines: [
        `${context.environment} stands. Next: npm run ops -- secrets list --env ${context.environment}, then release and deploy.`,
      ],
      data: { roots: wanted },
    }
  },
}

// Once an account. A half-made state would be on this disk; the bucket says whether it was made.
async function makeState(context: Context): Promise<void> {
  await inRoot(context, 'bootstrap', ['init', '-input=false'])
  await inRoot(context, 'bootstrap', [
    'apply',
    '-input=false',
    '-auto-approve',
    `-var=region=${context.account.region}`,
  ])
  if (!context.options['dry-run'])
    rmSync(path.join(import.meta.dirname, '../../terraform/roots/bootstrap/.terraform'), {
      recursive: true,
      force: true,
    })
  context.say(
    'Keep infra/terraform/roots/bootstrap/terraform.tfstate: it is all that is known of the state’s own bucket.',
  )
}
