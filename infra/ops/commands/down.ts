import { type Command, codes, Refused } from '../command.ts'
import { enter, inRoot, stateOf, valuesOf, wantedRoots } from '../terraform.ts'

export const down: Command = {
  what: 'takes an environment down, root by root, with all that is in it',
  takes: '[--only <root>]',
  run: async (context) => {
    if (context.environment === 'prod' && !context.options.only)
      throw new Refused(
        'Production goes down one root at a time, by --only, and after its protection was switched off.',
        codes.declined,
      )
    const wanted = wantedRoots(context).toReversed()
    await context.confirm(
      `This destroys ${wanted.join(', ')} of ${context.environment}, with database and pictures.`,
      `destroy ${context.environment}`,
    )
    const state = await stateOf(context)
    if (!state.isMade) return { lines: ['There is nothing.'], data: { roots: [] } }
    for (const root of wanted) {
      await enter(context, root, state)
      await inRoot(context, root, ['destroy', '-input=false', '-auto-approve', ...valuesOf(context, root)])
    }
    return { lines: [`Gone: ${wanted.join(', ')}.`], data: { roots: wanted } }
  },
}
