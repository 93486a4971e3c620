// Runs one of Flora's programs on the Node that Flora is written for. This file itself runs on any Node from 20, and on a fresh
// clone: it installs the packages first when they are missing or older than the lock file.
import { spawn, spawnSync } from 'node:child_process'
import { existsSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'

const root = path.join(import.meta.dirname ?? path.dirname(new URL(import.meta.url).pathname), '..')
const node = path.join(root, 'node_modules/node/bin/node')

if (Number(process.versions.node.split('.')[0]) < 20) {
  console.error(
    `Flora needs Node 20 or newer to begin; this is ${process.versions.node}. Please install a current Node from nodejs.org.`,
  )
  process.exit(1)
}
if (!isInstalled()) install()

const [program, ...rest] = process.argv.slice(2)
// Tests and checks know their own configuration; what serves reads the one in .env, if there is one.
const env = path.join(root, '.env')
const settings = /start|reset|ops/.test(program) && existsSync(env) ? [`--env-file=${env}`] : []
const child = spawn(node, ['--disable-warning=ExperimentalWarning', ...settings, path.join(root, program), ...rest], {
  cwd: root,
  stdio: 'inherit',
})
// The terminal sends Ctrl-C to the whole group; this process waits for the program to close in its own time.
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => signal === 'SIGTERM' && child.kill(signal))
child.on('exit', (code, signal) => process.exit(code ?? (signal ? 1 : 0)))

function isInstalled() {
  const stamp = path.join(root, 'node_modules/.package-lock.json')
  if (!existsSync(node) || !existsSync(stamp)) return false
  const lock = path.join(root, 'package-lock.json')
  if (statSync(lock).mtimeMs <= statSync(stamp).mtimeMs) return true
  // A checkout gives the lock file a new time without a new content: compare what it asks for with what is there.
  const wanted = JSON.parse(readFileSync(lock, 'utf8')).packages
  const present = JSON.parse(readFileSync(stamp, 'utf8')).packages
  return Object.entries(wanted).every(
    ([name, { version, optional, link }]) =>
      name === '' || link || optional || !name.includes('node_modules/') || present[name]?.version === version,
  )
}

function install() {
  console.log('Installing packages (once; a minute or two on a slow line) …')
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm'
  const { status, error } = spawnSync(npm, ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: root,
    stdio: 'inherit',
  })
  if (error || status !== 0 || !existsSync(node)) {
    console.error(
      'The packages could not be installed. Check the connection to the npm registry and run the same command again.',
    )
    process.exit(1)
  }
}
