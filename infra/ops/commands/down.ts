import { type Command, codes, Refused } from '../command.ts'
import { hasAnything, stateOf } from '../state.ts'
import { enter, inRoot, needTerraform, valuesOf, wantedRoots } from '../terraform.ts'

export const down: Command = {
  what: 'takes an environment down, root by root, with all that is in it. Broken off, it goes on where it was',
  takes: '[--only <root>]',
  words: 0,
  run: async (context) => {
    if (context.environment === 'prod' && !context.options.only)
      throw new Refused(
        'Production goes down one root at a time, by --only, and after its protection was switched off.',
        codes.declined,
      )
    needTerraform()
    const wanted = wantedRoots(context).toReversed()
    const { number } = await context.account.identity()
    await context.confirm(
      `This destroys ${wanted.join(', ')} of ${context.environment} in the account ${number}, with database and pictures.`,
      `destroy ${context.environment}`,
    )
    const state = await stateOf(context)
    const gone: string[] = []
    for (const root of wanted) {
      // What is gone already cannot be destroyed again: what it stood on may be gone as well.
      if (!state.isMade || !(await hasAnything(context, state, root))) continue
      await enter(context, root, state)
      await inRoot(context, root, ['destroy', '-input=false', '-auto-approve', ...valuesOf(context, root)])
      gone.push(root)
    }
    if (gone.length === 0) return { lines: ['There is nothing.'], data: { roots: [] } }
    return {
      lines: [`Gone: ${gone.join(', ')}. What the account has once stays: state, trail, budget.`],
      data: { roots: gone },
    }
  },
}
