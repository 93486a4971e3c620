import assert from 'node:assert/strict'
import { after, before, suite, test } from 'node:test'
import { readConfig, variables } from '../apps/api/src/platform/config.ts'
import { withNewSigningKey } from '../apps/api/src/platform/signing-keys.ts'
import { type Emulator, openEmulator, whyNoEmulator } from './testing/emulator.ts'
import { type Plan, resources, type Statement, statements } from './testing/plan.ts'
import { none, openWorkplace, succeeded, whyNoTerraform, type Workplace } from './testing/terraform.ts'
import { pretendMade, writeWhole } from './testing/whole.ts'

const skip = whyNoTerraform() ?? whyNoEmulator() ?? false
const isGiven = (value: unknown) => value !== undefined && value !== null

// What only the boot script reads.
const forTheMachine = new Set([
  'DATABASE_CA_FILE',
  'DATABASE_HOST',
  'DATABASE_NAME',
  'DATABASE_PASSWORD_IN',
  // For reports beside the shop, which itself reads where it writes.
  'DATABASE_REPLICA_HOST',
  'DATABASE_SECRET_ARN',
  'DATABASE_USER',
  'SECRETS_HANDOVER',
])

// By the operator: docs/guides/operating.md.
const filledIn: Record<string, string> = {
  MAIL_FROM: 'Flora <hello@flora-of-ours.com>',
  SMTP_URL: 'smtps://user:made-up@mail.flora-of-ours.com:465',
  SIGNING_KEYS: withNewSigningKey([]),
  SEALING_KEY: Buffer.alloc(32, 7).toString('base64'),
}
const live: Record<string, string> = {
  STRIPE_SECRET_KEY: ['sk', 'live', 'made'].join('_'),
  STRIPE_PUBLISHABLE_KEY: ['pk', 'live', 'made'].join('_'),
  STRIPE_WEBHOOK_SECRET: ['whsec', 'made'].join('_'),
}

suite('production in both sizes and staging, planned whole', { skip }, () => {
  let place: Workplace
  let emulator: Emulator
  let plan: Plan
  let said: readonly Statement[]

  before(async () => {
    place = openWorkplace()
    emulator = await openEmulator()
    await pretendMade(emulator, '/flora/prod', 'highly-available')
    await pretendMade(emulator, '/small/prod', 'starter')
    await pretendMade(emulator, '/flora/staging', 'highly-available')
    writeWhole(place)
    succeeded(await place.run('whole', ['init', '-no-color']))
    succeeded(await place.run('whole', ['plan', '-no-color', '-lock=false', '-out=plan'], emulator.environment))
    plan = JSON.parse(succeeded(await place.run('whole', ['show', '-json', 'plan']))) as Plan
    said = statements(plan)
    assert.ok(
      resources(plan).length > 300 && said.length > 60,
      `${resources(plan).length} resources, ${said.length} statements`,
    )
  })
  after(async () => {
    await emulator?.close()
    place?.close()
  })

  const of = (type: string) => {
    const all = resources(plan).filter((resource) => resource.type === type)
    assert.ok(all.length > 0, `there is no ${type} in the plan`)
    return all
  }

  test('nothing is open to the world but the edge', () => {
    none(
      of('aws_vpc_security_group_ingress_rule')
        .filter(({ values }) => isGiven(values['cidr_ipv4']) || isGiven(values['cidr_ipv6']))
        .map(({ address }) => address),
      'Who comes in is a group, or CloudFront.',
    )
    none(
      of('aws_subnet')
        .filter(({ values }) => values['map_public_ip_on_launch'] !== false)
        .map(({ address }) => address),
      'No address by where something stands.',
    )
    none(
      [...of('aws_db_instance')]
        .filter(({ values }) => values['publicly_accessible'] !== false)
        .map(({ address }) => address),
      'A database has no public address.',
    )
    assert.deepEqual(
      of('aws_lb').map(({ address, values }) => [address, values['internal']]),
      ['big', 'staging'].map((size) => [`module.${size}_app.module.compute.aws_lb.this[0]`, false]),
    )
    // The addresses of the world: gateways out, and the one machine of the starter.
    assert.deepEqual(
      of('aws_eip')
        .map(({ address }) => address.replace(/\[.*/, ''))
        .toSorted(),
      [
        ...Array.from({ length: 3 }, () => 'module.big_foundation.module.network.aws_eip.nat'),
        'module.small_app.module.compute.aws_eip.this',
        'module.staging_foundation.module.network.aws_eip.nat',
      ].toSorted(),
    )
  })

  test('rules let in by group, and only CloudFront by its list', () => {
    const listed = of('aws_vpc_security_group_ingress_rule').filter(({ values }) => isGiven(values['prefix_list_id']))
    assert.deepEqual(
      listed.map(({ address, values }) => [address, values['from_port'], values['to_port']]),
      [
        ['module.big_foundation.module.network.aws_vpc_security_group_ingress_rule.cloudfront', 443, 443],
        ['module.small_foundation.module.network.aws_vpc_security_group_ingress_rule.cloudfront', 3000, 3000],
        ['module.staging_foundation.module.network.aws_vpc_security_group_ingress_rule.cloudfront', 443, 443],
      ],
    )
    none(
      resources(plan)
        .filter(({ type, values }) => type === 'aws_security_group' && [values['ingress']].flat().some(Boolean))
        .map(({ address }) => address),
      'Rules stand by themselves, where they are looked for.',
    )
  })

  test('the database is entered from the shop’s group only, and by TLS', () => {
    const doors = of('aws_vpc_security_group_ingress_rule').filter(({ address }) => /database/.test(address))
    assert.equal(doors.length, 3)
    for (const { address } of doors) {
      const rule = referencesOf(plan, address)
      assert.deepEqual(rule['security_group_id']?.[0], 'aws_security_group.database.id', address)
      assert.deepEqual(rule['referenced_security_group_id']?.[0], 'aws_security_group.app.id', address)
    }
    none(
      of('aws_db_instance')
        .filter(
          ({ address, values }) =>
            !/replica/.test(address) &&
            JSON.stringify(values['vpc_security_group_ids']) !== JSON.stringify(['sg-database']),
        )
        .map(({ address }) => address),
      'It is in the database’s group and in no other.',
    )
    none(
      of('aws_db_parameter_group')
        .filter(
          ({ values }) =>
            !(values['parameter'] as { name: string; value: string }[]).some(
              ({ name, value }) => name === 'rds.force_ssl' && value === '1',
            ),
        )
        .map(({ address }) => address),
      'No connection without TLS.',
    )
  })

  test('all that is stored is sealed', () => {
    const sealed: Record<string, (values: Record<string, unknown>) => boolean> = {
      aws_db_instance: ({ storage_encrypted: yes, kms_key_id: key }) => yes === true && key !== null,
      aws_elasticache_replication_group: (v) =>
        String(v['at_rest_encryption_enabled']) === 'true' &&
        v['transit_encryption_enabled'] === true &&
        isGiven(v['kms_key_id']),
      aws_launch_template: ({ block_device_mappings: disks }) =>
        (disks as { ebs: { encrypted: string; kms_key_id?: string }[] }[]).every(({ ebs }) =>
          ebs.every((disk) => disk.encrypted === 'true' && disk.kms_key_id !== null),
        ),
      aws_cloudwatch_log_group: ({ kms_key_id: key }) => key !== null,
      aws_sns_topic: ({ kms_master_key_id: key }) => key !== null,
      aws_backup_vault: ({ kms_key_arn: key }) => key !== null,
      aws_dynamodb_table: ({ server_side_encryption: seal }) => (seal as { enabled: boolean }[])[0]?.enabled === true,
      aws_cloudtrail: ({ kms_key_id: key }) => key !== null,
      aws_kms_key: ({ enable_key_rotation: rotates }) => rotates === true,
      aws_s3_bucket_server_side_encryption_configuration: ({ rule }) => {
        const seal = (rule as { apply_server_side_encryption_by_default: { sse_algorithm: string }[] }[])[0]
        return ['aws:kms', 'AES256'].includes(seal?.apply_server_side_encryption_by_default[0]?.sse_algorithm ?? '')
      },
    }
    for (const [type, isSealed] of Object.entries(sealed))
      none(
        of(type)
          .filter(({ values }) => !isSealed(values))
          .map(({ address }) => address),
        `${type} is sealed by a key`,
      )
    // S3's own key where AWS's services write their logs, which can write with no other.
    assert.deepEqual(
      of('aws_s3_bucket_server_side_encryption_configuration')
        .filter(({ values }) => JSON.stringify(values).includes('AES256'))
        .map(({ address }) => /\["(\w+)"\]/.exec(address)?.[1]),
      ['logs', 'logs', 'logs'],
    )
  })

  test('every bucket has its walls, its key and its refusal of plain HTTP', () => {
    const buckets = of('aws_s3_bucket').map(({ address }) => address)
    const wall = of('aws_s3_bucket_public_access_block')
    none(
      wall
        .filter(
          ({ values }) =>
            !['block_public_acls', 'block_public_policy', 'ignore_public_acls', 'restrict_public_buckets'].every(
              (name) => values[name] === true,
            ),
        )
        .map(({ address }) => address),
      'All four walls.',
    )
    assert.equal(wall.length, buckets.length)
    assert.equal(of('aws_s3_bucket_server_side_encryption_configuration').length, buckets.length)
    assert.equal(of('aws_s3_bucket_versioning').length, buckets.length)
    assert.equal(
      said.filter(({ sid, effect }) => sid === 'NothingWithoutTls' && effect === 'Deny').length,
      buckets.length,
    )
  })

  test('no policy allows every action, or any on everything', () => {
    const inKeys = /\.aws_iam_policy_document\.(kept|said|edge_key|key)$/
    const allowed = said.filter(({ effect }) => effect === 'Allow')
    none(
      allowed
        .filter(({ address, actions }) => actions.some((action) => action.includes('*')) && !inKeys.test(address))
        .map(({ address, sid }) => `${address} ${sid}`),
      'Actions are named one by one.',
    )
    // In a key's policy * is the key; and there only the account itself has every action.
    none(
      allowed
        .filter(
          ({ address, actions, principals, conditions }) =>
            inKeys.test(address) &&
            actions.some((action) => action.includes('*')) &&
            !(principals.length === 1 && principals[0]!.endsWith(':root') && conditions === 0),
        )
        .map(({ address, sid }) => `${address} ${sid}`),
      'Every action on a key is for the account only.',
    )
    // What a policy may do to everything: look, be reached by Session Manager, and measure in its own namespace.
    const toAll = allowed.filter(({ address, resources: what }) => what.includes('*') && !inKeys.test(address))
    assert.deepEqual([...new Set(toAll.map(({ sid }) => sid))].toSorted(), [
      'BeReachedBySessionManager',
      'Measure',
      'SeeHowItGoes',
    ])
    none(
      allowed
        .filter(({ principals, conditions }) => principals.includes('*') && conditions === 0)
        .map(({ address, sid }) => `${address} ${sid}`),
      'Nobody is everybody without a condition.',
    )
  })

  test('machines speak IMDSv2, have no key for SSH and no port for it', () => {
    for (const { address, values } of of('aws_launch_template')) {
      const [metadata] = values['metadata_options'] as { http_tokens: string; http_put_response_hop_limit: number }[]
      assert.equal(metadata?.http_tokens, 'required', address)
      assert.equal(metadata?.http_put_response_hop_limit, 1, address)
      assert.ok(!values['key_name'], address)
    }
    none(
      of('aws_vpc_security_group_ingress_rule')
        .filter(({ values }) => Number(values['from_port']) <= 22 && Number(values['to_port']) >= 22)
        .map(({ address }) => address),
      'No port 22.',
    )
  })

  test('the edge speaks TLS to shoppers, and in front of the larger size stands a firewall', () => {
    for (const { address, values } of of('aws_cloudfront_distribution')) {
      const [viewer] = values['viewer_certificate'] as { minimum_protocol_version: string }[]
      assert.equal(viewer?.minimum_protocol_version, 'TLSv1.2_2021', address)
      const ways = [values['default_cache_behavior'], values['ordered_cache_behavior']].flat() as {
        viewer_protocol_policy: string
      }[]
      assert.ok(ways.length >= 4 && ways.every(({ viewer_protocol_policy: how }) => how !== 'allow-all'), address)
    }
    assert.equal(
      resources(plan).filter(({ type, address }) => type === 'aws_wafv2_web_acl' && address.startsWith('module.big_'))
        .length,
      2,
    )
    assert.equal(of('aws_wafv2_web_acl_association').length, 1)
  })

  test('no secret is in the plan', () => {
    const text = JSON.stringify(plan)
    assert.doesNotMatch(text, /postgresql:\/\/[^/@"]+:[^/@"]+@/)
    none(
      of('aws_ssm_parameter')
        .filter(({ values }) => values['type'] === 'SecureString' && isGiven(values['value_wo']))
        .map(({ address }) => address),
      'What is written only is not planned.',
    )
  })

  test('what machines are told opens the shop in each environment, and nothing of it is unheard', () => {
    for (const [at, mode] of [
      ['/flora/prod', 'production'],
      ['/small/prod', 'production'],
      ['/flora/staging', 'rehearsal'],
    ] as const) {
      const below = (folder: string) =>
        of('aws_ssm_parameter').flatMap(({ values }) => {
          const [, name] = new RegExp(`^${at}/${folder}/(\\w+)$`).exec(String(values['name'])) ?? []
          return name === undefined
            ? []
            : [[name, isGiven(values['value']) ? String(values['value']) : undefined] as const]
        })
      const config = below('config')
      const secrets = below('secret').map(([name]) => name)
      const names = [...config.map(([name]) => name), ...secrets]
      assert.deepEqual(
        names.filter((name) => !(name in variables.shape) && !forTheMachine.has(name)),
        [],
        `${at}: see apps/api/src/platform/config.ts`,
      )
      // As the boot script hands it over, with what an operator fills in, and what is known only when it is made.
      const told = Object.fromEntries(
        [...config, ...secrets.map((name) => [name, undefined] as const)].map(([name, value]) => [
          name,
          value ?? filledIn[name],
        ]),
      )
      const read = readConfig({
        ...told,
        ...filledIn,
        ...(mode === 'production' && live),
        DATABASE_URL: 'postgresql://flora:made@db.internal:5432/flora',
      })
      assert.equal(read.mode, mode)
      assert.equal(read.filesBucket?.region, 'ap-southeast-2')
      assert.match(read.publicUrl, /^https:/)
    }
  })

  test('the starter pays for no gateway, no load balancer, no cache and no firewall', () => {
    const dear = ['aws_nat_gateway', 'aws_lb', 'aws_elasticache_replication_group', 'aws_wafv2_web_acl']
    none(
      resources(plan)
        .filter(({ type, address }) => dear.includes(type) && address.startsWith('module.small_'))
        .map(({ address }) => address),
      'See docs/costs.md.',
    )
    assert.equal(of('aws_instance').length, 1)
    assert.deepEqual(
      of('aws_vpc_endpoint')
        .filter(({ address }) => address.startsWith('module.small_'))
        .map(({ values }) => values['vpc_endpoint_type']),
      ['Gateway'],
    )
  })

  test('what the seeds of the larger size promise is there', () => {
    const database = of('aws_db_instance').filter(({ address }) => address.startsWith('module.big_'))
    assert.deepEqual(database.map(({ values }) => values['multi_az'] ?? false).toSorted(), [false, true])
    const [group] = of('aws_autoscaling_group')
    assert.equal(group!.values['min_size'], 2)
    assert.ok(
      of('aws_backup_vault').some(({ address }) => address.startsWith('module.big_') && address.endsWith('there[0]')),
    )
    assert.equal(
      of('aws_cloudtrail').length +
        of('aws_config_configuration_recorder').length +
        of('aws_guardduty_detector').length,
      3,
    )
    assert.equal(of('aws_budgets_budget').length + of('aws_ce_anomaly_monitor').length, 2)
    none(
      of('aws_secretsmanager_secret_rotation')
        .filter(({ address }) => address.startsWith('module.small_'))
        .map(({ address }) => address),
      'The starter’s password is a parameter.',
    )
  })
})

/** Which attributes a resource takes from where, as it is written. */
function referencesOf(plan: Plan, address: string): Record<string, readonly string[]> {
  interface Written {
    readonly resources?: { address: string; expressions: Record<string, { references?: string[] }> }[]
    readonly module_calls?: Record<string, { module: Written }>
  }
  const steps = [...address.matchAll(/module\.(\w+)(?:\[[^\]]*\])?\./g)].map(([, name]) => name!)
  const root = (plan as unknown as { configuration: { root_module: Written } }).configuration.root_module
  const module = steps.reduce<Written | undefined>((at, name) => at?.module_calls?.[name]?.module, root)
  const own = address.replaceAll(/module\.\w+(\[[^\]]*\])?\./g, '').replace(/\[[^\]]*\]$/, '')
  const resource = module?.resources?.find((one) => one.address === own)
  assert.ok(resource, `${address} is not written anywhere`)
  return Object.fromEntries(
    Object.entries(resource.expressions).map(([name, { references }]) => [name, references ?? []]),
  )
}
