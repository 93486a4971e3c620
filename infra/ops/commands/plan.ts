import { type Command, codes, Refused } from '../command.ts'
import { stateOf } from '../state.ts'
import { enter, inRoot, missingBelow, needTerraform, valuesOf, wantedRoots } from '../terraform.ts'

// Terraform's own codes of `plan -detailed-exitcode`.
const same = 0
const different = 2

export const plan: Command = {
  what: 'what Terraform would change; changes nothing, and takes no lock',
  takes: '[--only <root>]',
  words: 0,
  run: async (context) => {
    needTerraform()
    const wanted = wantedRoots(context)
    const state = await stateOf(context)
    if (!state.isMade)
      throw new Refused(
        `Nothing is made in this account yet, so there is nothing to compare with: npm run ops -- up --env ${context.environment}`,
        codes.notThere,
      )
    const found: { root: string; says: string }[] = []
    for (const root of wanted) {
      const missing = await missingBelow(context, root)
      if (missing !== undefined) {
        found.push({ root, says: `not planned: it stands on ${missing}, which is not there yet` })
        continue
      }
      await enter(context, root, state)
      const words = ['plan', '-input=false', '-lock=false', '-detailed-exitcode', ...valuesOf(context, root)]
      const code = await inRoot(context, root, words, [same, different])
      if (!context.options['dry-run'])
        found.push({ root, says: code === different ? 'would change' : 'is as it is written' })
    }
    return { lines: found.map(({ root, says }) => `${root.padEnd(12)} ${says}`), data: { roots: found } }
  },
}
