import assert from 'node:assert/strict'
import { once } from 'node:events'
import net from 'node:net'
import { test } from 'node:test'
import { GatheringSocket } from './gathering-socket.ts'

/** Counts what goes to the network. */
class CountedSocket extends GatheringSocket {
  sendings = 0
  override _write(...args: Parameters<net.Socket['_write']>): void {
    this.sendings += 1
    super._write(...args)
  }
  override _writev(...args: Parameters<NonNullable<net.Socket['_writev']>>): void {
    this.sendings += 1
    super._writev!(...args)
  }
}

test('what is written in one turn is sent at once, and in its order', async (t) => {
  const server = net.createServer((peer) => peer.pipe(peer)).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const socket = new CountedSocket()
  t.after(() => {
    socket.destroy()
    server.close()
  })
  socket.connect((server.address() as net.AddressInfo).port, '127.0.0.1')
  await once(socket, 'connect')

  // As a driver does that gathers the messages of one statement by itself.
  for (const statement of ['begin', 'insert', 'commit']) {
    socket.cork()
    socket.write(`${statement} `)
    socket.write('sync;')
    socket.uncork()
  }
  await new Promise((next) => setImmediate(next))
  assert.equal(socket.sendings, 1)

  let heard = ''
  const [whole] = await once(
    socket.on('data', (bytes) => {
      heard += String(bytes)
      if (heard.length >= 'begin sync;insert sync;commit sync;'.length) socket.emit('heard', heard)
    }),
    'heard',
  )
  assert.equal(whole, 'begin sync;insert sync;commit sync;')
})
