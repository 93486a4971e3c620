import { choice, type Command, codes, Refused } from '../command.ts'
import type { Context } from '../context.ts'
import { lastDeploys } from '../deploys.ts'
import { manifestOf, openStore, type Store } from '../releases.ts'
import { bring } from './deploy.ts'
import { runs } from './status.ts'

export const rollback: Command = {
  what: 'goes back to the release before, or to one that is named; the database stays as it is',
  takes: 'api|web [release]',
  run: async (context) => {
    const what = choice(context.words[0], ['api', 'web'], 'What goes back')
    const store = await openStore(context.account)
    const release = context.words[1] ?? (await releaseBefore(context, store, what))
    const manifest = await manifestOf(store, release)
    await context.confirm(`${context.environment} goes back to ${release} (${what}).`, 'back')
    return bring(context, store, { what, manifest, verb: 'rollback' })
  },
}

// What was written down of the deploy that brought what runs now.
async function releaseBefore(context: Context, store: Store, what: 'api' | 'web'): Promise<string> {
  const { [what]: now } = await runs(context)
  const deploys = await lastDeploys(store, 100)
  const brought = deploys.find(
    (one) =>
      one.ended === 'done' &&
      one.release === now &&
      one.before[what] !== now &&
      !one.what.endsWith(what === 'api' ? 'web' : 'api'),
  )
  const before = brought?.before[what] ?? 'none'
  if (before === 'none')
    throw new Refused(
      'Nothing is written down of a release before this one. Name one: npm run ops -- release list',
      codes.notThere,
    )
  return before
}
