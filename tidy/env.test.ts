import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { test } from 'node:test'
import { variables } from '../apps/api/src/platform/config.ts'

const root = path.join(import.meta.dirname, '..')

interface Variable {
  readonly name: string
  readonly about: string
  /** Empty when the variable has none. */
  readonly default: string
}

const known: Variable[] = Object.entries(variables.shape).map(([name, schema]) => ({
  name,
  about: schema.description ?? '',
  default: String(schema.parse(undefined) ?? ''),
}))

/** A sentence and, below it, the variable it is about: `# PORT=3000`. A value with spaces stands in quotes. */
function readExample(): Variable[] {
  const text = readFileSync(path.join(root, '.env.example'), 'utf8')
  return [...text.matchAll(/^# (.+)\n# ([A-Z][A-Z_]+)=(.*)$/gm)].map(([, about, name, value]) => ({
    name: name!,
    about: about!,
    default: value!.replaceAll(/^"|"$/g, ''),
  }))
}

/** Rows of the README's table: `| PORT | 3000 | What it is for. |`, both names and defaults as code. */
function readTable(): Variable[] {
  const text = readFileSync(path.join(root, 'README.md'), 'utf8')
  return [...text.matchAll(/^\| `([A-Z][A-Z_]+)` +\| (?:`([^`]*)`)? *\| (.+?) *\|$/gm)].map(
    ([, name, value, about]) => ({
      name: name!,
      about: about!,
      default: value ?? '',
    }),
  )
}

test('every variable says what it is for', () => {
  assert.ok(known.length > 0)
  assert.deepEqual(
    known.filter(({ about }) => about === ''),
    [],
  )
})

test('.env.example lists the variables that Flora reads, in their order, with sentence and default', () => {
  assert.deepEqual(readExample(), known)
})

test('.env.example sets nothing: a copy of it changes nothing until a line is uncommented', () => {
  const lines = readFileSync(path.join(root, '.env.example'), 'utf8').split('\n')
  assert.deepEqual(
    lines.filter((line) => line !== '' && !line.startsWith('#')),
    [],
  )
})

test('the README’s table of variables is the same list', () => {
  assert.deepEqual(readTable(), known)
})
