import { Client, escapeIdentifier } from 'pg'

/**
 * Makes a database on the server behind `url` and returns its own connection string. With `template` it is a copy of
 * that database, to which nobody may be connected meanwhile.
 */
export async function createDatabase(url: string, name: string, template?: string): Promise<string> {
  const client = new Client({ connectionString: url })
  await client.connect()
  try {
    const copy = template === undefined ? '' : ` template ${escapeIdentifier(template)}`
    await client.query(`create database ${escapeIdentifier(name)}${copy}`)
  } finally {
    await client.end()
  }
  const created = new URL(url)
  created.pathname = `/${encodeURIComponent(name)}`
  return created.href
}
