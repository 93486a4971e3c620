import { spawn } from 'node:child_process'
import path from 'node:path'

const root = path.join(import.meta.dirname, '..')
const bin = (name: string) => path.join(root, 'node_modules/.bin', name)
const writes = process.argv.includes('--write')

interface Check {
  readonly name: string
  readonly command: string
  readonly args: readonly string[]
}

// Cheap ones first: a formatting slip should not wait for the type checker.
const checks: Check[] = writes
  ? [
      { name: 'format', command: bin('oxfmt'), args: ['.'] },
      { name: 'lint', command: bin('oxlint'), args: ['--fix', '.'] },
    ]
  : [
      { name: 'format', command: bin('oxfmt'), args: ['--check', '.'] },
      { name: 'lint', command: bin('oxlint'), args: ['.'] },
      { name: 'house laws', command: process.execPath, args: ['--test', 'tidy/*.test.ts'] },
      { name: 'pipelines', command: process.execPath, args: ['scripts/check-workflows.ts'] },
      { name: 'types', command: bin('tsc'), args: ['--noEmit', '-p', '.'] },
      { name: 'unused code', command: bin('knip'), args: ['--no-progress'] },
    ]

let failed = 0
for (const { name, command, args } of checks) {
  const { code, output } = await run(command, args)
  console.log(`${code === 0 ? 'ok  ' : 'NOT '} ${name}`)
  if (code !== 0) console.log(output)
  failed += code === 0 ? 0 : 1
}
if (!writes) console.log(`check: ${checks.length - failed} passed, ${failed} failed`)
process.exit(failed === 0 ? 0 : 1)

function run(command: string, args: readonly string[]): Promise<{ code: number; output: string }> {
  return new Promise((resolve) => {
    let output = ''
    const child = spawn(command, args, {
      cwd: root,
      env: { ...process.env, PATH: `${path.dirname(process.execPath)}${path.delimiter}${process.env['PATH']}` },
    })
    child.stdout.on('data', (text: Buffer) => (output += text.toString()))
    child.stderr.on('data', (text: Buffer) => (output += text.toString()))
    child.on('close', (code) => resolve({ code: code ?? 1, output }))
  })
}
