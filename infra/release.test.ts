import assert from 'node:assert/strict'
import { execFileSync, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { after, before, test } from 'node:test'
import { openApiDocument } from '@flora/contract/openapi.ts'
import { type Packed, packRelease } from '../scripts/release.ts'
import { type Entry, writeTarball } from '../scripts/release-tarball.ts'

let folder: string
let first: Packed
let second: Packed

before(async () => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'flora-releases-'))
  // What is tried is what lies here; each is taken out and built in a folder of its own.
  first = await packRelease({ into: path.join(folder, 'first') })
  second = await packRelease({ into: path.join(folder, 'second') })
})
after(() => rmSync(folder, { recursive: true, force: true }))

const sumOf = (file: string) => createHash('sha256').update(readFileSync(file)).digest('hex')
const inside = (packed: Packed, ...args: string[]) => execFileSync('tar', ['-xzOf', packed.tarball, ...args])

test('the same sources, built twice in two places, give the same bytes', () => {
  const differing = Object.entries(first.manifest.files).filter(([place, sum]) => second.manifest.files[place] !== sum)
  assert.deepEqual(differing, [])
  assert.equal(sumOf(first.tarball), sumOf(second.tarball))
  assert.equal(first.manifest.release, second.manifest.release)
})

test('the boot script knows its release and its tarball’s sum, and its own sum lies beside it', () => {
  const boot = readFileSync(path.join(first.folder, 'boot'), 'utf8')
  assert.match(boot, new RegExp(`^own_release='${first.manifest.release}'$`, 'm'))
  assert.match(boot, new RegExp(`^own_sum='${sumOf(first.tarball)}'$`, 'm'))
  assert.doesNotMatch(boot, /'@(RELEASE|SHA256)@'/)
  assert.match(first.manifest.release, /^[0-9a-z][0-9a-z.-]{0,79}$/)
  const checked = spawnSync('sha256sum', ['--check', '--strict', 'boot.sha256'], { cwd: first.folder })
  assert.equal(checked.status, 0)
})

test('the manifest in the tarball names every file of it with its sum, and nothing else', () => {
  const manifest = JSON.parse(inside(first, 'manifest.json').toString()) as Packed['manifest']
  assert.deepEqual(manifest, first.manifest)
  const listed = execFileSync('tar', ['-tzf', first.tarball], { encoding: 'utf8' }).trim().split('\n')
  assert.deepEqual(listed, listed.toSorted())
  assert.deepEqual(listed, [...Object.keys(manifest.files), 'manifest.json'].toSorted())
  for (const place of ['apps/api/dist/serve.js', 'apps/api/dist/serve.env', 'machine/environment.ts'])
    assert.equal(createHash('sha256').update(inside(first, place)).digest('hex'), manifest.files[place], place)
})

test('a release brings its Node, its packages and its migrations, and nothing that only developing needs', () => {
  const places = Object.keys(first.manifest.files)
  assert.match(first.manifest.node, /^26\./)
  assert.ok(places.includes('bin/node'))
  assert.ok(first.manifest.migrations.every((name) => places.includes(`db/migrations/${name}`)))
  for (const needed of ['bcrypt', 'sharp', 'node-gyp-build', 'fontkit'])
    assert.ok(needed in first.manifest.packages, needed)
  const wrong = places.filter((place) => /(^|\/)(typescript|vite|oxlint|sandbox|test|\.env|\.git)(\/|$)/.test(place))
  assert.deepEqual(wrong, [])
})

test('what a release brings runs where nothing else is', () => {
  const place = path.join(folder, 'alone')
  execFileSync('mkdir', [place])
  execFileSync('tar', ['-xzf', first.tarball, '-C', place])
  // With no command the program lists what it knows; by then all that it imports was found.
  const ran = spawnSync(path.join(place, 'bin/node'), [path.join(place, 'apps/api/dist/ops.js')], {
    cwd: os.tmpdir(),
    env: {},
    encoding: 'utf8',
  })
  assert.equal(ran.status, 64, ran.stderr)
  assert.match(ran.stderr, /migrate/)
})

test('names of any length, empty files and files of a whole block come out of a tarball as they went in', async () => {
  const long = `${'a-rather-long-folder/'.repeat(8)}${'name'.repeat(20)}.txt`
  const entry = (place: string, text: string): Entry => ({
    place,
    from: Buffer.from(text),
    size: text.length,
    isProgram: false,
  })
  const file = path.join(folder, 'names.tar.gz')
  await writeTarball(file, [entry(long, 'far'), entry('empty', ''), entry('block', 'b'.repeat(512))], {
    seconds: 1_700_000_000,
  })
  const read = (place: string) => execFileSync('tar', ['-xzOf', file, place], { encoding: 'utf8' })
  assert.deepEqual([read(long), read('empty'), read('block')], ['far', '', 'b'.repeat(512)])
})

test('beside it lies its contract, which is the one of its sources', () => {
  const text = readFileSync(path.join(first.folder, 'openapi.json'), 'utf8')
  assert.deepEqual(JSON.parse(text), JSON.parse(JSON.stringify(openApiDocument())))
})
