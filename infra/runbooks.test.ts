import assert from 'node:assert/strict'
import { globSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { test } from 'node:test'

const root = path.join(import.meta.dirname, '..')
const alarms = readFileSync(path.join(root, 'infra/terraform/modules/watch/alarms.tf'), 'utf8')

/** The alarms of the watch module by name, those of several replicas or nodes under one. */
function alarmNames(): string[] {
  const listed = [...alarms.matchAll(/^ {4}([a-z]+(?:-[a-z]+)+) = \{$/gm)].map(([, name]) => name!)
  const numbered = [...alarms.matchAll(/"([a-z]+)-\$\{at \+ 1\}-([a-z]+)" =>/g)].map(
    ([, one, other]) => `${one}-${other}`,
  )
  const single = [...alarms.matchAll(/alarm_name += "\$\{var\.name\}-([a-z-]+)"/g)].map(([, name]) => name!)
  return [...listed, ...numbered, ...single].toSorted()
}

const runbooks = globSync('docs/runbooks/*.md', { cwd: root }).map((file) => path.basename(file, '.md'))

test('each alarm has its runbook, and no runbook outlives its alarm', () => {
  assert.ok(alarmNames().length >= 18, String(alarmNames()))
  // Alarms of AWS are written with hyphens; those of Prometheus, which has its own test, in one word.
  assert.deepEqual(runbooks.filter((name) => /^[a-z-]+$/.test(name)).toSorted(), alarmNames())
})

test('a runbook says what it means, where to look, what to do, and what comes afterwards', () => {
  for (const name of alarmNames()) {
    const text = readFileSync(path.join(root, `docs/runbooks/${name}.md`), 'utf8')
    assert.deepEqual(
      [...text.matchAll(/^## (.+)$/gm)].map(([, heading]) => heading),
      ['Look', 'Do', 'Afterwards'],
      name,
    )
    assert.match(text, /^# .+\n\n[A-Z].{60,}/, name)
  }
})

test('a runbook begins with the words that the alarm says', () => {
  for (const [, about] of alarms.matchAll(/about += "([^"]+)"/g)) {
    const titles = runbooks.map((name) =>
      readFileSync(path.join(root, `docs/runbooks/${name}.md`), 'utf8')
        .split('\n')[0]!
        .replaceAll('’', "'"),
    )
    assert.ok(
      titles.some((title) => title === `# ${about}`),
      `no runbook is called "${about}"`,
    )
  }
})
