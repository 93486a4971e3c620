import assert from 'node:assert/strict'
import { after, before, suite, test } from 'node:test'
import { type Emulator, openEmulator, whyNoEmulator } from './testing/emulator.ts'
import { differences, type Plan } from './testing/plan.ts'
import { none, openWorkplace, read, succeeded, whyNoTerraform, type Workplace } from './testing/terraform.ts'
import { madeData, rootsOfAnEnvironment } from './testing/whole.ts'

const skip = whyNoTerraform() ?? whyNoEmulator() ?? false

// What is left out on the emulator: it reads no conditions, and so takes "not without TLS" for "not at all"; it lets Terraform wait a
// minute for a lifecycle; and the vault is of a root that is not made here.
const leftOut: Record<string, string> = {
  bootstrap: ['aws_s3_bucket_policy.state', 'aws_s3_bucket_lifecycle_configuration.state'].map(without).join('\n'),
  watch: without('aws_backup_vault_notifications.this'),
}

function without(address: string): string {
  const [type, name] = address.split('.')
  return `resource "${type}" "${name}" {\n  count = 0\n}\n`
}

// What the emulator reads back otherwise than it was written. Anything else is a difference that AWS would show as well.
const drift = new Set([
  // The description of a rule that names a group or a list comes back with the next reading only.
  'module.network.aws_vpc_security_group_egress_rule.app_to_database description',
  'module.network.aws_vpc_security_group_ingress_rule.cloudfront description',
  'module.network.aws_vpc_security_group_ingress_rule.database_from_app description',
  // It adds the template's own tags to those of the machines; the version follows from that.
  'module.compute.aws_launch_template.this tag_specifications',
  'module.compute.aws_launch_template.this default_version',
  'module.compute.aws_launch_template.this latest_version',
  // It knows no recovery of machines.
  'module.compute.aws_instance.this[0] maintenance_options',
])

suite('dev, made and unmade on the emulator', { skip }, () => {
  let place: Workplace
  let emulator: Emulator
  let state: { bucket: string; key_arn: string; lock_table: string }
  const made: string[] = []

  before(async () => {
    place = openWorkplace()
    emulator = await openEmulator()
    for (const root of ['bootstrap', ...rootsOfAnEnvironment]) {
      const text = read(`roots/${root}/main.tf`)
      // What the emulator does not know is refused after two tries, not after minutes of them.
      const providers = ['', ...['global', 'copies'].filter((alias) => text.includes(`alias  = "${alias}"`))]
      place.write(
        `roots/${root}/emulator_override.tf`,
        providers
          .map((alias) => `provider "aws" {\n${alias && `  alias = "${alias}"\n`}  max_retries = 2\n}\n`)
          .join('\n') + (leftOut[root] ?? ''),
      )
    }
  })
  after(async () => {
    await emulator?.close()
    place?.close()
  })

  const terraform = (root: string, args: readonly string[]) => place.run(`roots/${root}`, args, emulator.environment)
  const values = (root: string) => [
    `-var-file=${place.folder}/environments/dev/common.tfvars`,
    `-var-file=${place.folder}/environments/dev/${root}.tfvars`,
  ]
  const enter = async (root: string) =>
    succeeded(
      await terraform(root, [
        'init',
        '-no-color',
        `-backend-config=${place.folder}/environments/dev/backend.hcl`,
        `-backend-config=bucket=${state.bucket}`,
        `-backend-config=kms_key_id=${state.key_arn}`,
        `-backend-config=key=dev/${root}.tfstate`,
      ]),
    )
  const differencesOf = async (root: string, given: readonly string[]) => {
    succeeded(await terraform(root, ['plan', '-no-color', '-lock=false', '-out=again', ...given]))
    return differences(JSON.parse(succeeded(await terraform(root, ['show', '-json', 'again']))) as Plan)
  }
  const make = async (root: string, meanwhile: () => Promise<void> = async () => undefined) => {
    made.push(root)
    succeeded(await terraform(root, ['apply', '-no-color', '-auto-approve', ...values(root)]))
    await meanwhile()
    none(
      (await differencesOf(root, values(root))).filter((difference) => !drift.has(difference)),
      `A second plan of ${root} changes nothing.`,
    )
  }

  test('bootstrap makes the place of the state, and a second plan changes nothing', async () => {
    const region = ['-var=region=ap-southeast-2']
    succeeded(await terraform('bootstrap', ['init', '-no-color']))
    succeeded(await terraform('bootstrap', ['apply', '-no-color', '-auto-approve', ...region]))
    none(
      (await differencesOf('bootstrap', region)).filter((difference) => !drift.has(difference)),
      'As it was left.',
    )
    state = JSON.parse(succeeded(await terraform('bootstrap', ['output', '-json', 'published']))) as typeof state
    assert.equal(state.bucket, 'flora-state-123456789012')
  })

  test('while one run holds the lock, by file or by table, another is refused', async () => {
    await enter('foundation')
    const lock = JSON.stringify({
      ID: 'held',
      Operation: 'OperationTypeApply',
      Who: 'somebody',
      Version: '1.11.4',
      Created: '2026-01-01T00:00:00Z',
      Path: 'held',
    })
    const attempt = () => terraform('foundation', ['plan', '-no-color', '-lock-timeout=0s', ...values('foundation')])

    await emulator.putObject(state.bucket, 'dev/foundation.tfstate.tflock', lock)
    const byFile = await attempt()
    await emulator.deleteObject(state.bucket, 'dev/foundation.tfstate.tflock')
    assert.equal(byFile.code, 1)
    assert.match(byFile.output, /Error acquiring the state lock/)

    const key = { LockID: { S: `${state.bucket}/dev/foundation.tfstate` } }
    await emulator.putItem(state.lock_table, { ...key, Info: { S: lock } })
    const byTable = await attempt()
    await emulator.deleteItem(state.lock_table, key)
    assert.equal(byTable.code, 1)
    assert.match(byTable.output, /Error acquiring the state lock/)
  })

  test('foundation is made, tells the others what it made, and keeps its state in the bucket', async () => {
    await make('foundation')
    const said = await emulator.getParameter('/flora/dev/outputs/foundation')
    assert.match(said?.value ?? '', /"vpc_id":"vpc-/)
    const word = await emulator.getParameter('/flora/dev/internal/ORIGIN_WORD')
    assert.equal(word?.type, 'SecureString')
    assert.match(await emulator.getObject(state.bucket, 'dev/foundation.tfstate'), /aws_vpc/)
  })

  test('app is made from what foundation said; its secrets have places, and no values in the state', async () => {
    const bucket = (what: string) => `flora-dev-${what}-123456789012`
    const buckets = Object.fromEntries(['site', 'uploads', 'releases', 'logs'].map((what) => [what, bucket(what)]))
    await emulator.putParameter('/flora/dev/outputs/data', JSON.stringify(madeData('flora-dev', false, buckets)))
    await enter('app')
    // An operator fills a secret, and what is planned afterwards leaves it alone.
    await make('app', async () => {
      const place = await emulator.getParameter('/flora/dev/secret/STRIPE_SECRET_KEY')
      assert.deepEqual(place, { value: 'unset', type: 'SecureString' })
      await emulator.putParameter('/flora/dev/secret/STRIPE_SECRET_KEY', 'sk_test_filled_by_hand', 'SecureString')
    })
    const filled = await emulator.getParameter('/flora/dev/secret/STRIPE_SECRET_KEY')
    assert.equal(filled?.value, 'sk_test_filled_by_hand')
    assert.doesNotMatch(await emulator.getObject(state.bucket, 'dev/app.tfstate'), /sk_test_filled_by_hand|"unset"/)
  })

  test('alarms and the pipeline’s roles are made from what the others said', async () => {
    await emulator.putParameter(
      '/flora/dev/outputs/edge',
      JSON.stringify({
        address: 'https://d1.cloudfront.net',
        distribution_id: 'E1',
        distribution_arn: 'arn:aws:cloudfront::123456789012:distribution/E1',
        firewall_name: null,
      }),
    )
    // Neither stands on the other; most of the time of each is spent waiting.
    await Promise.all(['watch', 'access'].map((root) => enter(root).then(() => make(root))))
    const alarms = await emulator.getParameter('/flora/dev/outputs/watch')
    assert.match(alarms?.value ?? '', /flora-dev-instance-gone/)
  })

  test('all of it is unmade again', async () => {
    // It keeps the interface of a machine attached after the machine has gone, and then refuses to part with it.
    succeeded(await terraform('app', ['state', 'rm', 'module.compute.aws_network_interface.this[0]']))
    const unmake = async (root: string) => {
      succeeded(await terraform(root, ['destroy', '-no-color', '-auto-approve', '-refresh=false', ...values(root)]))
      const left = JSON.parse(await emulator.getObject(state.bucket, `dev/${root}.tfstate`)) as { resources: unknown[] }
      assert.deepEqual(left.resources, [], root)
    }
    assert.deepEqual(made.toSorted(), ['access', 'app', 'foundation', 'watch'])
    await Promise.all(['access', 'watch'].map(unmake))
    await unmake('app')
    await unmake('foundation')
  })

  test('the place of the state refuses to be destroyed', async () => {
    const { code, output } = await terraform('bootstrap', [
      'destroy',
      '-no-color',
      '-auto-approve',
      '-var=region=ap-southeast-2',
    ])
    assert.equal(code, 1)
    assert.match(output, /Instance cannot be destroyed/)
  })
})
