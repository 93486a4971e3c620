import type { Outcome } from '../command.ts'
import type { Context } from '../context.ts'
import { askMachines } from '../machines.ts'

/** Has the machines bring the database to the release that they run; two that meet take turns by a lock in the database. */
export async function migrate(context: Context): Promise<Outcome> {
  const answers = await context.change('have the machines migrate', () => askMachines(context, { verb: 'migrate' }))
  return {
    lines: answers?.map(({ machine, said }) => `${machine} ${said.trim().split('\n').at(-1) ?? ''}`) ?? [
      'Nothing was changed.',
    ],
    data: answers,
  }
}
