import assert from 'node:assert/strict'
import { globSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { test } from 'node:test'
import { mayKnow } from './boundaries.ts'

const root = path.join(import.meta.dirname, '..')

interface Source {
  readonly file: string
  readonly text: string
}

const sources: Source[] = globSync('{apps,packages,sandbox,scripts,bench,chaos,e2e}/**/*.{ts,tsx,mjs}', {
  cwd: root,
  exclude: (name) => /(^|\/)(node_modules|dist)(\/|$)/.test(String(name)),
})
  .map((file) => file.replaceAll(path.sep, '/'))
  .toSorted()
  .map((file) => ({ file, text: readFileSync(path.join(root, file), 'utf8') }))

const isTest = (file: string) => /\.test\.tsx?$|\/test\//.test(file)
const api = sources.filter(({ file }) => file.startsWith('apps/api/src/'))

/** Files and packages that a source imports: relative ones as paths from the root. */
function imports({ file, text }: Source): string[] {
  return [...text.matchAll(/(?:from|import)\s*\(?\s*'([^']+)'/g)].map(([, target]) =>
    target!.startsWith('.') ? path.posix.join(path.posix.dirname(file), target!) : target!,
  )
}

function none(problems: string[], law: string): void {
  assert.equal(problems.length, 0, `${law}\n  ${problems.join('\n  ')}`)
}

// entry/ is the front door: it opens every feature and nobody imports it. Tests stand outside the walls.
const featureOf = (file: string) => /^apps\/api\/src\/(?!entry\/)([^/]+)\//.exec(file)?.[1]

test('a feature is entered by its window, and only by those who may know it', () => {
  const problems: string[] = []
  for (const source of api) {
    const from = featureOf(source.file)
    if (!from || isTest(source.file)) continue
    const known = from === 'platform' ? [] : mayKnow[from]
    if (!known) {
      problems.push(`${source.file}: tidy/boundaries.ts does not mention ${from}`)
      continue
    }
    for (const target of imports(source)) {
      const to = featureOf(target)
      if (!to || to === from || to === 'platform') continue
      if (!known.includes(to)) problems.push(`${source.file}: ${from} may not know ${to}`)
      else if (!target.endsWith(`/${to}/index.ts`))
        problems.push(`${source.file}: enter ${to} by its index.ts, not ${target}`)
    }
  }
  none(problems, 'See tidy/boundaries.ts. If the arrow must go the other way, enqueue a job.')
})

test('the shop has no cycles', () => {
  const settled = new Set<string>()
  const visit = (name: string, trail: string[]): void => {
    assert.ok(!trail.includes(name), `cycle: ${[...trail, name].join(' → ')}`)
    if (settled.has(name)) return
    for (const next of mayKnow[name] ?? []) visit(next, [...trail, name])
    settled.add(name)
  }
  for (const name of Object.keys(mayKnow)) visit(name, [])
})

test('a window is small and names what it shows', () => {
  const problems = api
    .filter(({ file }) => file.endsWith('/index.ts'))
    .flatMap(({ file, text }) => {
      const names = [...text.matchAll(/export \{([^}]*)\}/g)].flatMap(([, list]) =>
        list!.split(',').filter((name) => name.trim() && !name.trim().startsWith('type ')),
      )
      return [
        ...(text.includes('export *') ? [`${file}: export *`] : []),
        // Orders, which everything else is about, need the most.
        ...(names.length > 22 ? [`${file}: ${names.length} names`] : []),
      ]
    })
  none(problems, 'A window shows about 15 names, each by name.')
})

test('packages do not know apps, apps do not know each other, and nobody knows the front door', () => {
  const problems: string[] = []
  for (const source of sources) {
    const own = /^(apps|packages)\/[^/]+\//.exec(source.file)?.[0]
    if (!own || isTest(source.file)) continue
    for (const target of imports(source)) {
      const app =
        /^apps\/[^/]+\//.exec(target)?.[0] ?? (/^@flora\/(api|storefront|studio)\b/.test(target) ? target : undefined)
      if (app && app !== own) problems.push(`${source.file} imports ${target}`)
      if (target.startsWith('apps/api/src/entry/') && !source.file.startsWith('apps/api/src/entry/'))
        problems.push(`${source.file} imports the front door`)
      if (/^(@flora\/sandbox|sandbox\/)/.test(target))
        problems.push(`${source.file} imports the sandbox, which production does not have`)
    }
  }
  none(problems, 'apps → packages, never back, never across.')
})

test('platform knows no feature', () => {
  const problems = api
    .filter(({ file }) => file.startsWith('apps/api/src/platform/') && !isTest(file))
    .flatMap((source) =>
      imports(source)
        .filter((target) => /^apps\/api\/src\/(?!platform\/)/.test(target))
        .map((target) => `${source.file} imports ${target}`),
    )
  none(problems, 'platform/ is plumbing that a hardware shop could use.')
})

interface Home {
  readonly what: string
  readonly pattern: RegExp
  readonly allowed: RegExp
  readonly among?: readonly Source[]
}

const inProduct = sources.filter(({ file }) => /^(apps|packages)\//.test(file))
const homes: Home[] = [
  {
    what: 'SQL',
    pattern: /from 'drizzle-orm|from 'pg'|\bsql`/,
    allowed: /(queries|tables)\.ts$|\/platform\/|\.test\.ts$|\/test\//,
  },
  {
    what: 'process.env',
    pattern: /process\.env/,
    allowed: /platform\/config\.ts$|\.test\.tsx?$|\/test\/|vite\.config\.ts$|\/build\.ts$|\/dev\.ts$|\/tools\//,
  },
  { what: 'Date', pattern: /\bnew Date\b|\bDate\.now\b/, allowed: /packages\/calendar\// },
  {
    what: 'the current time',
    pattern: /Temporal\.Now/,
    allowed: /platform\/clock\.ts$|contract\/ids\.ts$|\.test\.tsx?$|\/test\//,
  },
  {
    what: 'arithmetic on cents',
    pattern: /[mM]inor\s*[-+*/]\s*\w|\w\s*[-+*/]\s*\w+\.minor\b/,
    allowed: /packages\/money\/|\.test\.tsx?$|\/test\/|queries\.ts$/,
  },
  { what: 'the Stripe client', pattern: /from 'stripe'/, allowed: /platform\/stripe\.ts$/ },
  {
    what: 'transactions',
    pattern: /\bbegin;|\.transaction\(/,
    allowed: /\/platform\/|orders\/places\.ts$|\.test\.ts$/,
  },
]
for (const { what, pattern, allowed } of homes) {
  test(`${what} stays where it lives`, () => {
    const strays = inProduct.filter(({ file, text }) => pattern.test(withoutComments(text)) && !allowed.test(file))
    none(
      strays.map(({ file }) => file),
      `${what} belongs in ${allowed}`,
    )
  })
}

test('what writes or locks is given a transaction, never the pool', () => {
  const problems = api
    .filter(({ file }) => file.endsWith('queries.ts'))
    .flatMap(({ file, text }) =>
      [...text.matchAll(/export (?:async )?function (\w+)\(\s*(\w+): (Db|Tx)/g)]
        .filter(
          ([, name, , type]) =>
            /^(insert|mark|delete|lock|save|take|giveBack|add|bump|spend)[A-Z]/.test(name!) && type === 'Db',
        )
        .map(([, name]) => `${file}: ${name} takes Db`),
    )
  none(problems, 'Reads take Db; whatever writes or locks takes Tx.')
})

test('no file outgrows one sitting', () => {
  const long = sources.filter(({ text, file }) => lineCount(text) > 300 && !/\.test\.tsx?$/.test(file))
  none(
    long.map(({ file, text }) => `${file}: ${lineCount(text)} lines`),
    'Over 300 lines: find the noun or the verb that wants its own file.',
  )
})

test('no file has a name that says nothing', () => {
  const vague = /(^|[-/])(utils?|helpers?|common|misc|managers?|handler|data|new|old|v2|service)\.tsx?$/
  none(
    sources.map(({ file }) => file).filter((file) => vague.test(file)),
    'Name the noun or the verb.',
  )
})

test('nothing is left undone', () => {
  // Spelled backwards, so that this file is not what it looks for.
  const marks = new RegExp(
    `\\b(${['ODOT', 'EMXIF', 'KCAH'].map((word) => [...word].toReversed().join('')).join('|')})\\b`,
  )
  none(
    sources.filter(({ text }) => marks.test(text)).map(({ file }) => file),
    'Finish it, or write an issue.',
  )
})

test('every SQL the shop sends is one statement with its values apart', () => {
  const problems = api
    .filter(({ file }) => file.endsWith('queries.ts'))
    .filter(({ text }) => /sql\.raw\(`[^`]*\$\{/.test(text))
    .map(({ file }) => file)
  none(problems, 'Values are parameters; text is never built from them.')
})

test('front ends hold no style or script that a strict policy would refuse', () => {
  const problems = sources
    .filter(({ file }) => /^apps\/(storefront|studio)\/src\/.*\.tsx$/.test(file) && !isTest(file))
    .filter(({ text }) => /\sstyle=\{|dangerouslySetInnerHTML/.test(text))
    .map(({ file }) => file)
    .filter((file) => !/(article|content|page-data|document)[^/]*\.tsx$/.test(file))
  none(problems, 'No inline styles or markup; content that the server made safe is the exception.')
})

function withoutComments(text: string): string {
  return text.replaceAll(/\/\*[\s\S]*?\*\//g, '').replaceAll(/^\s*\/\/.*$/gm, '')
}

function lineCount(text: string): number {
  return text.trimEnd().split('\n').length
}
