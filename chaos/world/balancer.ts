// One address before the doors that serve, as a load balancer of connections is: a new connection goes to the next door that takes it, and
// is cut when its door dies.
import net from 'node:net'

const ports = process.argv.slice(2).map(Number)
let turn = 0

const server = net.createServer((client) => {
  client.on('error', () => undefined)
  turn += 1
  join(client, turn, ports.length)
})

function join(client: net.Socket, place: number, tries: number): void {
  const door = net.connect({ host: '127.0.0.1', port: ports[place % ports.length]!, noDelay: true })
  let isOpen = false
  door.once('connect', () => {
    isOpen = true
    client.setNoDelay(true)
    client.pipe(door).pipe(client)
  })
  door.on('error', () => undefined)
  door.once('close', () => {
    if (isOpen || tries <= 1) client.destroy()
    else join(client, place + 1, tries - 1)
  })
  client.once('close', () => door.destroy())
}

server.listen(0, '127.0.0.1', () => {
  process.send?.({ url: `http://127.0.0.1:${(server.address() as net.AddressInfo).port}` })
})
process.on('SIGTERM', () => process.exit(0))
process.on('disconnect', () => process.exit(0))
