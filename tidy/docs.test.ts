import assert from 'node:assert/strict'
import { existsSync, globSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import { test } from 'node:test'

const root = path.join(import.meta.dirname, '..')
const read = (file: string) => readFileSync(path.join(root, file), 'utf8')
const found = (pattern: string) =>
  globSync(pattern, { cwd: root, exclude: (name) => /(^|\/)(node_modules|dist)(\/|$)/.test(String(name)) })
    .map((file) => file.replaceAll(path.sep, '/'))
    .toSorted()

const documents = ['*.md', 'docs/**/*.md', 'packages/*/README.md'].flatMap(found)
const decisions = found('docs/decisions/*.md')

interface Packages {
  readonly dependencies?: Record<string, string>
  readonly devDependencies?: Record<string, string>
  readonly scripts?: Record<string, string>
}

const manifests = [
  'package.json',
  'apps/*/package.json',
  'packages/*/package.json',
  'sandbox/package.json',
  'infra/ops/package.json',
].flatMap(found)
const manifest = (file: string) => JSON.parse(read(file)) as Packages

function none(problems: readonly string[], law: string): void {
  assert.equal(problems.length, 0, `${law}\n  ${problems.join('\n  ')}`)
}

test('every dependency has its reason in the record of dependencies, and no reason outlives its dependency', () => {
  const used = new Set(
    manifests.flatMap((file) => {
      const { dependencies = {}, devDependencies = {} } = manifest(file)
      return Object.keys({ ...dependencies, ...devDependencies }).filter((name) => !name.startsWith('@flora/'))
    }),
  )
  const reasoned = [
    ...read('docs/decisions/0011-dependencies.md').matchAll(/^\| `([^`]+)` +\| ([^|]+) \| ([^|]{20,}) \|$/gm),
  ].map(([, name]) => name!)
  assert.deepEqual(reasoned.toSorted(), [...used].toSorted())
})

test('a link from one document leads to something that is there', () => {
  const broken = documents.flatMap((document) =>
    [...withoutCode(read(document)).matchAll(/\]\(([^)\s]+)\)/g)]
      .map(([, target]) => target!.split('#')[0]!)
      .filter((target) => target !== '' && !/^[a-z]+:/.test(target))
      .filter((target) => !existsSync(path.join(root, path.dirname(document), target)))
      .map((target) => `${document} → ${target}`),
  )
  none(broken, 'Mend the link, or write what it leads to.')
})

test('a heading that is linked to is a heading', () => {
  const broken = documents.flatMap((document) =>
    [...withoutCode(read(document)).matchAll(/\]\(([^)\s#]*)#([^)\s]+)\)/g)]
      .filter(([, target]) => !/^[a-z]+:/.test(target!))
      .map(([, target, anchor]) => ({
        file: target ? path.posix.join(path.posix.dirname(document), target) : document,
        anchor: anchor!,
      }))
      .filter(
        ({ file, anchor }) =>
          file.endsWith('.md') && existsSync(path.join(root, file)) && !anchors(read(file)).includes(anchor),
      )
      .map(({ file, anchor }) => `${document} → ${file}#${anchor}`),
  )
  none(broken, 'The heading was renamed.')
})

test('a path of this project that a document names is there', () => {
  const parts = 'apps|packages|sandbox|db|scripts|tidy|docs|bench|chaos|e2e'
  const named = new RegExp('`((?:' + parts + ')/[^`\\s*<>{}]*)`', 'g')
  const lost = documents.flatMap((document) =>
    [...read(document).matchAll(named)]
      .map(([, name]) => name!)
      .filter((name) => !existsSync(path.join(root, name)))
      .map((name) => `${document}: ${name}`),
  )
  none(lost, 'The file moved, and the document did not.')
})

test('a command that a document tells to run is a script of the project', () => {
  const scriptsFor = (document: string) => {
    const own = path.posix.join(path.posix.dirname(document), 'package.json')
    return { ...manifest('package.json').scripts, ...(manifests.includes(own) && manifest(own).scripts) }
  }
  const lost = documents.flatMap((document) =>
    [...read(document).matchAll(/\bnpm (?:run ([a-z]+)|(start|test)\b)/g)]
      .map(([, run, short]) => run ?? short!)
      .filter((name) => !(name in scriptsFor(document)))
      .map((name) => `${document}: ${name}`),
  )
  none(lost, 'See the scripts in package.json.')
})

test('decisions are numbered from one without a gap, and each says why, what, what follows and what else there was', () => {
  assert.deepEqual(
    decisions.map((file) => path.basename(file).slice(0, 5)),
    decisions.map((_, index) => `${String(index + 1).padStart(4, '0')}-`),
  )
  const poor = decisions.flatMap((file) =>
    ['Context', 'Decision', 'Consequences', 'Alternatives']
      .filter((part) => !new RegExp(`^## ${part}$`, 'm').test(read(file)))
      .map((part) => `${file}: ${part}`),
  )
  none(poor, 'A decision has four parts.')
})

test('pictures of the documents are few, light, and looked at by one', () => {
  const pictures = found('docs/pictures/*')
  assert.ok(pictures.length > 0 && pictures.length <= 6, `${pictures.length} pictures`)
  const heavy = pictures.filter((file) => statSync(path.join(root, file)).size > 150 * 1024)
  none(heavy, 'A picture is at most 150 KB.')
  const text = documents.map(read).join('\n')
  none(
    pictures.filter((file) => !text.includes(path.basename(file))),
    'Nobody looks at it.',
  )
})

function withoutCode(text: string): string {
  return text.replaceAll(/```[\s\S]*?```/g, '').replaceAll(/`[^`\n]*`/g, '')
}

// As the usual readers of Markdown make them.
function anchors(text: string): string[] {
  return [...text.matchAll(/^#{1,6} (.+)$/gm)].map(([, heading]) =>
    heading!
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N}\s_-]/gu, '')
      .trim()
      .replaceAll(' ', '-'),
  )
}
