import { z } from 'zod'

/** The variable of the shared cache; it stands among the others in config.ts. */
export const cacheVariables = {
  REDIS_URL: z
    .url({ protocol: /^rediss?$/, error: 'should be like redis://user:password@host:6379' })
    .optional()
    .describe(
      'A Redis or Valkey server in which processes count together whom they limit, as redis:// or rediss://user:password@host:port. Absent: each process counts for itself.',
    ),
}

type Given = z.output<z.ZodObject<typeof cacheVariables>>

export interface CacheConfig {
  readonly host: string
  readonly port: number
  readonly database: number
  readonly isEncrypted: boolean
  readonly user: string | undefined
  readonly password: string | undefined
  /** The replication group of AWS whose user signs in by the role of the machine: one without a password. */
  readonly signsInByRole: string | undefined
}

/** Where the shared cache is, when there is one. Call it after `cacheProblems` found none. */
export function readCache({ REDIS_URL: url }: Given): CacheConfig | undefined {
  if (!url) return undefined
  const { protocol, hostname: host, port, pathname, username, password } = new URL(url)
  const user = decodeURIComponent(username) || undefined
  return {
    host,
    port: Number(port || 6379),
    database: Number(pathname.slice(1) || 0),
    isEncrypted: protocol === 'rediss:',
    user,
    password: decodeURIComponent(password) || undefined,
    signsInByRole: user && !password ? groupOfAws(host) : undefined,
  }
}

/** What does not fit together. */
export function cacheProblems({ REDIS_URL: url }: Given): string[] {
  if (!url) return []
  const { protocol, hostname, pathname, username, password } = new URL(url)
  const problems: string[] = []
  if (!/^(\/\d{0,2})?$/.test(pathname))
    problems.push('REDIS_URL: after the host comes the number of a database or nothing.')
  const byRole = username !== '' && password === ''
  if (byRole && !groupOfAws(hostname))
    problems.push('REDIS_URL names a user without a password, and is no cache of AWS.')
  if (byRole && groupOfAws(hostname) && protocol !== 'rediss:')
    problems.push('REDIS_URL must begin with rediss:// where the user signs in by the role of the machine.')
  return problems
}

// The first address of a group with encryption: master.<group>.<letters>.<region>.cache.amazonaws.com.
function groupOfAws(host: string): string | undefined {
  return /^master\.([a-z][a-z0-9-]*)\.[a-z0-9.-]+\.cache\.amazonaws\.com(\.cn)?$/.exec(host)?.[1]
}
