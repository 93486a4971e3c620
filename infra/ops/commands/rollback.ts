import { choice, type Command, codes, Refused } from '../command.ts'
import { lastDeploys } from '../deploys.ts'
import { manifestOf, openStore, type Store } from '../releases.ts'
import { bring } from './deploy.ts'
import { runs } from './status.ts'

export const rollback: Command = {
  what: 'goes back to the release before, or to one that is named; the database stays as it is. --from: only if that one runs',
  takes: 'api|web [release] [--from <release>]',
  words: 2,
  run: async (context) => {
    const what = choice(context.words[0], ['api', 'web'], 'What goes back')
    const store = await openStore(context.account)
    const { [what]: now } = await runs(context)
    if (now === 'none')
      throw new Refused(`${context.environment} runs no release yet: there is nothing to go back from.`, codes.notThere)
    const { from } = context.options
    // For pipelines: a deploy that has failed may have gone back by itself, and going back once more would be one too many.
    if (from !== undefined && from !== now)
      return { lines: [`${now} runs (${what}), and not ${from}: there is nothing to take back.`], data: { runs: now } }
    const release = context.words[1] ?? (await releaseBefore(store, what, now))
    const manifest = await manifestOf(store, release)
    await context.confirm(`${context.environment} goes back from ${now} to ${release} (${what}).`, 'back')
    return bring(context, store, { what, manifest, verb: 'rollback' })
  },
}

// What was written down of the deploy that brought what runs now, however that ended. A way back is no deploy: who goes back twice wants
// to be further back, and not where she fled from.
async function releaseBefore(store: Store, what: 'api' | 'web', now: string): Promise<string> {
  const brought = (await lastDeploys(store, 100)).find(
    (one) => [`deploy-${what}`, 'deploy-all'].includes(one.what) && one.release === now && one.before[what] !== now,
  )
  const before = brought?.before[what] ?? 'none'
  if (before === 'none')
    throw new Refused(
      `Nothing is written down of a release before ${now}. Name one: npm run ops -- release list`,
      codes.notThere,
    )
  return before
}
