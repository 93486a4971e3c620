import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import {
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { after, before, suite, test } from 'node:test'
import { hasRealPostgres } from '@flora/sandbox/postgres/start-postgres.ts'
import { verify } from './ops/commands/verify.ts'
import { openContext } from './ops/context.ts'
import { type Packed, packRelease } from '../scripts/release.ts'
import { whyNoEmulator } from './testing/emulator.ts'
import { likeIt, type Machine, openMachine, openVisitors, parameters, type Stored, stored } from './testing/machine.ts'

const pause = () => new Promise<void>((resolve) => setTimeout(resolve, 500))
const postgres = hasRealPostgres()
const missing = ['aws', 'bash', 'curl', 'flock', 'sha256sum', 'tar'].find(
  (name) => spawnSync('which', [name]).status !== 0,
)
const skip =
  whyNoEmulator() ?? (postgres.ok ? undefined : postgres.because) ?? (missing ? `${missing} is not installed` : false)

suite('a machine from its first start to a bad release and back', { skip }, () => {
  let folder: string
  let packed: Packed
  let machine: Machine
  let next: Stored
  let bad: Stored

  before(async () => {
    folder = mkdtempSync(path.join(os.tmpdir(), 'flora-releases-'))
    packed = await packRelease({ into: folder })
    next = await likeIt(packed, 'next')
    bad = await likeIt(packed, 'bad', { 'apps/api/dist/serve.js': 'process.exit(1)\n' })
    machine = await openMachine()
    for (const release of [stored(packed), next, bad]) await machine.store(release)
  })
  after(async () => {
    await machine?.close()
    rmSync(folder, { recursive: true, force: true })
  })

  const inRoot = (...parts: string[]) => path.join(machine.root, ...parts)
  const health = async () => (await (await fetch(`${machine.url}/api/health`)).json()) as { release: string }
  const current = () => path.basename(readlinkSync(inRoot('opt/flora/current')))
  const measuredDoors = async () => {
    const ports = Array.from({ length: 10 }, (_, at) => machine.measuresFrom + at)
    const asked = ports.map(async (port) => (await fetch(`http://127.0.0.1:${port}/metrics`)).text())
    const texts = (await Promise.allSettled(asked)).flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []))
    return texts
      .flatMap((text) => /^flora_release\{release="[^"]+",door="(\w+)"\} 1$/m.exec(text)?.[1] ?? [])
      .toSorted()
  }
  const went = ({ code, said }: { code: number; said: string }) => assert.equal(code, 0, said)

  test('the script that Terraform gives a machine brings up the release that is named', async () => {
    await machine.emulator.putParameter(`${parameters}/release/api`, packed.manifest.release)
    went(await machine.firstStart())
    assert.deepEqual(await health(), { status: 'ok', release: packed.manifest.release })
    const ready = await fetch(`${machine.url}/api/ready`)
    assert.deepEqual(
      [ready.status, await ready.json()],
      [200, { status: 'ok', database: 'ok', migrations: 'ok', queue: 'ok' }],
    )
    went(await machine.boot('shop', 'fill-demo'))
    // Jobs could not be done before there was a shop; nobody had to say so.
    await machine.supervisor.isUp('flora-work.service')
    const units = Object.keys(machine.supervisor.running()).toSorted()
    assert.deepEqual(units, ['flora-serve@1.service', 'flora-serve@2.service', 'flora-work.service'])
    assert.match(readFileSync(inRoot('opt/flora/rds-ca.pem'), 'utf8'), /BEGIN CERTIFICATE/)
    const status = await machine.boot('status')
    assert.equal((JSON.parse(status.said) as { release: string }).release, packed.manifest.release)
  })

  test('secrets lie in one file that only its owner reads, in no log, and an unfilled one is told to nobody', () => {
    const file = inRoot('run/flora/env')
    assert.equal(statSync(file).mode & 0o777, 0o600)
    const text = readFileSync(file, 'utf8')
    assert.match(text, /^PASSWORD_OF_SOMETHING="a\\"b\\\$c\\\\d\\`e"$/m)
    assert.doesNotMatch(text, /STRIPE_SECRET_KEY|unset/)
    assert.deepEqual(
      readdirSync(inRoot('run/flora')).filter((name) => name.endsWith('.json')),
      [],
    )
    for (const name of readdirSync(inRoot('var/log/flora')))
      assert.doesNotMatch(readFileSync(inRoot('var/log/flora', name), 'utf8'), /postgresql:\/\/|smtp:\/\//, name)
  })

  test('each process tells its measurements at a port of its own', async () => {
    assert.deepEqual(await measuredDoors(), ['serve', 'serve', 'work'])
  })

  test('the list after a release finds a new shop in order: an order, its money, its letter, its page', async () => {
    const context = openContext(['--url', machine.url, '--mailbox', machine.mailbox], { say: () => undefined, pause })
    const { lines, code } = await verify.run(context)
    assert.equal(code, 0, lines.join('\n'))
    assert.match(lines.join('\n'), /^ok +it is confirmed by Stripe’s event +CONFIRMED$/m)
    assert.match(lines.join('\n'), /^ok +it is cancelled again +CANCELLED$/m)
    assert.doesNotMatch(lines.join('\n'), /^(NOT|left out)/m)
  })

  test('and says so when it is not: here no letter comes', async () => {
    const context = openContext(['--url', machine.url, '--mailbox', `${machine.url}/api/health?`], {
      say: () => undefined,
      pause: async () => undefined,
    })
    const { lines, code } = await verify.run(context)
    assert.equal(code, 2)
    assert.match(lines.join('\n'), /^NOT +its letter/m)
  })

  test('a reload drops no request, and every process is a new one', async () => {
    const old = machine.supervisor.running()
    const visitors = openVisitors(machine.url, 8)
    went(await machine.boot('reload'))
    const { failed, answered } = await visitors.stop()
    assert.deepEqual(failed, {})
    assert.ok(answered > 100, `only ${answered} requests were made`)
    for (const [unit, pid] of Object.entries(machine.supervisor.running())) assert.notEqual(pid, old[unit], unit)
    assert.deepEqual(await measuredDoors(), ['serve', 'serve', 'work'], 'the new ones took the ports of the old')
  })

  test('a new release comes to the front without a request being dropped', async () => {
    const visitors = openVisitors(machine.url, 8)
    went(await machine.boot('deploy', next.release))
    const { failed, releases } = await visitors.stop()
    assert.deepEqual(failed, {})
    assert.deepEqual([...releases].toSorted(), [packed.manifest.release, next.release].toSorted())
    assert.equal(current(), next.release)
  })

  test('a release that does not serve is taken back by the machine itself, and nobody outside notices', async () => {
    const visitors = openVisitors(machine.url, 8)
    const { code, said } = await machine.boot('deploy', bad.release)
    const { failed, releases } = await visitors.stop()
    assert.equal(code, 1)
    assert.match(said, /boot failed/)
    assert.match(readFileSync(inRoot('var/log/flora/boot.log'), 'utf8'), /boot failed/)
    assert.deepEqual(failed, {})
    assert.deepEqual([...releases], [next.release])
    assert.deepEqual([current(), (await health()).release], [next.release, next.release])
  })

  test('the way back is one word, needs no download, and drops no request', async () => {
    await machine.emulator.deleteObject('flora-test-releases', `${packed.manifest.release}/boot`)
    const visitors = openVisitors(machine.url, 8)
    went(await machine.boot('rollback'))
    const { failed } = await visitors.stop()
    assert.deepEqual(failed, {})
    assert.deepEqual([current(), (await health()).release], [packed.manifest.release, packed.manifest.release])
  })

  test('a tarball that is not the one its script knows is not unpacked', async () => {
    writeFileSync(path.join(folder, 'other'), 'something else')
    await machine.store({ ...(await likeIt(packed, 'swapped')), tarball: path.join(folder, 'other') })
    const { code } = await machine.boot('deploy', 'swapped')
    assert.notEqual(code, 0)
    assert.ok(!existsSync(inRoot('opt/flora/releases/swapped')))
    assert.equal((await health()).release, packed.manifest.release)
  })

  test('a boot script that is not the one its sum knows is not run', async () => {
    await machine.store({ ...next, release: 'forged', boot: `${next.boot}\ntouch "$home/harm"\n` })
    const { code } = await machine.boot('deploy', 'forged')
    assert.notEqual(code, 0)
    assert.ok(!existsSync(inRoot('opt/flora/harm')))
  })

  test('by configuration the secrets go into .env instead, with the same care', async () => {
    await machine.emulator.putParameter(`${parameters}/config/SECRETS_HANDOVER`, 'file')
    went(await machine.boot('reload'))
    assert.equal(statSync(inRoot('opt/flora/.env')).mode & 0o777, 0o600)
    assert.equal(readlinkSync(inRoot('run/flora/env')), inRoot('opt/flora/.env'))
    assert.equal((await health()).release, packed.manifest.release)
  })

  test('kept in a file, they open the shop after a start of the machine at which nobody answers for them', async () => {
    rmSync(inRoot('run/flora/env'))
    const conf = inRoot('etc/flora/machine.conf')
    const text = readFileSync(conf, 'utf8')
    writeFileSync(conf, text.replace(parameters, '/flora/nowhere'))
    went(await machine.boot('start'))
    assert.equal((await health()).release, packed.manifest.release)
    // A deploy, which somebody watches, does not go on without them.
    assert.notEqual((await machine.boot('reload')).code, 0)
    writeFileSync(conf, text)
  })

  test('a word that is no verb is refused', async () => {
    assert.equal((await machine.boot('format-the-disk')).code, 64)
  })
})

test('the boot script puts each unit of the folder where systemd looks for it, and no other', () => {
  const from = path.join(import.meta.dirname, 'machine')
  const [, listed] = /for unit in (.+); do/.exec(readFileSync(path.join(from, 'boot.sh'), 'utf8'))!
  const units = readdirSync(from).filter((name) => /\.(service|socket|timer)$/.test(name))
  assert.deepEqual(listed!.split(' ').toSorted(), units.toSorted())
})

test(
  'systemd finds nothing to complain about in the units',
  { skip: spawnSync('which', ['systemd-analyze']).status === 0 ? false : 'systemd-analyze is not installed' },
  () => {
    const from = path.join(import.meta.dirname, 'machine')
    const place = mkdtempSync(path.join(os.tmpdir(), 'flora-units-'))
    const units = readdirSync(from).filter((name) => /\.(service|socket|timer)$/.test(name))
    for (const unit of units)
      writeFileSync(
        path.join(place, unit),
        readFileSync(path.join(from, unit), 'utf8').replaceAll('@ROOT@', '').replaceAll('@PORT@', '3000'),
      )
    const files = units.map((name) => `./${name.replace('@.', '@1.')}`)
    const { stderr } = spawnSync('systemd-analyze', ['verify', ...files], { cwd: place, encoding: 'utf8' })
    rmSync(place, { recursive: true, force: true })
    // The programs are on machines only.
    assert.deepEqual(
      stderr.split('\n').filter((line) => line !== '' && !/is not executable: No such file/.test(line)),
      [],
    )
  },
)
