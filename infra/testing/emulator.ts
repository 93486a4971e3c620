import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { createServer } from 'node:net'

/** A local stand-in for AWS. It shows that calls have the right shape; it knows nothing of conditions in policies, nor of machines. */
export interface Emulator {
  /** What Terraform and its provider must find in their environment. */
  readonly environment: Record<string, string>
  readonly putParameter: (name: string, value: string, type?: 'String' | 'SecureString') => Promise<void>
  readonly getParameter: (name: string) => Promise<{ value: string; type: string } | undefined>
  readonly putItem: (table: string, item: Record<string, { S: string }>) => Promise<void>
  readonly deleteItem: (table: string, key: Record<string, { S: string }>) => Promise<void>
  readonly putBucket: (bucket: string) => Promise<void>
  readonly putObject: (bucket: string, key: string, content: string | Buffer) => Promise<void>
  readonly deleteObject: (bucket: string, key: string) => Promise<void>
  readonly getObject: (bucket: string, key: string) => Promise<string>
  /** What the next question about costs is answered, month by month. */
  readonly bill: (months: readonly object[]) => Promise<void>
  /** Forgets all that it was told: quicker than another one. */
  readonly forget: () => Promise<void>
  readonly close: () => Promise<void>
}

const region = 'ap-southeast-2'
const placedIn = `<CreateBucketConfiguration xmlns="http://s3.amazonaws.com/doc/2006-03-01/"><LocationConstraint>${region}</LocationConstraint></CreateBucketConfiguration>`

/** Why there is no emulator on this machine, or nothing when there is. */
export function whyNoEmulator(): string | undefined {
  return spawnSync('moto_server', ['--help']).status === 0 ? undefined : 'moto_server is not installed'
}

/** Starts the emulator on a free port of this machine. */
export async function openEmulator(): Promise<Emulator> {
  const port = await freePort()
  const child = spawn('moto_server', ['-H', '127.0.0.1', '-p', String(port)], {
    env: { ...process.env, MOTO_IAM_LOAD_MANAGED_POLICIES: 'true', MOTO_ACM_VALIDATION_WAIT: '1' },
    stdio: ['ignore', 'ignore', 'pipe'],
    // A group of its own: the command may be a script that starts the real one.
    detached: true,
  })
  await started(child)
  const address = `http://127.0.0.1:${port}`
  return {
    environment: {
      AWS_ENDPOINT_URL: address,
      AWS_ACCESS_KEY_ID: 'nobody',
      AWS_SECRET_ACCESS_KEY: 'nothing',
      AWS_REGION: region,
      AWS_EC2_METADATA_DISABLED: 'true',
    },
    ...callsTo(address),
    close: () => end(child),
  }
}

function callsTo(address: string): Omit<Emulator, 'environment' | 'close'> {
  const json = (service: string, target: string, version: string) => async (body: unknown) => {
    const answer = await fetch(address, {
      method: 'POST',
      headers: {
        authorization: credentials(service),
        'x-amz-target': target,
        'content-type': `application/x-amz-json-${version}`,
      },
      body: JSON.stringify(body),
    })
    if (answer.status === 400 && target.endsWith('.GetParameter')) return undefined
    return (await good(answer, target)).json()
  }
  const object = async (method: string, bucket: string, key: string, body?: string | Buffer<ArrayBuffer>) =>
    good(
      await fetch(`${address}/${bucket}/${key}`, {
        method,
        headers: { authorization: credentials('s3') },
        ...(body !== undefined && { body }),
      }),
      `${method} ${key}`,
    )

  return {
    putParameter: async (name, value, type = 'String') => {
      await json('ssm', 'AmazonSSM.PutParameter', '1.1')({ Name: name, Value: value, Type: type, Overwrite: true })
    },
    getParameter: async (name) => {
      const found = (await json('ssm', 'AmazonSSM.GetParameter', '1.1')({ Name: name, WithDecryption: true })) as
        | { Parameter: { Value: string; Type: string } }
        | undefined
      return found && { value: found.Parameter.Value, type: found.Parameter.Type }
    },
    putItem: async (table, item) => {
      await json('dynamodb', 'DynamoDB_20120810.PutItem', '1.0')({ TableName: table, Item: item })
    },
    deleteItem: async (table, key) => {
      await json('dynamodb', 'DynamoDB_20120810.DeleteItem', '1.0')({ TableName: table, Key: key })
    },
    putBucket: async (bucket) => void (await object('PUT', bucket, '', placedIn)),
    putObject: async (bucket, key, content) =>
      void (await object('PUT', bucket, key, typeof content === 'string' ? content : Buffer.from(content))),
    deleteObject: async (bucket, key) => void (await object('DELETE', bucket, key)),
    getObject: async (bucket, key) => (await object('GET', bucket, key)).text(),
    bill: async (months) => {
      const results = [{ ResultsByTime: months, GroupDefinitions: [], DimensionValueAttributes: [] }]
      const init = { method: 'POST', body: JSON.stringify({ account_id: '123456789012', results }) }
      await good(await fetch(`${address}/moto-api/static/ce/cost-and-usage-results`, init), 'bill')
    },
    forget: async () => void (await good(await fetch(`${address}/moto-api/reset`, { method: 'POST' }), 'reset')),
  }
}

// The emulator reads service and region here, and asks for no signature.
function credentials(service: string): string {
  return `AWS4-HMAC-SHA256 Credential=nobody/20260101/${region}/${service}/aws4_request, SignedHeaders=host, Signature=none`
}

async function good(answer: Response, what: string): Promise<Response> {
  if (!answer.ok) throw new Error(`${what}: ${answer.status} ${(await answer.text()).slice(0, 500)}`)
  return answer
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.on('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() =>
        typeof address === 'object' && address ? resolve(address.port) : reject(new Error('no port was free')),
      )
    })
  })
}

function started(child: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    let said = ''
    child.stderr!.on('data', (chunk: Buffer) => {
      said += chunk.toString()
      if (said.includes('Running on')) resolve()
      // It writes a line a request: what it said at its start is enough.
      said = said.slice(-2_000)
    })
    child.on('error', reject)
    child.on('exit', () => reject(new Error(`the emulator ended: ${said}`)))
  })
}

function end(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    if (child.exitCode !== null || child.pid === undefined) return resolve()
    child.removeAllListeners('exit')
    child.on('exit', () => resolve())
    process.kill(-child.pid, 'SIGTERM')
  })
}
