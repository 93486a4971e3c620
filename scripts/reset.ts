import { existsSync, readdirSync, rmSync } from 'node:fs'
import path from 'node:path'
import { readOwnConfig } from '../apps/api/src/platform/config.ts'
import { runningShop } from '../apps/api/src/platform/one-process.ts'

const { dataDir, databaseUrl } = readOwnConfig()
const parts = ['database', 'files', 'mail', 'logs', 'stripe-sandbox.ndjson']

const pid = runningShop(dataDir)
if (pid) {
  console.error(`Flora is running (process ${pid}) and would lose its data under its feet. Stop it first.`)
  process.exit(1)
}
const present = existsSync(dataDir) ? readdirSync(dataDir).filter((name) => parts.includes(name)) : []
for (const name of present) rmSync(path.join(dataDir, name), { recursive: true })
console.log(
  present.length > 0
    ? `Thrown away: ${present.join(', ')}. The next npm start begins with a fresh demo shop.`
    : 'There was nothing to throw away.',
)
if (databaseUrl) console.log('The server of DATABASE_URL was not touched.')
