import { type Command, codes, Refused } from '../command.ts'
import { enter, inRoot, stateOf, valuesOf, wantedRoots } from '../terraform.ts'

export const plan: Command = {
  what: 'what Terraform would change; changes nothing',
  takes: '[--only <root>]',
  run: async (context) => {
    const state = await stateOf(context)
    if (!state.isMade)
      throw new Refused('Nothing is made yet, so there is nothing to compare with: npm run ops -- up', codes.notThere)
    const wanted = wantedRoots(context)
    for (const root of wanted) {
      await enter(context, root, state)
      await inRoot(context, root, ['plan', '-input=false', '-lock=false', ...valuesOf(context, root)])
    }
    return { lines: [`Planned: ${wanted.join(', ')}.`], data: { roots: wanted } }
  },
}
