import { globSync, readFileSync } from 'node:fs'
import path from 'node:path'
import type { Emulator } from './emulator.ts'
import { configuration, type Workplace } from './terraform.ts'

/** The roots of an environment, in the order in which they need one another. */
export const rootsOfAnEnvironment = ['foundation', 'data', 'app', 'edge', 'watch', 'access'] as const

/**
 * All roots as one, in `whole/`, so that one plan shows everything: production as it is, the same as a starter, staging, and what an
 * account has once. Their values are the environments' own.
 */
export function writeWhole(place: Workplace): void {
  const values = (file: string) => readFileSync(path.join(configuration, 'environments', file), 'utf8')
  const providers = '  providers = { aws = aws, aws.global = aws.global, aws.copies = aws.copies }\n'
  const call = (name: string, source: string, body: string) =>
    `module "${name}" {\n  source = "../roots/${source}"\n${providers}${body}\n}\n`
  const big = values('prod/common.tfvars')
  const small = big.replace(/^size += .*$/m, 'size = "starter"\nproject = "small"')
  const calls = [
    ...rootsOfAnEnvironment.flatMap((root) => [
      call(`big_${root}`, root, big + values(`prod/${root}.tfvars`)),
      call(`small_${root}`, root, small + values(`prod/${root}.tfvars`)),
      call(`staging_${root}`, root, values('staging/common.tfvars') + values(`staging/${root}.tfvars`)),
    ]),
    call('account', 'account', values('account.tfvars')),
    call('bootstrap', 'bootstrap', 'region = "ap-southeast-2"'),
  ]
  place.write('whole/main.tf', [...ownProviders, ...calls].join('\n'))
  borrowProviders(place)
}

const ownProviders = [
  'provider "aws" {\n  region = "ap-southeast-2"\n}\n',
  'provider "aws" {\n  alias  = "global"\n  region = "us-east-1"\n}\n',
  'provider "aws" {\n  alias  = "copies"\n  region = "ap-southeast-4"\n}\n',
]

// A root that brings its own provider starts one, of 700 MB; twenty roots may share three.
function borrowProviders(place: Workplace): void {
  for (const file of globSync('roots/*/*.tf', { cwd: configuration })) {
    const text = readFileSync(path.join(configuration, file), 'utf8')
    place.write(
      file,
      text
        .replaceAll(/^provider "aws" \{\n[\s\S]*?^\}\n/gm, '')
        .replaceAll(/^ +backend "s3" \{\}\n/gm, '')
        .replace(/^( +)(version = "5\.\S+"\n)/m, '$1$2$1configuration_aliases = [aws.global, aws.copies]\n'),
    )
  }
}

/** Writes down what roots would have said of themselves, had they been applied. */
export async function pretendMade(emulator: Emulator, at: string, size: 'starter' | 'highly-available'): Promise<void> {
  const isBig = size === 'highly-available'
  const name = at.slice(1).replaceAll('/', '-')
  const bucket = (what: string) => `${name}-${what}-123456789012`
  const each = <T>(make: (what: string) => T) =>
    Object.fromEntries(['site', 'uploads', 'releases', 'logs'].map((what) => [what, make(what)]))
  const key = (what: string) => `arn:aws:kms:ap-southeast-2:123456789012:key/${what}`
  const zones = isBig ? ['a', 'b', 'c'] : ['a', 'b']
  const made = {
    foundation: {
      vpc_id: 'vpc-made',
      public_subnet_ids: zones.map((zone) => `subnet-public-${zone}`),
      app_subnet_ids: zones.map((zone) => `subnet-app-${zone}`),
      data_subnet_ids: zones.map((zone) => `subnet-data-${zone}`),
      group_ids: {
        load_balancer: isBig ? 'sg-balancer' : null,
        app: 'sg-app',
        database: 'sg-database',
        cache: isBig ? 'sg-cache' : null,
      },
      keys: { kept_arn: key('kept'), said_arn: key('said') },
      zone_id: 'ZMADE',
    },
    data: madeData(name, isBig, each(bucket)),
    app: {
      origin_host: 'origin.shop.example',
      instance_id: isBig ? null : 'i-made',
      scaling_group: isBig ? name : null,
      load_balancer: isBig ? { arn_suffix: 'app/made/1', target_group_arn_suffix: 'targetgroup/made/1' } : null,
      instance_tag: { key: 'flora:runs', value: name },
      document: `${name}-boot`,
      role_name: `${name}-app`,
      log_groups: { boot: `${at}/boot`, serve: `${at}/serve`, work: `${at}/work` },
      secrets: [],
    },
    edge: {
      address: 'https://shop.example',
      distribution_id: 'EMADE',
      distribution_arn: 'arn:aws:cloudfront::123456789012:distribution/EMADE',
      firewall_name: null,
    },
  }
  for (const [root, said] of Object.entries(made))
    await emulator.putParameter(`${at}/outputs/${root}`, JSON.stringify(said))
  await emulator.putParameter(`${at}/internal/ORIGIN_WORD`, 'made-up', 'SecureString')
}

/** What the data root says of itself; by itself where the database, which takes minutes to come, is left out. */
export function madeData(name: string, isBig: boolean, buckets: Readonly<Record<string, string>>): object {
  return {
    buckets,
    bucket_arns: Object.fromEntries(Object.entries(buckets).map(([what, bucket]) => [what, `arn:aws:s3:::${bucket}`])),
    site_host: `${buckets['site']}.s3.ap-southeast-2.amazonaws.com`,
    database: {
      identifier: name,
      arn: `arn:aws:rds:ap-southeast-2:123456789012:db:${name}`,
      host: `${name}.made.ap-southeast-2.rds.amazonaws.com`,
      replica_identifiers: isBig ? [`${name}-reads-1`] : [],
      secret_arn: isBig ? 'arn:aws:secretsmanager:ap-southeast-2:123456789012:secret:rds!made' : null,
    },
    cache: {
      cluster_ids: isBig ? [`${name}-001`, `${name}-002`] : [],
      connect_arns: isBig ? [`arn:aws:elasticache:ap-southeast-2:123456789012:replicationgroup:${name}`] : [],
    },
    backup: { vault: name, role_arn: 'arn:aws:iam::123456789012:role/made', copies_vault_arn: null },
  }
}
