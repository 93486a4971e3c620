import { STATUS_CODES } from 'node:http'
import type { Socket } from 'node:net'
import type { Problem } from '@flora/contract/problem.ts'

/**
 * Answers what is no HTTP, or too much of it, or too slow: the parser gives it up before there is a request, so no route and no error
 * handler hears of it. The same document as any other no; then the connection ends, since nobody knows where in it a next request would begin.
 */
export function refuseUnreadable({ code }: Error & { code?: string }, socket: Socket): void {
  if (code === 'ECONNRESET' || !socket.writable) return
  const problem = toProblem(code)
  const body = JSON.stringify(problem)
  const head = [
    `HTTP/1.1 ${problem.status} ${STATUS_CODES[problem.status]}`,
    'content-type: application/problem+json; charset=utf-8',
    `content-length: ${Buffer.byteLength(body)}`,
    'cache-control: private, no-store',
    'x-content-type-options: nosniff',
    'connection: close',
  ]
  socket.write(`${head.join('\r\n')}\r\n\r\n${body}`)
  socket.destroySoon()
}

function toProblem(code: string | undefined): Problem {
  const type = 'about:blank'
  switch (code) {
    case 'HPE_HEADER_OVERFLOW':
      return {
        type,
        title: 'Refused',
        status: 431,
        code: 'too-large',
        detail: 'The headers of this request are too long.',
      }
    case 'ERR_HTTP_REQUEST_TIMEOUT':
      return { type, title: 'Refused', status: 408, code: 'malformed-request', detail: 'This request came too slowly.' }
    default:
      return {
        type,
        title: 'Refused',
        status: 400,
        code: 'malformed-request',
        detail: 'This request could not be read.',
      }
  }
}
