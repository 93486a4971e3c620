import { existsSync } from 'node:fs'
import { DescribeDBInstancesCommand, RestoreDBInstanceFromDBSnapshotCommand } from '@aws-sdk/client-rds'
import pg from 'pg'
import { published } from '../account.ts'
import { codes, type Outcome, Refused } from '../command.ts'
import type { Context } from '../context.ts'
import { stampOf } from './backup.ts'
import { databaseGiven, runTool, toolsFor } from './tools.ts'

/** Brings a file into an empty database, or a snapshot into a new instance of RDS beside the one that runs. */
export async function restore(context: Context): Promise<Outcome> {
  const { file, to, only } = context.options
  if (only !== undefined) return fromSnapshot(context, only)
  if (!file || !to)
    throw new Refused('From which file into which database? --file F --to postgresql://…', codes.wrongUse)
  if (!existsSync(file)) throw new Refused(`There is no ${file}.`, codes.notThere)
  databaseGiven(context, to, '--to')
  await context.confirm(`This fills ${new URL(to).pathname.slice(1)} at ${new URL(to).host}.`, 'restore')
  await context.change(`restore ${file}`, () => restoreFile(file, to))
  return { lines: [`${file} is restored.`], data: { file } }
}

/** Restores a file into a database; refuses one that holds something. */
export async function restoreFile(file: string, url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  const { rows } = await client
    .query<{ count: string }>(
      "select count(*) from pg_tables where schemaname not in ('pg_catalog', 'information_schema')",
    )
    .finally(() => client.end())
  if (Number(rows[0]!.count) > 0)
    throw new Refused('That database is not empty. Restore into a new one, and change to it when it is in order.')
  const tools = toolsFor('pg_restore')
  const name = decodeURIComponent(new URL(url).pathname.slice(1))
  await runTool(
    tools,
    'pg_restore',
    ['--exit-on-error', '--no-owner', '--no-privileges', '--single-transaction', `--dbname=${name}`, file],
    url,
  )
}

// Never over the one that runs: the shop changes to it by its configuration when it has been looked at.
async function fromSnapshot(context: Context, snapshot: string): Promise<Outcome> {
  const { databases } = context.account
  const { database } = await published(context.account, 'data')
  const { DBInstances: [like] = [] } = await databases.send(
    new DescribeDBInstancesCommand({ DBInstanceIdentifier: database.identifier }),
  )
  const name = `${database.identifier}-${stampOf(context)}`
  await context.confirm(`This makes ${name} from ${snapshot}, which costs money while it is there.`, 'restore')
  await context.change(`make ${name}`, () =>
    databases.send(
      new RestoreDBInstanceFromDBSnapshotCommand({
        DBInstanceIdentifier: name,
        DBSnapshotIdentifier: snapshot,
        DBInstanceClass: like?.DBInstanceClass,
        DBSubnetGroupName: like?.DBSubnetGroup?.DBSubnetGroupName,
        VpcSecurityGroupIds: like?.VpcSecurityGroups?.map(({ VpcSecurityGroupId }) => VpcSecurityGroupId!),
        DBParameterGroupName: like?.DBParameterGroups?.[0]?.DBParameterGroupName,
        PubliclyAccessible: false,
        DeletionProtection: false,
        CopyTagsToSnapshot: true,
      }),
    ),
  )
  return {
    lines: [`${name} is being made. docs/guides/operating.md says how the shop changes to it.`],
    data: { instance: name },
  }
}
