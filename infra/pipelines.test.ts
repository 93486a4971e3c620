import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { test } from 'node:test'
import { wrongInWorkflows } from '../scripts/check-workflows.ts'
import { strangeLicences } from '../scripts/release-licences.ts'
import { secretsIn } from '../scripts/release-secret-check.ts'

const root = path.join(import.meta.dirname, '..')
const workflow = (name: string) => readFileSync(path.join(root, `.github/workflows/${name}.yml`), 'utf8')

test('the pipelines are in order: actionlint, pinned actions, no permission that is not asked for', async () => {
  assert.deepEqual(await wrongInWorkflows(), [])
})

test('only the jobs that deploy may prove themselves to AWS, and each in an environment of its own', () => {
  assert.doesNotMatch(workflow('ci') + workflow('security'), /id-token|secrets\./)
  const jobs = workflow('release').split(/^ {2}(?=\w+:$)/m)
  const proving = jobs.filter((job) => job.includes('id-token: write'))
  assert.deepEqual(
    proving.map((job) => /environment: (\w+)/.exec(job)?.[1]),
    ['staging', 'prod'],
  )
  // A package's own program would run as the deployer.
  for (const job of proving)
    assert.deepEqual([...job.matchAll(/npm ci.*/g)].flat(), [
      'npm ci --no-audit --no-fund --ignore-scripts && npm rebuild node',
    ])
})

test('production comes after staging, in a job that verifies and goes back by itself', () => {
  const production = /^ {2}production:\n([\s\S]*)/m.exec(workflow('release'))![1]!
  assert.match(production, /needs: \[build, staging\]/)
  const order = ['release publish', 'deploy all', 'ops -- verify', 'rollback api', 'rollback web'].map((word) =>
    production.indexOf(word),
  )
  assert.ok(
    order.every((at, index) => at > (order[index - 1] ?? -1)),
    String(order),
  )
})

test('whatever fails once a deploy has begun leads back, and only from the release that was brought', () => {
  const ways = [...workflow('release').matchAll(/- name: Back to the release before\n((?: {8}.*\n)+)/g)].map(
    ([, way]) => way!,
  )
  assert.equal(ways.length, 2)
  for (const way of ways) {
    assert.match(way, /if: \$\{\{ !success\(\) && steps\.deploy\.outcome != 'skipped' \}\}/)
    for (const part of ['api', 'web']) assert.match(way, new RegExp(`rollback ${part} --from "\\$RELEASE" .*--yes`))
  }
})

test('nothing that somebody else may name is put into a script as its text', () => {
  for (const name of ['ci', 'security', 'release']) {
    const scripts = [...workflow(name).matchAll(/^( +)(?:- )?run: (?:\|\n((?:\1 +.*\n)+)|(.+)\n)/gm)].map(
      ([, , many, one]) => many ?? one!,
    )
    assert.ok(scripts.length > 3, name)
    assert.deepEqual(
      scripts.filter((script) => script.includes('${{')),
      [],
      'By env: then the shell sees a value, and not a line of its own.',
    )
  }
})

test('what looks like a secret is stopped, and what only names one is not', () => {
  const key = ['sk', 'live', 'a'.repeat(24)].join('_')
  assert.deepEqual(secretsIn(`STRIPE_SECRET_KEY=${key}`), ['a live key of Stripe’s'])
  assert.deepEqual(secretsIn(`{"kty":"EC","d":"${'x'.repeat(43)}"}`), ['a private key as JWK'])
  assert.equal(secretsIn(`postgresql://flora:${'p'.repeat(20)}@db.shop.com:5432/flora`).length, 1)
  for (const harmless of [
    'sk_test_flora_sandbox',
    'postgresql://user:password@host:5432',
    'whsec_…',
    'smtp://127.0.0.1:25',
  ])
    assert.deepEqual(secretsIn(harmless), [], harmless)
})

test('a licence that nobody agreed to is named; tools that stay on this side may have theirs', () => {
  const lock = JSON.parse(readFileSync(path.join(root, 'package-lock.json'), 'utf8')) as Parameters<
    typeof strangeLicences
  >[0]
  assert.deepEqual(strangeLicences(lock), [])
  const packages = {
    'node_modules/one': { version: '1.0.0', license: 'GPL-3.0' },
    'node_modules/two': { version: '1.0.0', license: 'GPL-3.0', dev: true },
  }
  assert.deepEqual(strangeLicences({ packages }), ['one 1.0.0: GPL-3.0'])
})
