import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import path from 'node:path'
import { test } from 'node:test'

/** What an operator sees who types this, signed in nowhere. */
function typed(...words: string[]): { out: string; said: string; code: number | null } {
  const program = path.join(import.meta.dirname, 'ops.ts')
  const { stdout, stderr, status } = spawnSync(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', program, ...words],
    {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe'],
      env: {
        PATH: process.env['PATH'],
        HOME: import.meta.dirname,
        AWS_EC2_METADATA_DISABLED: 'true',
        NODE_V8_COVERAGE: undefined,
      },
    },
  )
  return { out: stdout, said: stderr, code: status }
}

test('help is an answer, and names the commands for AWS and for the shop', () => {
  const { out, said, code } = typed('help')
  assert.deepEqual([said, code], ['', 0])
  assert.match(out, /^ {2}deploy api\|web\|all <release>/m)
  assert.match(out, /^ {2}fill-demo /m)
  assert.match(typed('deploy', '--help').out, /^npm run ops -- deploy api\|web\|all/)
})

test('nothing, and what is no command, are asked for wrongly', () => {
  assert.equal(typed().code, 64)
  const { said, out, code } = typed('deplyo')
  assert.deepEqual([out, code], ['', 64])
  assert.match(said, /There is no command “deplyo”/)
  assert.match(said, /And for AWS: doctor, .*deploy/)
  assert.match(typed('--env', 'prod', 'doctor').said, /command comes first/)
})

test('an option that a command does not heed, and a word too many, are refused', () => {
  for (const [words, sentence] of [
    [['status', '--file', 'x'], /--file means nothing here\./],
    [['doctor', 'now'], /“now” is one word too many\./],
    [['status', '--evn', 'prod'], /Unknown option '--evn'\.\n/],
    [['status', '--env', 'production'], /--env is one of: dev, staging, prod\./],
    [['status', '--region', 'sydney'], /--region is one of AWS’s/],
    [['logs', 'serve', '--since', 'soon'], /--since is a number/],
    [['db', 'backup', '--url', 'flora'], /--url is a database's address/],
    [['release', 'build', 'nowhere'], /git knows no commit “nowhere”/],
  ] as const) {
    const { said, code } = typed(...words)
    assert.match(said, sentence)
    assert.match(said, /^Usage: npm run ops -- /m)
    assert.equal(code, 64, words.join(' '))
  }
})

test('whoever asks for JSON gets JSON and nothing else, of a refusal as well', () => {
  const { out, code } = typed('status', '--json')
  assert.deepEqual(Object.keys(JSON.parse(out) as object), ['error', 'code'])
  assert.match(out, /AWS does not know you/)
  assert.equal(code, 1)
  const rehearsed = typed('release', 'build', 'HEAD', '--dry-run', '--json')
  assert.deepEqual(JSON.parse(rehearsed.out), { would: ['pack HEAD'] })
  assert.equal(rehearsed.code, 0)
})
