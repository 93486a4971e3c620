import { chmodSync, renameSync, statSync } from 'node:fs'
import { CreateDBSnapshotCommand, DescribeDBSnapshotsCommand } from '@aws-sdk/client-rds'
import pg from 'pg'
import { published } from '../account.ts'
import { type Outcome, Refused } from '../command.ts'
import type { Context } from '../context.ts'
import { databaseGiven, runTool, toolsFor } from './tools.ts'

/** A snapshot by RDS; or, of a database that can be reached by its address, a file. */
export async function backup(context: Context): Promise<Outcome> {
  return context.options.url === undefined
    ? snapshot(context)
    : dump(context, databaseGiven(context, context.options.url, '--url'))
}

async function snapshot(context: Context): Promise<Outcome> {
  const { databases } = context.account
  const { database } = await published(context.account, 'data')
  const name = `${database.identifier}-${stampOf(context)}`
  await context.change(`take the snapshot ${name}`, async () => {
    await databases.send(
      new CreateDBSnapshotCommand({ DBInstanceIdentifier: database.identifier, DBSnapshotIdentifier: name }),
    )
    for (let looks = 0; looks < 600; looks += 1) {
      const { DBSnapshots: [found] = [] } = await databases.send(
        new DescribeDBSnapshotsCommand({ DBSnapshotIdentifier: name }),
      )
      if (found?.Status === 'available') return
      if (found?.Status === 'failed') throw new Refused(`RDS could not take ${name}.`)
      if (looks % 10 === 0) context.say(`${found?.PercentProgress ?? 0} %`)
      await context.pause()
    }
    throw new Refused(`${name} is not ready after half an hour; RDS goes on with it.`)
  })
  return { lines: [`${name} is kept until somebody deletes it.`], data: { snapshot: name } }
}

async function dump(context: Context, url: string): Promise<Outcome> {
  const file = context.options.file ?? `flora-${stampOf(context)}.dump`
  const tools = toolsFor('pg_dump', await majorOf(url))
  await context.change(`write ${file}`, async () => {
    // One transaction sees one moment: the shop goes on meanwhile.
    await runTool(tools, 'pg_dump', ['--format=custom', '--no-owner', '--no-privileges', `--file=${file}.coming`], url)
    // What customers have told us stands in it.
    chmodSync(`${file}.coming`, 0o600)
    renameSync(`${file}.coming`, file)
  })
  const bytes = context.options['dry-run'] ? 0 : statSync(file).size
  return {
    lines: [`${file}, ${bytes} bytes. It holds customers’ data: keep it as you keep the database.`],
    data: { file, bytes },
  }
}

async function majorOf(url: string): Promise<number> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    const { rows } = await client.query<{ version: string }>("select current_setting('server_version_num') as version")
    return Math.floor(Number(rows[0]!.version) / 10_000)
  } finally {
    await client.end()
  }
}

/** The instant as digits, for names: to the millisecond, since two may be wanted in one second. */
export function stampOf({ now }: Context): string {
  return now().toString({ smallestUnit: 'millisecond' }).replaceAll(/\D/g, '')
}
