import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { existsSync, globSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { test } from 'node:test'
import { doorEnvironment, programs } from '../apps/api/src/entry/door-environment.ts'
import { readConfig, variables } from '../apps/api/src/platform/config.ts'

const root = path.join(import.meta.dirname, '..')
const read = (file: string) => readFileSync(path.join(root, file), 'utf8')
const stages = () =>
  read('Dockerfile')
    .split(/^(?=FROM )/m)
    .slice(1)
// Lists what a program is linked against; comes with glibc.
const lister = 'ldd'
const noLdd = spawnSync(lister, ['--version']).status === 0 ? false : 'ldd is not on this machine'

// Which package of Debian brings it, and which of Amazon Linux, where its image does not have it already.
const librariesOf: Readonly<Record<string, readonly [string, string?]>> = {
  'libatomic.so.1': ['libatomic1', 'libatomic'],
  'libgcc_s.so.1': ['libstdc\\+\\+6'],
  'libstdc++.so.6': ['libstdc\\+\\+6'],
}

test('the image gives its processes what machines give theirs', () => {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'flora-image-'))
  mkdirSync(path.join(folder, 'bin'))
  mkdirSync(path.join(folder, 'apps/api/dist'), { recursive: true })
  symlinkSync(process.execPath, path.join(folder, 'bin/node'))
  const wanted = doorEnvironment('work')
  const lines = Object.entries(wanted).map(([name, value]) => `${name}="${value}"\n`)
  writeFileSync(path.join(folder, 'apps/api/dist/work.env'), lines.join(''))
  const names = JSON.stringify(Object.keys(wanted))
  const told = `console.log(JSON.stringify(Object.fromEntries(${names}.map((name) => [name, process.env[name]]))))`
  writeFileSync(path.join(folder, 'apps/api/dist/work.js'), told)
  const entry = JSON.parse(/^ENTRYPOINT (.+)$/m.exec(read('Dockerfile'))![1]!) as string[]
  const [program, ...words] = entry.map((word) => word.replaceAll('/opt/flora', folder))
  const { stdout } = spawnSync(program!, [...words, 'apps/api/dist/work.js'], {
    cwd: folder,
    encoding: 'utf8',
    env: {},
  })
  rmSync(folder, { recursive: true })
  assert.deepEqual(JSON.parse(stdout), wanted)
})

test('the image is built from the release, and runs as nobody in particular', () => {
  const [, , shop] = stages()
  assert.match(shop!, /^COPY --from=build \/release \/opt\/flora$/m)
  assert.match(shop!, /^USER 10001$/m)
  assert.doesNotMatch(shop!, /npm|node_modules/)
})

test('containers listen on this machine only, and each image is of one version', () => {
  const text = read('compose.yaml')
  const ports = [...text.matchAll(/'([^']*:\d+:\d+)'/g)].map(([, port]) => port!)
  assert.ok(ports.length >= 5)
  assert.deepEqual(
    ports.filter((port) => !port.startsWith('127.0.0.1:')),
    [],
  )
  const images = [
    ...[...text.matchAll(/image: (\S+)/g)].map(([, image]) => image!),
    ...[...read('Dockerfile').matchAll(/^FROM (\S+)/gm)].map(([, image]) => image!),
  ]
  assert.ok(images.length >= 12)
  assert.deepEqual(
    images.filter((image) => !/^(flora(-sandbox)?|build)$/.test(image) && !/:v?\d+\.\d+/.test(image)),
    [],
  )
})

test('what the image and compose tell the shop are names that it knows, and with them it opens', () => {
  const [, , shop] = stages()
  const image = Object.fromEntries(
    [...shop!.matchAll(/^ENV (.+)$/gm)].flatMap(([, line]) => line!.split(' ').map((pair) => pair.split('='))),
  ) as Record<string, string>
  const [, block] = /environment: &told\n((?: {4}\S.*\n)+)/.exec(read('compose.yaml'))!
  const told = Object.fromEntries(
    [...block!.matchAll(/^ {4}(\w+): '?([^'\n]+)'?$/gm)].map(([, name, value]) => [name!, value!]),
  )
  assert.ok(Object.keys(told).length >= 6 && Object.keys(image).length >= 3)
  assert.deepEqual(
    Object.keys({ ...image, ...told }).filter((name) => !(name in variables.shape)),
    [],
    'See apps/api/src/platform/config.ts.',
  )
  const config = readConfig({ ...image, ...told })
  assert.equal(config.host, '0.0.0.0')
  assert.ok(read('compose.yaml').includes(`'127.0.0.1:${new URL(config.publicUrl).port}:${config.port}'`))
  // The sandbox's port, as its own program opens it.
  assert.equal(new URL(config.stripe.apiBase!).port, /port: (\d+)/.exec(read('infra/containers/payments.ts'))?.[1])
})

test('every file and program that images and compose name is there', () => {
  const compose = read('compose.yaml')
  const mounted = [...compose.matchAll(/\.\/([\w./-]+):\//g)].map(([, file]) => file!)
  const copied = [...read('Dockerfile').matchAll(/\b((?:scripts|infra)\/[\w./-]+)/g)].map(([, file]) => file!)
  assert.ok(mounted.length >= 4 && copied.length >= 3)
  assert.deepEqual(
    [...mounted, ...copied].filter((file) => !existsSync(path.join(root, file))),
    [],
  )
  const started = [...(compose + read('Dockerfile')).matchAll(/apps\/api\/dist\/(\w+)\.js/g)].map(([, name]) => name!)
  assert.deepEqual([...new Set(started)].toSorted(), ['ops', 'serve', 'work'])
  for (const name of started)
    assert.ok(
      programs.some((program) => program === name),
      `the build makes no ${name}.js`,
    )
  for (const [, verb] of compose.matchAll(/dist\/ops\.js, ([\w-]+)\]/g))
    assert.match(read('apps/api/src/entry/ops.ts'), new RegExp(`^ {2}'?${verb}'?: \\{`, 'm'))
})

test('who waits for another waits for something that can come', () => {
  const services = new Map(
    [...read('compose.yaml').matchAll(/^ {2}([a-z]+):\n((?: {4}.*\n)+)/gm)].map(([, name, body]) => [name!, body!]),
  )
  const isChecked = (name: string) => {
    const body = services.get(name) ?? ''
    const target = /target: (\w+)/.exec(body)?.[1]
    return (
      body.includes('healthcheck: {') ||
      stages().some((stage) => stage.includes(` AS ${target}\n`) && /^HEALTHCHECK/m.test(stage))
    )
  }
  let waiting = 0
  for (const [name, body] of services)
    for (const [, other, condition] of body.matchAll(/\b([a-z]+): \{ condition: service_(\w+) \}/g)) {
      waiting += 1
      assert.ok(services.has(other!), `${name} waits for ${other}, which is not there`)
      if (condition === 'healthy') assert.ok(isChecked(other!), `${name} waits for ${other}, which nobody checks`)
    }
  assert.ok(waiting >= 6)
})

test('image and machine bring the libraries that Node and packages are linked against', { skip: noLdd }, () => {
  // glibc is everywhere; what libvips needs lies beside it.
  const own = /^(linux-vdso|ld-linux[\w-]*|lib(c|m|dl|pthread|rt|resolv)|libvips-cpp)\.so/
  const programs = [
    path.join(root, 'node_modules/node/bin/node'),
    ...globSync('node_modules/{bcrypt,@img/*}/**/*.node', { cwd: root }),
  ]
  const named = programs.flatMap((file) =>
    [...spawnSync(lister, [path.resolve(root, file)], { encoding: 'utf8' }).stdout.matchAll(/^\s+(\S+\.so\S*)/gm)].map(
      ([, name]) => path.basename(name!),
    ),
  )
  const needed = [...new Set(named)].filter((name) => !own.test(name) && !/musl/.test(name)).toSorted()
  assert.deepEqual(needed, Object.keys(librariesOf))
  const boot = read('infra/machine/boot.sh')
  for (const [debian, amazon] of Object.values(librariesOf)) {
    assert.match(stages()[2]!, new RegExp(`apt-get install .* ${debian} `))
    if (amazon) assert.match(boot, new RegExp(`dnf install .*\\b${amazon}\\b`))
  }
})

test('the whole system is there: database, cache, API, worker, mail, measures, dashboards, logs', () => {
  const services = [...read('compose.yaml').matchAll(/^ {2}([a-z]+):$/gm)].map(([, name]) => name!)
  for (const wanted of ['postgres', 'cache', 'api', 'worker', 'mail', 'prometheus', 'grafana', 'loki'])
    assert.ok(services.includes(wanted), wanted)
})

test('secrets and what lies about do not get into an image', () => {
  const left = read('.dockerignore').split('\n')
  for (const wanted of ['.env', '.flora', '**/node_modules', '**/*.tfstate*']) assert.ok(left.includes(wanted), wanted)
})
