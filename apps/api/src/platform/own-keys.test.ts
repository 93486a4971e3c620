import assert from 'node:assert/strict'
import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { test, type TestContext } from 'node:test'
import { keepOwnKeys } from './own-keys.ts'
import { readSigningKeys } from './signing-keys.ts'

function folder(t: TestContext): string {
  const made = mkdtempSync(path.join(tmpdir(), 'flora-keys-'))
  t.after(() => rmSync(made, { recursive: true, force: true }))
  return path.join(made, 'data')
}

test('a data folder keeps its keys, and nobody but the shop’s own account reads them', (t) => {
  const dataDir = folder(t)
  const keys = keepOwnKeys(dataDir)
  assert.deepEqual(keepOwnKeys(dataDir), keys)
  assert.deepEqual(readdirSync(dataDir), ['keys.json'], 'no draft is left')
  assert.equal(statSync(path.join(dataDir, 'keys.json')).mode & 0o777, 0o600)
  assert.equal(readSigningKeys(keys.signingKeys)?.length, 1)
  assert.equal(Buffer.from(keys.sealingKey, 'base64').length, 32)
  assert.notDeepEqual(keepOwnKeys(folder(t)), keys)
})

test('a broken file of keys is not quietly replaced: that would sign everybody out', (t) => {
  const dataDir = folder(t)
  keepOwnKeys(dataDir)
  writeFileSync(path.join(dataDir, 'keys.json'), '{')
  assert.throws(() => keepOwnKeys(dataDir))
})
