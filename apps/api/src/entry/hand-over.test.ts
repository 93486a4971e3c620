import assert from 'node:assert/strict'
import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import http from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { test, type TestContext } from 'node:test'
import { partGently, tellSupervisor } from './hand-over.ts'

async function aServer(t: TestContext): Promise<{ server: http.Server; port: number }> {
  const server = http.createServer((_, reply) => reply.end('yes'))
  server.keepAliveTimeout = 60_000
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  t.after(() => server.closeAllConnections())
  return { server, port: (server.address() as AddressInfo).port }
}

function ask(port: number, agent: http.Agent): Promise<string | undefined> {
  return new Promise((resolve, reject) => {
    const request = http.get({ port, agent, host: '127.0.0.1' }, (reply) => {
      reply.resume()
      reply.on('end', () => resolve(reply.headers.connection))
    })
    request.on('error', reject)
  })
}

test('a connection that is silent when its process goes is answered once more, and told that it was the last', async (t) => {
  const { server, port } = await aServer(t)
  const agent = new http.Agent({ keepAlive: true, maxSockets: 1 })
  t.after(() => agent.destroy())
  assert.equal(await ask(port, agent), 'keep-alive')
  const parted = partGently(server, 60_000)
  assert.equal(await ask(port, agent), 'close')
  // Ends now, and not after the minute: nobody is left.
  await parted
})

test('whoever comes new is not taken by a process that goes', async (t) => {
  const { server, port } = await aServer(t)
  await partGently(server, 60_000)
  await assert.rejects(ask(port, new http.Agent()), { code: 'ECONNREFUSED' })
})

test('a connection that stays silent does not hold a process for ever', async (t) => {
  const { server, port } = await aServer(t)
  const agent = new http.Agent({ keepAlive: true, maxSockets: 1 })
  t.after(() => agent.destroy())
  await ask(port, agent)
  await partGently(server, 0)
  assert.equal(server.listening, false)
})

const missing = ['python3', 'systemd-notify'].find((name) => spawnSync('which', [name]).status !== 0)

test(
  'the supervisor that waits for it hears that a process is ready',
  { skip: missing ? `${missing} is not installed` : false },
  async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'flora-notify-'))
    const ear = path.join(folder, 'ear')
    // Node has no ear of this kind.
    const hear = `import socket
s = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
s.bind(${JSON.stringify(ear)})
print('listens', flush=True)
print(s.recv(4096).decode(), flush=True)`
    const child = spawn('python3', ['-c', hear], { stdio: ['ignore', 'pipe', 'inherit'] })
    let said = ''
    child.stdout.on('data', (part: Buffer) => {
      said += part.toString()
      if (said === 'listens\n') tellSupervisor(ear)
    })
    await once(child, 'close')
    rmSync(folder, { recursive: true })
    assert.match(said, /^READY=1$/m)
  },
)
