import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { test } from 'node:test'
import { doorEnvironment } from '../apps/api/src/entry/door-environment.ts'

const read = (file: string) => readFileSync(path.join(import.meta.dirname, '..', file), 'utf8')

test('the image gives its processes what machines give theirs', () => {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'flora-image-'))
  mkdirSync(path.join(folder, 'bin'))
  mkdirSync(path.join(folder, 'apps/api/dist'), { recursive: true })
  symlinkSync(process.execPath, path.join(folder, 'bin/node'))
  const lines = Object.entries(doorEnvironment).map(([name, value]) => `${name}="${value}"\n`)
  writeFileSync(path.join(folder, 'apps/api/dist/door.env'), lines.join(''))
  const entry = JSON.parse(/^ENTRYPOINT (.+)$/m.exec(read('Dockerfile'))![1]!) as string[]
  const [program, ...words] = entry.map((word) => word.replaceAll('/opt/flora', folder))
  const names = JSON.stringify(Object.keys(doorEnvironment))
  const asked = ['-p', `JSON.stringify(Object.fromEntries(${names}.map((name) => [name, process.env[name]])))`]
  const { stdout } = spawnSync(program!, [...words, ...asked], { encoding: 'utf8', env: {} })
  rmSync(folder, { recursive: true })
  assert.deepEqual(JSON.parse(stdout), doorEnvironment)
})

test('the image is built from the release, and runs as nobody in particular', () => {
  const [, , shop] = read('Dockerfile')
    .split(/^(?=FROM )/m)
    .slice(1)
  assert.match(shop!, /^COPY --from=build \/release \/opt\/flora$/m)
  assert.match(shop!, /^USER 10001$/m)
  assert.doesNotMatch(shop!, /npm|node_modules/)
})

test('containers listen on this machine only, and each image is of a version', () => {
  const text = read('compose.yaml')
  const ports = [...text.matchAll(/'([^']*:\d+:\d+)'/g)].map(([, port]) => port!)
  assert.ok(ports.length >= 5)
  assert.deepEqual(
    ports.filter((port) => !port.startsWith('127.0.0.1:')),
    [],
  )
  const images = [...text.matchAll(/image: (\S+)/g)].map(([, image]) => image!)
  assert.deepEqual(
    images.filter((image) => !/^flora(-sandbox)?$/.test(image) && !/:v?\d/.test(image)),
    [],
  )
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
