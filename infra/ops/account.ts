import { AutoScalingClient } from '@aws-sdk/client-auto-scaling'
import { CloudFrontClient } from '@aws-sdk/client-cloudfront'
import { CloudWatchLogsClient } from '@aws-sdk/client-cloudwatch-logs'
import { CostExplorerClient } from '@aws-sdk/client-cost-explorer'
import { RDSClient } from '@aws-sdk/client-rds'
import { S3Client } from '@aws-sdk/client-s3'
import { SecretsManagerClient } from '@aws-sdk/client-secrets-manager'
import {
  GetParameterCommand,
  GetParametersByPathCommand,
  type Parameter,
  PutParameterCommand,
  SSMClient,
} from '@aws-sdk/client-ssm'
import { GetCallerIdentityCommand, STSClient } from '@aws-sdk/client-sts'
import { codes, Refused } from './command.ts'

/** What Terraform's roots have published that the commands read. */
export interface Published {
  readonly foundation: { readonly zone: string | null; readonly name_servers: readonly string[] }
  readonly data: {
    readonly buckets: {
      readonly site: string
      readonly releases: string
      readonly uploads: string
      readonly logs: string
    }
    readonly database: { readonly identifier: string }
  }
  readonly app: {
    readonly instance_id: string | null
    readonly scaling_group: string | null
    readonly instance_tag: { readonly key: string; readonly value: string }
    readonly document: string
    readonly log_groups: Readonly<Record<string, string>>
    readonly secrets: readonly string[]
  }
  readonly edge: { readonly address: string; readonly distribution_id: string }
  readonly watch: { readonly alarm_names: readonly string[]; readonly dashboard: string }
}

/** One environment in an account of AWS's, and the clients that speak to it. */
export interface Account {
  readonly environment: string
  readonly region: string
  /** Everything of this environment in Parameter Store is below it. */
  readonly parameters: string
  readonly ssm: SSMClient
  readonly s3: S3Client
  readonly sts: STSClient
  readonly scaling: AutoScalingClient
  readonly databases: RDSClient
  readonly logs: CloudWatchLogsClient
  readonly secrets: SecretsManagerClient
  readonly edge: CloudFrontClient
  readonly costs: CostExplorerClient
  /** Who is signed in, and to which account. Refuses an account that is not this environment's. */
  readonly identity: () => Promise<Identity>
}

/** Somebody who is signed in. */
export interface Identity {
  readonly number: string
  readonly arn: string
}

interface Where {
  readonly environment: string
  readonly region: string
  /** The account that this environment is in, where its values name it. */
  readonly number?: string | undefined
}

/** Clients by the operator's own way of signing in (`aws sso login`, a profile, the pipeline's role). */
export function openAccount({ environment, region, number }: Where): Account {
  const settings = { region, maxAttempts: 4 }
  // CloudFront and the bill are asked in one region for the whole world.
  const global = { ...settings, region: 'us-east-1' }
  const sts = new STSClient(settings)
  let known: Promise<Identity> | undefined
  const identity = () => (known ??= identityOf(sts, environment, number))
  const clients = {
    ssm: new SSMClient(settings),
    // An address of our own choice knows no host names of buckets.
    s3: new S3Client({ ...settings, forcePathStyle: process.env['AWS_ENDPOINT_URL'] !== undefined }),
    scaling: new AutoScalingClient(settings),
    databases: new RDSClient(settings),
    logs: new CloudWatchLogsClient(settings),
    secrets: new SecretsManagerClient(settings),
    edge: new CloudFrontClient(global),
    costs: new CostExplorerClient(global),
  }
  // Before anything is asked or changed: whoever is signed in elsewhere would find nothing there, or make all of it a second time.
  if (number !== undefined) for (const client of Object.values(clients)) beforeEach(client, identity)
  return { environment, region, parameters: `/flora/${environment}`, sts, identity, ...clients }
}

async function identityOf(sts: STSClient, environment: string, wanted: string | undefined): Promise<Identity> {
  const { Account: number = '', Arn: arn = '' } = await sts.send(new GetCallerIdentityCommand({}))
  if (wanted !== undefined && number !== wanted)
    throw new Refused(
      `You are signed in to the account ${number} (${arn}), and ${environment} is in ${wanted}. Choose the right one by AWS_PROFILE.`,
      codes.declined,
    )
  return { number, arn }
}

interface Layered {
  readonly middlewareStack: {
    add: (
      layer: (next: (args: never) => Promise<never>) => (args: never) => Promise<never>,
      where: { step: 'initialize'; priority: 'high' },
    ) => void
  }
}

function beforeEach(client: unknown, work: () => Promise<unknown>): void {
  const { middlewareStack } = client as Layered
  middlewareStack.add(
    (next) => async (args) => {
      await work()
      return next(args)
    },
    { step: 'initialize', priority: 'high' },
  )
}

/** What a root has published; refuses where it was not applied yet. */
export async function published<Root extends keyof Published>(account: Account, root: Root): Promise<Published[Root]> {
  const text = await parameter(account, `outputs/${root}`)
  if (text === undefined)
    throw new Refused(
      `${account.environment} has no ${root} yet in ${account.region}: npm run ops -- up --env ${account.environment}`,
      codes.notThere,
    )
  return JSON.parse(text) as Published[Root]
}

/** A parameter's value by its name below the environment's path, opened when it is sealed. */
export async function parameter({ ssm, parameters }: Account, name: string): Promise<string | undefined> {
  try {
    const found = await ssm.send(new GetParameterCommand({ Name: `${parameters}/${name}`, WithDecryption: true }))
    return found.Parameter?.Value
  } catch (error) {
    if (error instanceof Error && error.name === 'ParameterNotFound') return undefined
    throw error
  }
}

/** Every parameter below a folder, sealed ones opened. */
export async function parametersBelow({ ssm, parameters }: Account, folder: string): Promise<Parameter[]> {
  const found: Parameter[] = []
  let NextToken: string | undefined
  do {
    const page = await ssm.send(
      new GetParametersByPathCommand({
        Path: `${parameters}/${folder}`,
        Recursive: true,
        WithDecryption: true,
        ...(NextToken && { NextToken }),
      }),
    )
    found.push(...(page.Parameters ?? []))
    NextToken = page.NextToken
  } while (NextToken)
  return found
}

/** Writes a parameter that Terraform has made; what it is sealed by stays. */
export async function putParameter({ ssm, parameters }: Account, name: string, Value: string): Promise<void> {
  await ssm.send(new PutParameterCommand({ Name: `${parameters}/${name}`, Value, Overwrite: true }))
}
