import assert from 'node:assert/strict'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import os from 'node:os'
import path from 'node:path'
import { after, before, suite, test } from 'node:test'
import { CloudFrontClient, ListInvalidationsCommand } from '@aws-sdk/client-cloudfront'
import { DescribeDBSnapshotsCommand, RDSClient } from '@aws-sdk/client-rds'
import { HeadObjectCommand, S3Client } from '@aws-sdk/client-s3'
import { codes, type Outcome, Refused } from './command.ts'
import { cost } from './commands/cost.ts'
import { db } from './commands/db.ts'
import { deploy } from './commands/deploy.ts'
import { doctor } from './commands/doctor.ts'
import { down } from './commands/down.ts'
import { logs, spanOf } from './commands/logs.ts'
import { release } from './commands/release.ts'
import { rollback } from './commands/rollback.ts'
import { secrets } from './commands/secrets.ts'
import { status } from './commands/status.ts'
import type { Command } from './command.ts'
import { openContext } from './context.ts'
import { openStore, publish } from './releases.ts'
import { cacheControl } from './site.ts'
import { type Emulator, openEmulator, whyNoEmulator } from '../testing/emulator.ts'
import { type Front, openFront } from './test/front.ts'
import { type PublishedThere, publishEnvironment, publishGroup } from './test/published.ts'

const skip = whyNoEmulator() ?? false

suite('the operator’s commands on an emulator of AWS', { skip }, () => {
  let emulator: Emulator
  let front: Front
  let there: PublishedThere
  let folder: string
  let shop: Server
  // What the machines of the environment run; the emulator has none that would run anything.
  const answers = { release: 'none', isReady: true }
  const said: string[] = []

  before(async () => {
    emulator = await openEmulator()
    front = await openFront(emulator.environment['AWS_ENDPOINT_URL']!, () => there.instance)
    Object.assign(process.env, emulator.environment, { AWS_ENDPOINT_URL: front.url })
    folder = mkdtempSync(path.join(os.tmpdir(), 'flora-ops-'))
    shop = createServer(async (request, reply) => {
      // Machines do as Parameter Store says; on the emulator the shop's answer is all there is of them.
      const named = await emulator.getParameter('/flora/dev/release/api')
      if (answers.release !== 'stuck') answers.release = named!.value
      reply.writeHead(request.url === '/api/ready' && !answers.isReady ? 503 : 200, {
        'content-type': 'application/json',
      })
      reply.end(JSON.stringify({ status: 'ok', release: answers.release }))
    })
    await new Promise<void>((resolve) => shop.listen(0, '127.0.0.1', resolve))
    there = await publishEnvironment(emulator, 'dev', `http://127.0.0.1:${(shop.address() as AddressInfo).port}`)
    const store = await openStore(openContext([]).account)
    for (const [name, more] of [
      ['one', {}],
      ['two', { migrations: ['0001_shop.sql', '0002_more.sql'] }],
      ['three', {}],
    ] as const)
      await publish(store, packed(name, more), () => undefined)
  })
  after(async () => {
    shop?.close()
    front?.close()
    await emulator?.close()
    rmSync(folder, { recursive: true, force: true })
  })

  /** A packed release so small that it is written by hand. */
  function packed(name: string, more: object = {}): string {
    const place = path.join(folder, name)
    mkdirSync(path.join(place, 'web/assets'), { recursive: true })
    const files = {
      [`apps/storefront/dist/client/assets/page-${name.padEnd(8, 'x')}.js`]: 'a',
      'apps/storefront/dist/client/robots.txt': 'b',
      'apps/storefront/dist/client/robots.txt.br': 'c',
    }
    const manifest = {
      release: name,
      commit: 'c'.repeat(40),
      seconds: 1_700_000_000,
      migrations: ['0001_shop.sql'],
      files,
      ...more,
    }
    writeFileSync(path.join(place, 'manifest.json'), JSON.stringify(manifest))
    writeFileSync(path.join(place, `flora-${name}.tar.gz`), name)
    writeFileSync(path.join(place, 'boot'), `# ${name}\n`)
    writeFileSync(path.join(place, 'boot.sha256'), 'sum  boot\n')
    const lines = name === 'three' ? {} : { '/api/cart': { get: { responses: { 200: {} } } } }
    writeFileSync(path.join(place, 'openapi.json'), JSON.stringify({ paths: lines }))
    writeFileSync(path.join(place, 'web/assets', `page-${name.padEnd(8, 'x')}.js`), name)
    writeFileSync(path.join(place, 'web/robots.txt'), name)
    return place
  }

  const run = (command: Command, ...args: string[]): Promise<Outcome> =>
    command.run(
      openContext(['--yes', ...args], { say: (sentence) => void said.push(sentence), pause: async () => undefined }),
    )
  const refusal = async (command: Command, ...args: string[]): Promise<Refused> => {
    const error = await run(command, ...args).then(
      () => undefined,
      (thrown: unknown) => thrown,
    )
    assert.ok(error instanceof Refused, `${args.join(' ')} was not refused: ${String(error)}`)
    return error
  }
  const named = async (part: 'api' | 'web') => (await emulator.getParameter(`/flora/dev/release/${part}`))!.value
  const header = (Key: string) =>
    new S3Client({ region: 'ap-southeast-2', forcePathStyle: true }).send(
      new HeadObjectCommand({ Bucket: there.buckets.site, Key }),
    )

  test('doctor names what is missing, and ends with 2', async () => {
    const { lines, code } = await run(doctor)
    assert.equal(code, codes.amiss)
    assert.match(lines.join('\n'), /ok +AWS knows you/)
    assert.match(lines.join('\n'), /NOT +secrets +unset: .*SMTP_URL/)
    assert.match(lines.join('\n'), /NOT +release +none is named/)
  })

  test('secrets are listed without their values, set from a file, and shown only when asked for', async () => {
    const file = path.join(folder, 'smtp')
    writeFileSync(file, 'smtp://user:hidden@mail.example:587\n')
    await run(secrets, 'set', 'SMTP_URL', '--file', file)
    assert.deepEqual(await emulator.getParameter('/flora/dev/secret/SMTP_URL'), {
      value: 'smtp://user:hidden@mail.example:587',
      type: 'SecureString',
    })
    const listed = await run(secrets, 'list')
    assert.equal(listed.code, codes.amiss)
    assert.match(listed.lines.join('\n'), /^set +SMTP_URL/m)
    assert.match(listed.lines.join('\n'), /^UNSET +STRIPE_SECRET_KEY/m)
    assert.doesNotMatch(JSON.stringify(listed), /hidden/)
    assert.match(JSON.stringify(await run(secrets, 'list', '--show')), /hidden/)
    assert.equal((await refusal(secrets, 'set', 'SMPT_URL', '--file', file)).code, codes.wrongUse)
    assert.doesNotMatch(said.join('\n'), /hidden/)
  })

  test('secrets are imported all or none, and pulled into a file for its owner only, never over another', async () => {
    const file = path.join(folder, 'secrets.env')
    writeFileSync(file, 'STRIPE_SECRET_KEY=sk_test_one\nNOT_OURS=x\n')
    assert.match((await refusal(secrets, 'import', '--file', file)).message, /NOT_OURS/)
    assert.equal((await emulator.getParameter('/flora/dev/secret/STRIPE_SECRET_KEY'))!.value, 'unset')
    writeFileSync(file, 'STRIPE_SECRET_KEY=sk_test_one\nSMTP_URL=smtp://user:hidden@mail.example:587\n')
    assert.deepEqual((await run(secrets, 'import', '--file', file)).data, { set: ['STRIPE_SECRET_KEY'] })
    const pulled = path.join(folder, 'pulled.env')
    await run(secrets, 'pull', '--file', pulled)
    assert.equal(statSync(pulled).mode & 0o777, 0o600)
    assert.match(readFileSync(pulled, 'utf8'), /^STRIPE_SECRET_KEY='sk_test_one'$/m)
    await assert.rejects(run(secrets, 'pull', '--file', pulled), /not written over/)
  })

  test('a key that seals is made once; keys that sign are made anew, and the ones before them kept for a while', async () => {
    await run(secrets, 'rotate', 'SEALING_KEY')
    assert.equal(
      Buffer.from((await emulator.getParameter('/flora/dev/secret/SEALING_KEY'))!.value, 'base64').length,
      32,
    )
    assert.match((await refusal(secrets, 'rotate', 'SEALING_KEY')).message, /set once/)
    for (const count of [1, 2, 3, 3]) {
      await run(secrets, 'rotate', 'SIGNING_KEYS')
      const { keys } = JSON.parse((await emulator.getParameter('/flora/dev/secret/SIGNING_KEYS'))!.value) as {
        keys: object[]
      }
      assert.equal(keys.length, count)
    }
  })

  test('before the first release there is nothing to go back from, and that is said', async () => {
    const error = await refusal(rollback, 'api')
    assert.equal(error.code, codes.notThere)
    assert.match(error.message, /dev runs no release yet/)
  })

  test('--dry-run says what would be done and does none of it', async () => {
    const { lines } = await run(deploy, 'all', 'one', '--dry-run')
    assert.deepEqual(lines, ['Nothing was changed.'])
    assert.ok(said.includes('would: have the machines run it'))
    assert.equal(await named('api'), 'none')
    assert.equal((await run(release, 'list')).lines.length, 3)
    await assert.rejects(header('robots.txt'))
  })

  test('a release reaches shoppers: its files beside others and kept by their names, machines asked, the edge emptied, all written down', async () => {
    await run(deploy, 'all', 'one')
    assert.deepEqual(front.asked.slice(-1), ['deploy one'])
    assert.deepEqual([await named('api'), await named('web')], ['one', 'one'])
    const [hashed, plain] = [await header('assets/page-onexxxxx.js'), await header('robots.txt')]
    assert.deepEqual(
      [hashed.CacheControl, hashed.ContentType],
      ['public, max-age=31536000, immutable', 'text/javascript; charset=utf-8'],
    )
    assert.equal(plain.CacheControl, 'public, max-age=60, s-maxage=60')
    await assert.rejects(header('robots.txt.br'))
    const edge = new CloudFrontClient({ region: 'us-east-1' })
    const { InvalidationList } = await edge.send(new ListInvalidationsCommand({ DistributionId: there.distribution }))
    assert.equal(InvalidationList!.Quantity, 1)
    const { lines, code } = await run(status)
    assert.match(lines.join('\n'), /deploy .* deploy-all one done/)
    assert.equal(code, codes.done)
  })

  test('before a migration a snapshot is taken, and the files of the release before stay', async () => {
    await run(deploy, 'all', 'two')
    const { DBSnapshots } = await new RDSClient({ region: 'ap-southeast-2' }).send(new DescribeDBSnapshotsCommand({}))
    assert.equal(DBSnapshots!.filter(({ SnapshotType }) => SnapshotType !== 'automated').length, 1)
    await header('assets/page-onexxxxx.js')
    await header('assets/page-twoxxxxx.js')
  })

  test('a release at which open pages would stumble is refused, unless somebody says that it must be', async () => {
    assert.match((await refusal(deploy, 'api', 'three')).message, /stumble in 1 place\./)
    assert.ok(said.includes('GET /api/cart is gone'))
    assert.equal(await named('api'), 'two')
  })

  test('a deploy that fails leaves the old release named, and is taken up where it stopped', async () => {
    answers.release = 'stuck'
    assert.match((await refusal(deploy, 'all', 'three', '--breaks-contract')).message, /shoppers do not see it/)
    assert.deepEqual([await named('api'), await named('web')], ['three', 'two'])
    answers.release = 'none'
    said.length = 0
    await run(deploy, 'all', 'three', '--breaks-contract')
    assert.match(said.join('\n'), /taking up what was begun .*have the machines run it done before/)
    assert.ok(!said.includes('have the machines run it'))
    assert.equal(await named('web'), 'three')
  })

  test('the way back leads to the release before, whatever was tried between, and leaves the web alone', async () => {
    await run(rollback, 'api')
    assert.equal(front.asked.at(-1), 'rollback two')
    assert.deepEqual([await named('api'), await named('web')], ['two', 'three'])
    await run(rollback, 'web')
    assert.deepEqual([await named('api'), await named('web')], ['two', 'two'])
  })

  test('who goes back twice is further back, and not where she fled from', async () => {
    await run(rollback, 'api')
    assert.equal(await named('api'), 'one')
    await run(deploy, 'api', 'two', '--no-snapshot')
    assert.equal((await refusal(rollback, 'web', 'never-was')).code, codes.notThere)
  })

  test('a pipeline takes back its own release only: where that does not run, nothing is done', async () => {
    const before = front.asked.length
    const { lines } = await run(rollback, 'api', '--from', 'three')
    assert.deepEqual(lines, ['two runs (api), and not three: there is nothing to take back.'])
    assert.deepEqual([front.asked.length, await named('api')], [before, 'two'])
    await run(rollback, 'api', '--from', 'two')
    assert.equal(await named('api'), 'one')
    await run(deploy, 'api', 'two', '--no-snapshot')
  })

  test('where machines cannot run it, the release before stays named, and what they said is passed on', async () => {
    front.answer('Failed', 'one does not serve')
    assert.match((await refusal(deploy, 'api', 'one')).message, /could not deploy \(Failed\)\. one does not serve/)
    front.answer('Success')
    assert.deepEqual([await named('api'), await named('web')], ['two', 'two'])
    const { lines } = await run(status)
    assert.match(lines.join('\n'), /deploy .* deploy-api one failed: .*one does not serve/)
  })

  test('killed when its release was named, taken up and failing, a deploy names what ran before it began', async () => {
    front.answer('Failed', 'one does not serve')
    await emulator.putParameter('/flora/dev/release/api', 'one')
    await refusal(deploy, 'api', 'one')
    assert.equal(await named('api'), 'two')
    front.answer('Success')
  })

  test('while a deploy of somebody else has no end, another one is agreed to first', async () => {
    const record = {
      id: '0',
      what: 'deploy-all',
      release: 'two',
      by: 'arn:of-somebody',
      begun: 'a minute ago',
      done: {},
    }
    await emulator.putObject(there.buckets.releases, 'deploys/0.json', JSON.stringify(record))
    const asked: string[] = []
    const context = openContext(['api', 'two', '--dry-run'], {
      say: () => undefined,
      confirm: async (what) => void asked.push(what),
    })
    await deploy.run(context)
    assert.match(asked.join(), /^deploy-all of two, which arn:of-somebody began a minute ago, has no end yet/)
    await emulator.deleteObject(there.buckets.releases, 'deploys/0.json')
  })

  test('an environment that is not there has no secrets, which is not the same as having set all', async () => {
    assert.equal((await refusal(secrets, 'list', '--env', 'staging')).code, codes.notThere)
    assert.equal((await refusal(secrets, 'rotate', 'SEALING_KEY', '--env', 'staging')).code, codes.notThere)
    const { lines } = await run(doctor, '--env', 'staging')
    assert.match(lines.join('\n'), /NOT +secrets +have no places/)
  })

  test('doctor has the shop say what is wrong with what it would be told', async () => {
    const told = async (name: string, value: string) => emulator.putParameter(`/flora/staging/config/${name}`, value)
    await told('MODE', 'rehearsal')
    assert.match((await run(doctor, '--env', 'staging')).lines.join('\n'), /ok +configuration +the shop would open/)
    await told('MODE', 'production')
    await told('FILES_BUCKET', 'flora-staging-uploads')
    const { lines } = await run(doctor, '--env', 'staging')
    assert.match(lines.join('\n'), /NOT +configuration .*FILES_REGION is missing.*PUBLIC_URL must be/)
  })

  test('the bill is told by month and service; where it knows nothing, that is said', async () => {
    assert.match((await run(cost)).lines[0]!, /The bill knows nothing of this environment/)
    const group = (name: string, Amount: string) => ({
      Keys: [name],
      Metrics: { UnblendedCost: { Amount, Unit: 'USD' } },
    })
    const month = {
      TimePeriod: { Start: '2026-10-01', End: '2026-11-01' },
      Groups: [group('Amazon S3', '0.004'), group('Amazon Route 53', '0.5'), group('Amazon EC2', '17.25')],
    }
    await emulator.bill([month])
    assert.deepEqual((await run(cost)).lines.slice(0, 3), [
      '2026-10      17.75 US dollars',
      '             17.25 Amazon EC2',
      '              0.50 Amazon Route 53',
    ])
  })

  test('what is stored under a name stays what it is', async () => {
    const store = await openStore(openContext([]).account)
    const other = packed('one')
    writeFileSync(path.join(other, 'boot'), '# another\n')
    await assert.rejects(
      publish(store, other, () => undefined),
      /written once/,
    )
    assert.equal((await refusal(deploy, 'web', 'never-was')).code, codes.notThere)
  })

  test('what machines wrote is read by time and word', async () => {
    assert.match((await run(logs, 'boot', 'serves')).lines.join('\n'), /next serves/)
    assert.deepEqual((await run(logs, 'boot', 'on fire')).lines, [])
    assert.deepEqual(spanOf('2h'), { minutes: 120 })
    assert.throws(() => spanOf('soon'), Refused)
  })

  test('a backup by RDS is waited for, and a restore is made beside what runs', async () => {
    const { data } = (await run(db, 'backup')) as { data: { snapshot: string } }
    const { lines } = await run(db, 'restore', '--only', data.snapshot)
    assert.match(lines[0]!, /^flora-dev-\d+ is being made/)
  })

  test('behind a load balancer machines are replaced instead, and a refresh that went back is a failure', async () => {
    const before = (await emulator.getParameter('/flora/dev/outputs/app'))!.value
    const group = await publishGroup(emulator, 'dev')
    await run(deploy, 'api', 'one')
    assert.equal(front.asked.at(-1), `replace ${group}`)
    front.answer('Failed', 'instances stayed unhealthy')
    assert.match((await refusal(deploy, 'api', 'two')).message, /RollbackSuccessful\)\. instances stayed unhealthy/)
    front.answer('Success')
    assert.equal(await named('api'), 'one')
    front.replacing()
    await run(deploy, 'api', 'two', '--no-snapshot')
    assert.deepEqual(front.asked.slice(-2), [`cancel ${group}`, `replace ${group}`])
    await emulator.putParameter('/flora/dev/outputs/app', before)
  })

  test('nobody is asked twice by a program that has nobody to ask: without --yes nothing is destroyed', async () => {
    const error = await down.run(openContext([], { say: () => undefined })).catch((thrown: unknown) => thrown)
    assert.ok(error instanceof Refused && error.code === codes.declined)
    assert.equal((await refusal(down, '--env', 'prod')).code, codes.declined)
  })
})

test('what has its content in its name is kept for ever, and nothing else is', () => {
  assert.match(cacheControl('assets/entry-client-DGXOnSAz.js'), /immutable/)
  assert.match(cacheControl('assets/besley-italic-DBCWCsi4.woff2'), /immutable/)
  for (const key of ['index.html', 'robots.txt', 'assets/logo.svg']) assert.doesNotMatch(cacheControl(key), /immutable/)
})
