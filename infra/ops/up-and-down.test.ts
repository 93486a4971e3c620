import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { after, before, beforeEach, suite, test } from 'node:test'
import { openAccount, published } from './account.ts'
import { codes, type Command, type Outcome, Refused } from './command.ts'
import { down } from './commands/down.ts'
import { plan } from './commands/plan.ts'
import { up } from './commands/up.ts'
import { type Context, openContext } from './context.ts'
import { roots } from './terraform.ts'
import { type Emulator, openEmulator, whyNoEmulator } from '../testing/emulator.ts'

const noCurl = spawnSync('curl', ['--version']).status === 0 ? undefined : 'curl is not installed'

suite('an environment made, planned and unmade by the commands', { skip: whyNoEmulator() ?? noCurl ?? false }, () => {
  let emulator: Emulator
  let folder: string
  const ownEnvironment = { ...process.env }
  const applied = (...names: readonly string[]) => names.flatMap((name) => [`init ${name}`, `apply ${name}`])

  before(async () => {
    emulator = await openEmulator()
    folder = mkdtempSync(path.join(os.tmpdir(), 'flora-up-'))
    mkdirSync(path.join(folder, 'bin'))
    copyFileSync(path.join(import.meta.dirname, 'test/terraform.sh'), path.join(folder, 'bin/terraform'))
  })
  beforeEach(async () => {
    await emulator.forget()
    rmSync(path.join(folder, 'terraform'), { recursive: true, force: true })
    mkdirSync(path.join(folder, 'terraform/roots/bootstrap'), { recursive: true })
    for (const name of Object.keys(process.env)) if (name.startsWith('FAKE_')) delete process.env[name]
    Object.assign(process.env, emulator.environment, {
      PATH: `${path.join(folder, 'bin')}${path.delimiter}${ownEnvironment['PATH']}`,
      FAKE_LOG: path.join(folder, 'told'),
    })
    told()
    for (const root of [...roots, 'account', 'bootstrap']) rmSync(path.join(folder, `told.${root}`), { force: true })
  })
  after(async () => {
    await emulator?.close()
    for (const name of Object.keys(process.env)) if (!(name in ownEnvironment)) delete process.env[name]
    Object.assign(process.env, ownEnvironment)
    rmSync(folder, { recursive: true, force: true })
  })

  /** What Terraform was told since somebody asked last. */
  function told(): string[] {
    const file = path.join(folder, 'told')
    const lines = existsSync(file) ? readFileSync(file, 'utf8').trim().split('\n') : []
    writeFileSync(file, '')
    return lines.filter((line) => line !== '')
  }
  const run = (command: Command, args: readonly string[], given: Partial<Context> = {}): Promise<Outcome> =>
    command.run(
      openContext(['--yes', ...args], {
        say: () => undefined,
        terraform: path.join(folder, 'terraform'),
        ...given,
      }),
    )
  async function refusal(command: Command, args: readonly string[], given: Partial<Context> = {}): Promise<Refused> {
    const error = await run(command, args, given).then(
      () => undefined,
      (thrown: unknown) => thrown,
    )
    assert.ok(error instanceof Refused, `${args.join(' ')} was not refused: ${String(error)}`)
    return error
  }

  test('the state’s place comes first and once, then root after root', async () => {
    await run(up, [])
    assert.deepEqual(told(), applied('bootstrap', ...roots))
    await run(up, [])
    assert.deepEqual(told(), applied(...roots))
  })

  test('with --dry-run Terraform is told nothing, and nothing is there', async () => {
    const context = openContext(['--dry-run'], { say: () => undefined, terraform: path.join(folder, 'terraform') })
    await up.run(context)
    assert.deepEqual(told(), [])
    assert.equal(context.withheld.length, 2 + 2 * roots.length)
    assert.equal(await emulator.getParameter('/flora/account/outputs/bootstrap'), undefined)
  })

  test('where making the state’s place is broken off it goes on, by what is known on this disk', async () => {
    process.env['FAKE_FAILS'] = 'apply-bootstrap'
    assert.match((await refusal(up, [])).message, /stopped in bootstrap\. What was done stays done/)
    assert.deepEqual(told(), applied('bootstrap'))
    delete process.env['FAKE_FAILS']
    await run(up, ['--only', 'foundation'])
    assert.deepEqual(told(), applied('bootstrap', 'foundation'))
    assert.equal(await emulator.getObject('flora-state-123456789012', 'account/bootstrap.tfstate'), 'kept\nkept\n')
  })

  test('on another disk it goes on by what is kept in the bucket', async () => {
    await emulator.putBucket('flora-state-123456789012')
    await emulator.putObject('flora-state-123456789012', 'account/bootstrap.tfstate', 'from there\n')
    await run(up, ['--only', 'foundation'])
    assert.equal(
      await emulator.getObject('flora-state-123456789012', 'account/bootstrap.tfstate'),
      'from there\nkept\n',
    )
  })

  test('a root that fails stops it there, and the same command goes on', async () => {
    process.env['FAKE_FAILS'] = 'apply-app'
    assert.match((await refusal(up, [])).message, /stopped in app/)
    assert.deepEqual(told(), applied('bootstrap', 'foundation', 'data', 'app'))
    delete process.env['FAKE_FAILS']
    await run(up, [])
    assert.deepEqual(told(), applied(...roots))
  })

  test('a root whose ground is missing is not begun', async () => {
    const error = await refusal(up, ['--only', 'app'])
    assert.equal(error.code, codes.notThere)
    assert.match(error.message, /app stands on foundation/)
    assert.deepEqual(told(), applied('bootstrap'))
  })

  test('certificates are not waited for before the registrar knows who answers for the domain', async () => {
    process.env['FAKE_FOUNDATION'] = String.raw`{\"zone\":\"shop.example\",\"name_servers\":[\"ns-1.aws.example\"]}`
    const nobody = { nameServers: () => Promise.resolve(['ns1.parking.example']) }
    const error = await refusal(up, ['--env', 'staging'], nobody)
    assert.equal(error.code, codes.amiss)
    assert.match(error.message, /registrar these name servers: ns-1\.aws\.example/)
    assert.deepEqual(told(), applied('bootstrap', 'account', 'foundation', 'data'))
    await run(up, ['--env', 'staging'], { nameServers: () => Promise.resolve(['NS-1.aws.example.']) })
    assert.deepEqual(told(), applied(...roots))
  })

  test('a plan says of each root what it would do, and leaves out those that cannot be planned yet', async () => {
    assert.equal((await refusal(plan, [])).code, codes.notThere)
    process.env['FAKE_FAILS'] = 'apply-app'
    await refusal(up, [])
    told()
    process.env['FAKE_PLAN'] = '2'
    const { lines, data } = await run(plan, [])
    assert.deepEqual((data as { roots: object[] }).roots.slice(0, 4), [
      { root: 'foundation', says: 'would change' },
      { root: 'data', says: 'would change' },
      { root: 'app', says: 'would change' },
      { root: 'edge', says: 'not planned: it stands on app, which is not there yet' },
    ])
    assert.equal(lines.length, roots.length)
    assert.ok(told().every((line) => !line.startsWith('apply')))
    process.env['FAKE_PLAN'] = '0'
    assert.deepEqual((await run(plan, ['--only', 'data'])).lines, ['data         is as it is written'])
    process.env['FAKE_PLAN'] = '1'
    assert.match((await refusal(plan, ['--only', 'data'])).message, /stopped in data/)
  })

  test('down goes the other way, and broken off it destroys only what is left', async () => {
    assert.deepEqual((await run(down, [])).lines, ['There is nothing.'])
    await run(up, [])
    told()
    process.env['FAKE_FAILS'] = 'destroy-app'
    assert.match((await refusal(down, [])).message, /stopped in app/)
    assert.deepEqual(
      told().filter((line) => line.startsWith('destroy')),
      ['access', 'watch', 'edge', 'app'].map((root) => `destroy ${root}`),
    )
    delete process.env['FAKE_FAILS']
    const { data } = await run(down, [])
    assert.deepEqual(data, { roots: ['app', 'data', 'foundation'] })
    assert.deepEqual((await run(down, [])).lines, ['There is nothing.'])
  })

  test('without Terraform, or with one that is too old, nothing is begun', async () => {
    process.env['FAKE_VERSION'] = '1.9.8'
    assert.match((await refusal(up, [])).message, /1\.9\.8, and 1\.11\.0 is needed/)
    process.env['FAKE_VERSION'] = '1.20.0'
    await run(up, ['--only', 'foundation'])
    process.env['PATH'] = path.join(folder, 'nothing')
    const error = await refusal(down, [])
    assert.equal(error.code, codes.notThere)
    assert.match(error.message, /not installed/)
  })

  test('signed in to another account, nothing is asked of it, and nothing is changed in it', async () => {
    const account = openAccount({ environment: 'dev', region: 'ap-southeast-2', number: '999999999999' })
    await assert.rejects(published(account, 'data'), /signed in to the account 123456789012.*dev is in 999999999999/)
    const error = await refusal(up, [], { account })
    assert.equal(error.code, codes.declined)
    assert.deepEqual(told(), [])
  })

  test('the region that Terraform is told is not told otherwise by a word', async () => {
    assert.equal((await refusal(up, ['--region', 'eu-west-1'])).code, codes.wrongUse)
    await run(up, ['--region', 'ap-southeast-2', '--only', 'foundation'])
  })
})
