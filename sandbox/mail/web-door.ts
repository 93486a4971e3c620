import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Caught } from './caught.ts'
import { mailPage, VIEWS, type View } from './mail-page.ts'
import type { Mailbox } from './mailbox.ts'
import { FRAME_CSP, frameDocument } from './message-frame.ts'

const PAGE_CSP = [
  "default-src 'none'",
  "style-src 'self'",
  "script-src 'self'",
  "connect-src 'self'",
  "frame-src 'self'",
  'img-src data:',
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ')
const FILE_CSP = "default-src 'none'; sandbox"
/** More open tabs than this are a mistake of a script. */
const MAX_WATCHERS = 100

const ASSETS: Record<string, { type: string; bytes: Buffer }> = {
  '/page.css': { type: 'text/css; charset=utf-8', bytes: readFileSync(new URL('./page.css', import.meta.url)) },
  '/page.js': { type: 'text/javascript; charset=utf-8', bytes: readFileSync(new URL('./page.js', import.meta.url)) },
}

type Reply = { status?: number; type: string; body: string | Uint8Array; csp?: string; download?: string }

export type WebDoor = { url: string; close(): Promise<void> }

/** Opens the mailbox's page and JSON API on loopback. */
export async function openWebDoor(mailbox: Mailbox, port: number): Promise<WebDoor> {
  const watchers = new Set<ServerResponse>()
  const server = createServer((request, response) => answer(mailbox, watchers, request, response))
  server.listen(port, '127.0.0.1')
  await once(server, 'listening')
  const unwatch = mailbox.watch(() => {
    for (const watcher of watchers) watcher.write('event: change\ndata:\n\n')
  })
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    async close() {
      unwatch()
      const closed = once(server, 'close')
      server.close()
      server.closeAllConnections()
      await closed
    },
  }
}

function answer(
  mailbox: Mailbox,
  watchers: Set<ServerResponse>,
  request: IncomingMessage,
  response: ServerResponse,
): void {
  const url = URL.parse(request.url ?? '/', 'http://mailbox')
  const method = request.method === 'HEAD' ? 'GET' : request.method
  // A page elsewhere must neither read the mail through a name that it points at us, nor empty the box.
  if (!url || !isForUs(request)) return send(response, problem(403, 'This mailbox answers to this machine only.'))
  if (url.pathname === '/api/messages' && method === 'DELETE') {
    mailbox.clear()
    response.writeHead(204).end()
    return
  }
  if (method !== 'GET') return send(response, problem(405, `${url.pathname} does not take ${request.method}.`))
  if (url.pathname === '/api/events') return watch(watchers, response)
  send(response, replyTo(mailbox, url))
}

function isForUs({ headers }: IncomingMessage): boolean {
  const host = (headers.host ?? '').replace(/:\d+$/, '')
  // Following a link from the shop is fine, though "localhost" and "127.0.0.1" count as two sites.
  const isFromElsewhere = headers['sec-fetch-site'] === 'cross-site' && headers['sec-fetch-mode'] !== 'navigate'
  return ['127.0.0.1', 'localhost', '[::1]'].includes(host) && !isFromElsewhere
}

function watch(watchers: Set<ServerResponse>, response: ServerResponse): void {
  if (watchers.size >= MAX_WATCHERS) return send(response, problem(503, 'Too many pages are open.'))
  response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' })
  response.write(': open\n\n')
  watchers.add(response)
  response.once('close', () => watchers.delete(response))
}

function replyTo(mailbox: Mailbox, { pathname, searchParams }: URL): Reply {
  const asset = ASSETS[pathname]
  if (asset) return { type: asset.type, body: asset.bytes }
  if (pathname === '/') return page(mailPage(mailbox.list()))
  if (pathname === '/api/messages') return json({ messages: mailbox.list().map(summary).toReversed() })

  const [, isApi, id = '', part, at] =
    /^(\/api)?\/messages\/([0-9A-Za-z-]+)(?:\/(frame|source|attachments)(?:\/(\d{1,4}))?)?$/.exec(pathname) ?? []
  const message = mailbox.find(id)
  if (!message || (isApi && part)) return problem(404, 'There is no such message.')
  if (isApi) return json(details(message))
  if (part === 'frame') return { type: 'text/html; charset=utf-8', body: frameDocument(message), csp: FRAME_CSP }
  if (part === 'source') return { type: 'message/rfc822', body: message.source, csp: FILE_CSP, download: `${id}.eml` }
  if (part === 'attachments') return attachment(message, Number(at ?? Number.NaN))
  return page(mailPage(mailbox.list(), { message, view: viewOf(message, searchParams.get('view')) }))
}

function viewOf({ html }: Caught, wanted: string | null): View {
  return VIEWS.find((view) => view === wanted) ?? (html ? 'html' : 'text')
}

function attachment({ attachments }: Caught, at: number): Reply {
  const file = attachments[at]
  if (!file) return problem(404, 'There is no such attachment.')
  const type = /^[\w.+-]+\/[\w.+-]+$/.test(file.mimeType) ? file.mimeType : 'application/octet-stream'
  return { type, body: file.content, csp: FILE_CSP, download: file.filename }
}

function page(body: string): Reply {
  return { type: 'text/html; charset=utf-8', body, csp: PAGE_CSP }
}

function json(value: unknown, status = 200, type = 'application/json'): Reply {
  return { status, type, body: JSON.stringify(value) }
}

function problem(status: number, title: string): Reply {
  return json({ status, title }, status, 'application/problem+json')
}

/** A message for a list, without its parts. */
function summary({ id, receivedAt, envelope, from, to, subject, sizeBytes, attachments }: Caught) {
  return { id, receivedAt, envelope, from, to, subject, sizeBytes, attachmentCount: attachments.length }
}

/** A whole message for a reader of JSON; files are named by their address. */
function details(message: Caught) {
  const { cc, replyTo, text, html, headers, unreadable, id } = message
  const attachments = message.attachments.map(({ filename, mimeType, contentId, isInline, content }, at) => {
    return {
      filename,
      mimeType,
      contentId,
      isInline,
      sizeBytes: content.byteLength,
      path: `/messages/${id}/attachments/${at}`,
    }
  })
  return {
    ...summary(message),
    cc,
    replyTo,
    text,
    html,
    headers,
    attachments,
    unreadable,
    sourcePath: `/messages/${id}/source`,
  }
}

function send(
  response: ServerResponse,
  { status = 200, type, body, csp = "default-src 'none'", download }: Reply,
): void {
  const bytes = Buffer.from(body)
  response.writeHead(status, {
    'content-type': type,
    'content-length': bytes.byteLength,
    'content-security-policy': csp,
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'cache-control': 'no-store',
    ...(download !== undefined && { 'content-disposition': disposition(download) }),
  })
  response.end(bytes)
}

function disposition(filename: string): string {
  const plain = filename.replace(/[^\w. -]/g, '_')
  const encoded = encodeURIComponent(filename.toWellFormed()).replace(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16)}`,
  )
  return `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`
}
