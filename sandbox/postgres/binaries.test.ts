import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { chmodSync, cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { test, type TestContext } from 'node:test'
import { findBinaries, searchFrom } from './binaries.ts'

const found = findBinaries()
const skip = found.ok ? false : found.because
const isRoot = process.getuid?.() === 0

test('says so when there is no package for this machine', () => {
  assert.match(searchFrom(undefined).ok === false ? 'refused' : 'found', /refused/)
})

test('mends a package whose library links were never made', { skip }, (t) => {
  const native = copyOfPackage(t)
  for (const name of ['libpq.so.5', 'libicuuc.so.60', 'libpq.5.dylib'])
    rmSync(join(native, 'lib', name), { force: true })
  assertMended(t, native)
})

test(
  'copies the programs out of a folder which the server account cannot enter',
  { skip: skip || (isRoot ? false : 'only root hands the server to another account') },
  (t) => {
    const native = copyOfPackage(t)
    chmodSync(dirname(native), 0o700)
    assertMended(t, native)
  },
)

/** The search must end at a copy in the cache, whose programs run. */
function assertMended(t: TestContext, native: string): void {
  const room = ownTemporaryFolder(t)
  const mended = searchFrom({ native, version: 'test' })
  assert.ok(mended.ok, mended.ok ? '' : mended.because)
  assert.ok(mended.binDir.startsWith(join(room, 'flora-sandbox-')), mended.binDir)
  const { stdout } = spawnSync(join(mended.binDir, 'initdb'), ['-V'], { ...mended.account, cwd: '/', encoding: 'utf8' })
  assert.match(stdout, /PostgreSQL/)
}

function copyOfPackage(t: TestContext): string {
  assert.ok(found.ok)
  const native = join(openFolder(t), 'closed', 'native')
  mkdirSync(dirname(native))
  cpSync(dirname(found.binDir), native, { recursive: true, verbatimSymlinks: true })
  return native
}

function ownTemporaryFolder(t: TestContext): string {
  const before = process.env['TMPDIR']
  const room = openFolder(t)
  process.env['TMPDIR'] = room
  t.after(() => {
    if (before === undefined) delete process.env['TMPDIR']
    else process.env['TMPDIR'] = before
  })
  return room
}

function openFolder(t: TestContext): string {
  const folder = mkdtempSync(join(tmpdir(), 'flora-binaries-test-'))
  chmodSync(folder, 0o755)
  t.after(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}
