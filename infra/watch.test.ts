import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { globSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { test } from 'node:test'
import { metricRules } from '../apps/api/src/metrics.ts'
import type { MetricRule } from '../apps/api/src/platform/metrics.ts'

const root = path.join(import.meta.dirname, '..')
const read = (file: string) => readFileSync(path.join(root, file), 'utf8')
const rules: Readonly<Record<string, MetricRule>> = metricRules

interface Alert {
  readonly name: string
  readonly summary: string
  readonly expr: string
}

const alerts: Alert[] = [
  ...read('infra/watch/alerts.yml').matchAll(
    /- alert: (\w+)\n +expr: '(.+)'\n[\s\S]+?summary: '([^']+)', runbook: (\S+) \}/g,
  ),
].map(([, name, expr, summary, runbook]) => {
  assert.equal(runbook, `docs/runbooks/${name}.md`)
  return { name: name!, expr: expr!, summary: summary! }
})
const dashboards = globSync('infra/watch/dashboards/*.json', { cwd: root }).map((file) => ({ file, text: read(file) }))
const expressions = [
  ...alerts.map(({ name, expr }) => ({ where: name, expr })),
  ...dashboards.flatMap(({ file, text }) =>
    [...text.matchAll(/"expr": ("(?:[^"\\]|\\.)*")/g)].map(([, expr]) => ({
      where: file,
      expr: JSON.parse(expr!) as string,
    })),
  ),
]

const promtool = spawnSync('promtool', ['--version']).status === 0
const skip = promtool ? false : 'promtool is not installed'
const runPromtool = (...words: string[]) => {
  const { status, stdout, stderr } = spawnSync('promtool', words, {
    cwd: path.join(root, 'infra/watch'),
    encoding: 'utf8',
  })
  assert.equal(status, 0, stdout + stderr)
}

test('Prometheus takes the alerts', { skip }, () => runPromtool('check', 'rules', 'alerts.yml'))

test('Prometheus takes the configuration that containers give it', { skip }, (t) => {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'flora-prometheus-'))
  t.after(() => rmSync(folder, { recursive: true }))
  const file = path.join(folder, 'prometheus.yml')
  const alertsHere = path.join(root, 'infra/watch/alerts.yml')
  writeFileSync(file, read('infra/containers/prometheus.yml').replace('/etc/prometheus/alerts.yml', alertsHere))
  runPromtool('check', 'config', file)
})

test('each alert speaks of a shop it is about, and is silent of one that is well', { skip }, () =>
  runPromtool('test', 'rules', 'alerts.test.yml'),
)

test('no alert is without both tests', () => {
  const tests = read('infra/watch/alerts.test.yml')
    .split(/^ {2}- name: /m)
    .slice(1)
  assert.ok(alerts.length >= 20)
  for (const { name } of alerts) {
    const own = tests.filter((text) => text.includes(`alertname: ${name}\n`))
    assert.ok(
      own.some((text) => text.includes('exp_labels:')),
      `${name} is never seen to speak`,
    )
    assert.ok(
      own.some((text) => text.includes('exp_alerts: []')),
      `${name} is never seen to be silent`,
    )
  }
})

test('each alert has a runbook that begins with its words, and no runbook outlives its alert', () => {
  const runbooks = globSync('docs/runbooks/*.md', { cwd: root }).map((file) => path.basename(file, '.md'))
  const own = runbooks.filter((name) => !/^[a-z-]+$/.test(name))
  assert.deepEqual(own.toSorted(), alerts.map(({ name }) => name).toSorted())
  for (const { name, summary } of alerts) {
    const text = read(`docs/runbooks/${name}.md`)
    assert.equal(text.split('\n')[0], `# ${summary}`)
    assert.match(text, /^# .+\n\n[A-Z].{60,}/, name)
    const headings = [...text.matchAll(/^## (.+)$/gm)].map(([, heading]) => heading)
    assert.deepEqual(headings, ['Look', 'Do', 'Afterwards'], name)
  }
})

// What is told of a histogram, by the names Prometheus gives the parts.
const toldBy = (name: string): string => {
  const whole = name.replace(/_(bucket|sum|count)$/, '')
  return rules[whole]?.kind === 'histogram' ? whole : name
}

test('what alerts, dashboards and runbooks ask for is measured, by labels that it has', () => {
  const asked = [
    ...expressions,
    ...globSync('docs/runbooks/*.md', { cwd: root }).flatMap((file) =>
      [...read(file).matchAll(/`([^`]*\bflora_[^`]*)`/g)].map(([, expr]) => ({ where: file, expr: expr! })),
    ),
  ]
  assert.ok(asked.length > 60)
  for (const { where, expr } of asked) {
    for (const [, name, selector = ''] of expr.matchAll(/\b(flora_[a-z_]+)(?:\{([^}]*)\})?/g)) {
      const rule = rules[toldBy(name!)]
      assert.ok(rule, `${where} asks for ${name}, which nobody measures`)
      assert.ok(rule.kind !== 'histogram' || toldBy(name!) !== name, `${where}: ${name} is told in parts`)
      const labels = [...(rule.labels ?? []), 'instance', 'door', 'le']
      for (const [, label] of selector.matchAll(/(\w+)\s*(?:=~|!~|!=|=)/g))
        assert.ok(labels.includes(label!), `${where}: ${name} has no label ${label}`)
    }
    const known = new Set(Object.values(rules).flatMap(({ labels }) => labels ?? []))
    for (const [, group] of expr.matchAll(/\bby \(([^)]*)\)/g))
      for (const label of group!.split(', '))
        assert.ok(known.has(label) || ['instance', 'door', 'le'].includes(label), `${where}: by ${label}`)
  }
})

test('each measurement says what it is, is asked for by somebody, and has no label that Prometheus keeps for itself', () => {
  const seen = new Set(
    expressions.flatMap(({ expr }) => [...expr.matchAll(/\bflora_[a-z_]+/g)].map(([name]) => toldBy(name))),
  )
  const unseen = Object.keys(rules).filter((name) => !seen.has(name))
  assert.deepEqual(unseen, [])
  for (const [name, { kind, help, labels = [], buckets }] of Object.entries(rules)) {
    assert.match(name, /^flora_[a-z_]+$/)
    assert.equal(kind === 'counter', name.endsWith('_total'), `${name}: a counter is a total`)
    assert.match(help, /^[A-Z1].{10,}\.$/, name)
    assert.ok(!labels.some((label) => ['job', 'instance', 'door', 'le'].includes(label)), name)
    assert.equal(kind === 'histogram', buckets !== undefined, name)
    assert.deepEqual(buckets, buckets && [...buckets].toSorted((a, b) => a - b), name)
  }
})

test('a dashboard is whole: its sources are provisioned, its panels lie beside each other', () => {
  const sources = new Set(
    [...read('infra/containers/grafana-sources.yml').matchAll(/uid: (\w+)/g)].map(([, uid]) => uid),
  )
  assert.deepEqual(dashboards.map(({ file }) => path.basename(file)).toSorted(), ['processes.json', 'shop.json'])
  for (const { file, text } of dashboards) {
    const { uid, panels } = JSON.parse(text) as {
      uid: string
      panels: { id: number; gridPos: { x: number; y: number; w: number; h: number } }[]
    }
    assert.equal(`${uid}.json`, path.basename(file))
    assert.equal(new Set(panels.map(({ id }) => id)).size, panels.length)
    for (const [, source] of text.matchAll(/"uid": "(\w+)"\n\s+\}/g))
      assert.ok(sources.has(source), `${file}: ${source}`)
    for (const [at, one] of panels.entries())
      for (const other of panels.slice(at + 1))
        assert.ok(!overlap(one.gridPos, other.gridPos), `${file}: ${one.id}, ${other.id}`)
  }
})

interface Place {
  readonly x: number
  readonly y: number
  readonly w: number
  readonly h: number
}

function overlap(a: Place, b: Place): boolean {
  return a.x < b.x + b.w && b.x < a.x + a.w && a.y < b.y + b.h && b.y < a.y + a.h
}

test('in containers Prometheus asks where the shop tells, and finds the alerts; nobody else is let near', () => {
  const compose = read('compose.yaml')
  const [, first] = /METRICS_PORT: (\d+)/.exec(compose)!
  const asked = [...read('infra/containers/prometheus.yml').matchAll(/'payments:(\d+)'/g)].map(([, port]) =>
    Number(port),
  )
  // API and worker share a network.
  assert.deepEqual(asked, [Number(first), Number(first) + 1])
  assert.match(read('infra/containers/prometheus.yml'), /job_name: flora\n/)
  for (const { expr } of alerts) assert.doesNotMatch(expr, /job="(?!flora")/)
  assert.match(compose, /infra\/watch\/alerts\.yml:\/etc\/prometheus\/alerts\.yml:ro/)
  assert.match(compose, /infra\/watch\/dashboards:\/var\/lib\/grafana\/dashboards:ro/)
  for (const port of asked) assert.doesNotMatch(compose, new RegExp(`:${port}'`))
})
