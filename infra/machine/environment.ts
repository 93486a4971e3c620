import { readFileSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import path from 'node:path'

// Runs on a machine, by the release's own Node: makes what the doors are told out of what Parameter Store and Secrets Manager said.

const [verb, folder = '', release = '', home = '', root = ''] = process.argv.slice(2)
if (verb === 'secret-arn') process.stdout.write(secretArn(folder))
else if (verb === 'write') write()
else process.exit(64)

/** The secret with the database's password, where Secrets Manager keeps it; nothing where it is among the parameters. */
function secretArn(from: string): string {
  const { DATABASE_PASSWORD_IN: place, DATABASE_SECRET_ARN: arn = '' } = parameters(from, 'config')
  return place === 'managed' ? arn : ''
}

function write(): void {
  const config = parameters(folder, 'config')
  const secrets = parameters(folder, 'secret')
  // A path that is not there is answered like one with nothing below it.
  if (Object.keys(config).length === 0) throw new Error('Parameter Store knows no configuration of this environment.')
  const told = {
    ...config,
    // A place that nobody has filled yet says so, and is no value.
    ...Object.fromEntries(Object.entries(secrets).filter(([, value]) => value !== 'unset')),
    ...(secretArn(folder) !== '' && { DATABASE_URL: databaseUrl(config) }),
    RELEASE: release,
    AWS_REGION: process.env['AWS_DEFAULT_REGION'] ?? '',
  }
  const lines = Object.entries(told)
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .map(([name, value]) => `${name}="${quoted(value.replaceAll('/opt/flora/', `${root}/opt/flora/`))}"\n`)
  const place = config['SECRETS_HANDOVER'] === 'file' ? path.join(home, '.env') : path.join(folder, 'env')
  keep(place, lines.join(''))
  // One name for the supervisor, wherever it is kept.
  const known = path.join(folder, 'env')
  if (place !== known) {
    rmSync(known, { force: true })
    symlinkSync(place, known)
  }
  for (const name of ['config', 'secret', 'database']) rmSync(path.join(folder, `${name}.json`), { force: true })
}

function keep(place: string, text: string): void {
  writeFileSync(`${place}.coming`, text, { mode: 0o600 })
  renameSync(`${place}.coming`, place)
}

function databaseUrl(config: Record<string, string>): string {
  const answer = JSON.parse(readFileSync(path.join(folder, 'database.json'), 'utf8')) as { SecretString: string }
  const { username, password } = JSON.parse(answer.SecretString) as { username: string; password: string }
  const { DATABASE_HOST: host, DATABASE_NAME: name, DATABASE_CA_FILE: authority } = config
  const person = `${encodeURIComponent(username)}:${encodeURIComponent(password)}`
  return `postgresql://${person}@${host}:5432/${name}?sslmode=verify-full&sslrootcert=${authority}`
}

function parameters(from: string, what: 'config' | 'secret'): Record<string, string> {
  const answer = JSON.parse(readFileSync(path.join(from, `${what}.json`), 'utf8')) as {
    Parameters: { Name: string; Value: string }[]
  }
  return Object.fromEntries(answer.Parameters.map(({ Name, Value }) => [path.posix.basename(Name), Value]))
}

// As the supervisor and a shell both read it.
function quoted(value: string): string {
  if (/[\n\0]/.test(value))
    throw new Error('A value has more than one line. Write it on one: the supervisor reads lines.')
  return value.replaceAll(/["\\$`]/g, String.raw`\$&`)
}
