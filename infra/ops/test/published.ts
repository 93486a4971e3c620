import {
  AutoScalingClient,
  CreateAutoScalingGroupCommand,
  CreateLaunchConfigurationCommand,
} from '@aws-sdk/client-auto-scaling'
import { CloudFrontClient, CreateDistributionCommand } from '@aws-sdk/client-cloudfront'
import {
  CloudWatchLogsClient,
  CreateLogGroupCommand,
  CreateLogStreamCommand,
  PutLogEventsCommand,
} from '@aws-sdk/client-cloudwatch-logs'
import { EC2Client, RunInstancesCommand } from '@aws-sdk/client-ec2'
import { CreateDBInstanceCommand, RDSClient } from '@aws-sdk/client-rds'
import type { Emulator } from '../../testing/emulator.ts'

/** What Terraform would have left on the emulator, as far as the operator's commands look for it. */
export interface PublishedThere {
  readonly buckets: {
    readonly site: string
    readonly releases: string
    readonly uploads: string
    readonly logs: string
  }
  readonly distribution: string
  readonly instance: string
}

/** Puts an environment's buckets, parameters, machine, database, log and distribution onto an emulator. */
export async function publishEnvironment(
  emulator: Emulator,
  environment: string,
  address: string,
): Promise<PublishedThere> {
  const name = `flora-${environment}`
  const settings = { region: 'ap-southeast-2' }
  const buckets = {
    site: `${name}-site`,
    releases: `${name}-releases`,
    uploads: `${name}-uploads`,
    logs: `${name}-logs`,
  }
  for (const bucket of Object.values(buckets)) await emulator.putBucket(bucket)
  const { Instances: [machine] = [] } = await new EC2Client(settings).send(
    new RunInstancesCommand({
      MinCount: 1,
      MaxCount: 1,
      ImageId: 'ami-12c6146b',
      TagSpecifications: [{ ResourceType: 'instance', Tags: [{ Key: 'flora:runs', Value: name }] }],
    }),
  )
  const instance = machine!.InstanceId!
  await new RDSClient(settings).send(
    new CreateDBInstanceCommand({
      DBInstanceIdentifier: name,
      DBInstanceClass: 'db.t4g.micro',
      Engine: 'postgres',
      AllocatedStorage: 20,
      MasterUsername: 'flora',
      MasterUserPassword: 'made-up-by-a-test',
    }),
  )
  const distribution = await makeDistribution(name, buckets.site)
  await writeLog(`/flora/${environment}/boot`, instance)
  const outputs = {
    data: { buckets, database: { identifier: name } },
    app: {
      instance_id: instance,
      scaling_group: null,
      instance_tag: { key: 'flora:runs', value: name },
      document: `${name}-boot`,
      log_groups: {
        boot: `/flora/${environment}/boot`,
        serve: `/flora/${environment}/serve`,
        work: `/flora/${environment}/work`,
      },
      secrets: [],
    },
    edge: { address, distribution_id: distribution },
  }
  for (const [root, value] of Object.entries(outputs))
    await emulator.putParameter(`/flora/${environment}/outputs/${root}`, JSON.stringify(value))
  for (const part of ['api', 'web']) await emulator.putParameter(`/flora/${environment}/release/${part}`, 'none')
  for (const secret of ['STRIPE_SECRET_KEY', 'SMTP_URL', 'SIGNING_KEYS', 'SEALING_KEY'])
    await emulator.putParameter(`/flora/${environment}/secret/${secret}`, 'unset', 'SecureString')
  return { buckets, distribution, instance }
}

/** Has the environment's machines stand in a scaling group instead. */
export async function publishGroup(emulator: Emulator, environment: string): Promise<string> {
  const name = `flora-${environment}`
  const scaling = new AutoScalingClient({ region: 'ap-southeast-2' })
  await scaling.send(
    new CreateLaunchConfigurationCommand({
      LaunchConfigurationName: name,
      ImageId: 'ami-12c6146b',
      InstanceType: 't3.small',
    }),
  )
  await scaling.send(
    new CreateAutoScalingGroupCommand({
      AutoScalingGroupName: name,
      LaunchConfigurationName: name,
      MinSize: 0,
      MaxSize: 1,
      AvailabilityZones: ['ap-southeast-2a'],
    }),
  )
  const { value } = (await emulator.getParameter(`/flora/${environment}/outputs/app`))!
  await emulator.putParameter(
    `/flora/${environment}/outputs/app`,
    JSON.stringify({ ...(JSON.parse(value) as object), scaling_group: name }),
  )
  return name
}

async function makeDistribution(name: string, site: string): Promise<string> {
  const { Distribution } = await new CloudFrontClient({ region: 'us-east-1' }).send(
    new CreateDistributionCommand({
      DistributionConfig: {
        CallerReference: name,
        Comment: name,
        Enabled: true,
        Origins: {
          Quantity: 1,
          Items: [
            {
              Id: 'site',
              DomainName: `${site}.s3.amazonaws.com`,
              S3OriginConfig: { OriginAccessIdentity: '' },
            },
          ],
        },
        DefaultCacheBehavior: {
          TargetOriginId: 'site',
          ViewerProtocolPolicy: 'redirect-to-https',
          MinTTL: 0,
          ForwardedValues: { QueryString: false, Cookies: { Forward: 'none' } },
        },
      },
    }),
  )
  return Distribution!.Id!
}

async function writeLog(logGroupName: string, logStreamName: string): Promise<void> {
  const logs = new CloudWatchLogsClient({ region: 'ap-southeast-2' })
  await logs.send(new CreateLogGroupCommand({ logGroupName }))
  await logs.send(new CreateLogStreamCommand({ logGroupName, logStreamName }))
  const timestamp = Temporal.Now.instant().epochMilliseconds
  await logs.send(
    new PutLogEventsCommand({ logGroupName, logStreamName, logEvents: [{ timestamp, message: 'next serves' }] }),
  )
}
