import { createHash, createHmac } from 'node:crypto'

export interface Keys {
  readonly accessKeyId: string
  readonly secretAccessKey: string
  readonly sessionToken?: string | undefined
}

// AWS takes it for so long; a connection that was let in stays for twelve hours.
const goodForSeconds = 900

/**
 * The password of a user of ElastiCache who signs in by role: a request to connect, signed by AWS's fourth way, and good for a quarter of an hour.
 * The keys are those of the machine, which AWS's own client finds.
 */
export async function passwordByRole(group: string, user: string, now: Temporal.Instant): Promise<string> {
  const { S3Client } = await import('@aws-sdk/client-s3')
  const client = new S3Client({})
  try {
    const [keys, region] = await Promise.all([client.config.credentials(), client.config.region()])
    return signedPassword({ group, user, region, now, keys })
  } finally {
    client.destroy()
  }
}

/** See `passwordByRole`; pure, since it can be wrong in so many ways. */
export function signedPassword({
  group,
  user,
  region,
  now,
  keys,
}: {
  group: string
  user: string
  region: string
  now: Temporal.Instant
  keys: Keys
}): string {
  const at = now.toString({ fractionalSecondDigits: 0 }).replaceAll(/[-:]/g, '')
  const scope = `${at.slice(0, 8)}/${region}/elasticache/aws4_request`
  const query = Object.entries({
    Action: 'connect',
    User: user,
    'X-Amz-Algorithm': 'AWS4-HMAC-SHA256',
    'X-Amz-Credential': `${keys.accessKeyId}/${scope}`,
    'X-Amz-Date': at,
    'X-Amz-Expires': String(goodForSeconds),
    ...(keys.sessionToken && { 'X-Amz-Security-Token': keys.sessionToken }),
    'X-Amz-SignedHeaders': 'host',
  })
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .map(([name, value]) => `${escaped(name)}=${escaped(value)}`)
    .join('&')
  const request = ['GET', '/', query, `host:${group}`, '', 'host', hash('')].join('\n')
  const toSign = ['AWS4-HMAC-SHA256', at, scope, hash(request)].join('\n')
  const key = [at.slice(0, 8), region, 'elasticache', 'aws4_request'].reduce<string | Buffer>(
    (secret, part) => hmac(secret, part).digest(),
    `AWS4${keys.secretAccessKey}`,
  )
  return `${group}/?${query}&X-Amz-Signature=${hmac(key, toSign).digest('hex')}`
}

function hash(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}

function hmac(key: string | Buffer, text: string) {
  return createHmac('sha256', key).update(text)
}

// As RFC 3986 has it, which is a little more than the language's own function escapes.
function escaped(text: string): string {
  return encodeURIComponent(text).replaceAll(
    /[!'()*]/g,
    (sign) => `%${sign.codePointAt(0)!.toString(16).toUpperCase()}`,
  )
}
