import { mkdtempSync, rmSync, statSync } from 'node:fs'
import http from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { createIds } from './ids.ts'
import { startStripeSandbox, type StripeSandbox } from './stripe-sandbox.ts'

/** As many buyers at once as a busy shop has. */
const CONCURRENCY = 32
const INTENTS = Number(process.argv[2] ?? 6_000)
const SECRET_KEY = 'sk_test_throughput'

const folder = mkdtempSync(path.join(tmpdir(), 'stripe-throughput-'))
try {
  await measure('in memory', undefined)
  await measure('with a state file', path.join(folder, 'state.ndjson'))
} finally {
  rmSync(folder, { recursive: true })
}

/** Creates, confirms and delivers the events of many intents: sandbox, buyers and receiver share this one process. */
async function measure(name: string, stateFile: string | undefined): Promise<void> {
  let received = 0
  const receiver = http.createServer((request, response) => {
    request.resume().on('end', () => {
      received++
      response.end()
    })
  })
  await new Promise<void>((resolve) => receiver.listen(0, '127.0.0.1', resolve))
  const webhook = { url: `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/`, secret: 'whsec_throughput' }
  const sandbox = await startStripeSandbox({ secretKey: SECRET_KEY, webhook, ...(stateFile && { stateFile }) })
  const halves: number[] = []
  const before = process.cpuUsage()
  for (let half = 0; half < 2; half++) halves.push(await run(sandbox, INTENTS / 2))
  const { user, system } = process.cpuUsage(before)
  const { totals } = sandbox.books()
  await sandbox.close()
  receiver.closeAllConnections()
  receiver.close()
  const size = stateFile ? `, file ${(statSync(stateFile).size / 1e6).toFixed(0)} MB` : ''
  console.log(
    `${name}: first half ${halves[0]?.toFixed(0)} intents/s, second half ${halves[1]?.toFixed(0)} intents/s; ` +
      `${totals.aud?.intentsSucceeded} paid, ${received} events received; ` +
      // On a machine shared with others this says more than the clock on the wall.
      `${((user + system) / INTENTS).toFixed(0)} µs of CPU an intent for sandbox, buyers and receiver together, ` +
      `${(process.memoryUsage().rss / 1e6).toFixed(0)} MB resident${size}`,
  )
}

async function run(sandbox: StripeSandbox, count: number): Promise<number> {
  const agent = new http.Agent({ keepAlive: true, maxSockets: CONCURRENCY })
  const newKey = createIds()
  let left = count
  const start = performance.now()
  const buyer = async () => {
    while (left-- > 0) {
      const created = await post(
        agent,
        sandbox,
        '/v1/payment_intents',
        'amount=8950&currency=aud&metadata[order]=42',
        newKey('key_'),
      )
      const form = 'payment_method=pm_card_visa&return_url=https%3A%2F%2Fshop.test'
      await post(agent, sandbox, `/v1/payment_intents/${created.id}/confirm`, form, newKey('key_'))
    }
  }
  await Promise.all(Array.from({ length: CONCURRENCY }, buyer))
  await sandbox.events.settled()
  agent.destroy()
  return (count / (performance.now() - start)) * 1000
}

function post(
  agent: http.Agent,
  { port }: StripeSandbox,
  at: string,
  form: string,
  key: string,
): Promise<{ id: string }> {
  const headers = {
    authorization: `Bearer ${SECRET_KEY}`,
    'content-type': 'application/x-www-form-urlencoded',
    'content-length': Buffer.byteLength(form),
    'idempotency-key': key,
  }
  return new Promise((resolve, reject) => {
    const request = http.request({ port, path: at, method: 'POST', agent, headers }, (answer) => {
      let body = ''
      answer.setEncoding('utf8')
      answer.on('data', (chunk: string) => (body += chunk))
      answer.on('end', () => {
        if (answer.statusCode === 200) resolve(JSON.parse(body) as { id: string })
        else reject(new Error(body))
      })
    })
    request.on('error', reject)
    request.end(form)
  })
}
