// A mail server in a process of its own, which goes by the wall's clock: what may double a letter is told by that too. It takes every letter, remembers who it was for and under which id, and can be in a bad way.
import net from 'node:net'
import { answerOnLine } from './line.ts'
import type { TakenLetter } from '../books/evidence.ts'

type Writable = { -readonly [Field in keyof TakenLetter]: TakenLetter[Field] }
type Mood = 'refuses' | 'cut' | 'answer-lost'

const taken: Writable[] = []
const moods: { mood: Mood; left: number }[] = []
const sockets = new Set<net.Socket>()
let slowMs = 0
let server = net.createServer(talk)
let port = 0

await open()
answerOnLine({
  letters: () => taken,
  count: () => taken.length,
  begin: (mood: Mood, count: number) => void moods.push({ mood, left: count }),
  beSlow: (delayMs: number) => void (slowMs = delayMs),
  goAway: async () => {
    for (const socket of sockets) socket.destroy()
    await new Promise<void>((resolve) => server.close(() => resolve()))
  },
  comeBack: async () => {
    if (!server.listening) await open()
  },
  calm: () => {
    moods.length = 0
    slowMs = 0
  },
})
process.send?.({ url: `smtp://127.0.0.1:${port}` })

async function open(): Promise<void> {
  server = net.createServer(talk)
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve))
  port = (server.address() as net.AddressInfo).port
}

function strikes(mood: Mood): boolean {
  const found = moods.find((one) => one.mood === mood && one.left > 0)
  if (found) found.left -= 1
  return found !== undefined
}

function talk(socket: net.Socket): void {
  sockets.add(socket)
  socket.once('close', () => sockets.delete(socket))
  socket.on('error', () => undefined)
  socket.setEncoding('latin1')
  socket.write('220 chaos\r\n')
  let isLetter = false
  let cutsThis = false
  let to = ''
  let rest = ''
  socket.on('data', (text: string) => {
    rest += text
    for (;;) {
      // A hundred characters into the letter the line is dead, and nothing was taken.
      if (isLetter && cutsThis && rest.length > 100) return void socket.destroy()
      const end = rest.indexOf(isLetter ? '\r\n.\r\n' : '\r\n')
      if (end < 0) return
      const said = rest.slice(0, end)
      rest = rest.slice(end + (isLetter ? 5 : 2))
      if (isLetter) {
        isLetter = false
        take(socket, to, said)
      } else if (/^data/i.test(said)) {
        isLetter = true
        cutsThis = strikes('cut')
        socket.write('354 go on\r\n')
      } else if (/^quit/i.test(said)) return void socket.end('221 bye\r\n')
      else {
        to = /^rcpt to:<([^>]*)>/i.exec(said)?.[1] ?? to
        socket.write('250 ok\r\n')
      }
    }
  })
}

function take(socket: net.Socket, to: string, letter: string): void {
  if (strikes('refuses')) return void socket.write('451 not now, try again later\r\n')
  const messageId = /^message-id:\s*(<[^>]+>)/im.exec(letter)?.[1] ?? ''
  const one = { messageId, to, atMs: Temporal.Now.instant().epochMilliseconds, isAnswered: false }
  taken.push(one)
  if (strikes('answer-lost')) return void socket.destroy()
  const answer = (): void => {
    if (socket.destroyed) return
    one.isAnswered = true
    socket.write('250 ok\r\n')
  }
  if (slowMs === 0) answer()
  else setTimeout(answer, slowMs)
}
