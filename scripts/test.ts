import { spawn } from 'node:child_process'
import { globSync } from 'node:fs'
import path from 'node:path'
import { buildIfNeeded } from './build.ts'

const root = path.join(import.meta.dirname, '..')

// The emulator of AWS comes last and alone: two of them would fight for two cores.
const groups = [
  { name: 'rules, API and database', patterns: ['tidy', 'packages', 'apps', 'sandbox', 'scripts', 'chaos'], atOnce: 2 },
  { name: 'journeys in a browser', patterns: ['e2e'], atOnce: 2 },
  // Skipped by name where there is no terraform.
  { name: 'Terraform', patterns: ['infra'], atOnce: 1 },
]

// Minutes each: Terraform applied and destroyed on an emulator of AWS, a release packed twice, and a machine that boots, reloads and goes
// back under load. `npm test -- terraform-made`, `npm test -- infra/release`, `npm test -- infra/machine`
const askedForByName = ['infra/terraform-made.test.ts', 'infra/release.test.ts', 'infra/machine.test.ts']

await buildIfNeeded()
const wanted = process.argv.slice(2)
const files = groups.map((group) => ({
  ...group,
  files: globSync(
    group.patterns.map((folder) => `${folder}/**/*.test.{ts,tsx}`),
    { cwd: root, exclude: (name) => /(node_modules|dist)/.test(String(name)) },
  )
    .filter(isWanted)
    .toSorted(),
}))

if (files.every((group) => group.files.length === 0)) {
  console.error(
    `No test file has ${wanted.map((part) => `“${part}”`).join(' or ')} in its path. npm test alone runs all.`,
  )
  process.exit(2)
}
let failed = false
for (const group of files) {
  if (group.files.length === 0) continue
  console.log(`\n# ${group.name}: ${group.files.length} files`)
  failed = (await run(group.files, group.atOnce)) !== 0 || failed
}
process.exit(failed ? 1 : 0)

function isWanted(file: string): boolean {
  if (wanted.length === 0) return !askedForByName.includes(file)
  return wanted.some((part) => file.includes(part))
}

function run(tests: string[], atOnce: number): Promise<number> {
  // Each file in a process of its own: what one leaves behind cannot help or harm the next.
  const args = [
    '--disable-warning=ExperimentalWarning',
    '--test',
    `--test-concurrency=${atOnce}`,
    '--test-timeout=300000',
    ...tests,
  ]
  return new Promise((resolve) => {
    const child = spawn(process.execPath, args, {
      cwd: root,
      stdio: 'inherit',
    })
    child.on('close', (code) => resolve(code ?? 1))
  })
}
