import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { brotliCompressSync, constants } from 'node:zlib'
import { drawBouquet, drawMark, isStemName, sampleProducts } from '@flora/illustration/src/index.ts'
import sharp from 'sharp'
import { createServer as createVite } from 'vite'
import type { render as renderPage } from './src/entry-server.tsx'
import { postcodeIn } from './src/visit.ts'
import { fixtureApi } from './test/fixture-api.ts'

/**
 * The storefront alone, on a shop in memory: `node dev.ts` reloads as you type, `node dev.ts --built` serves dist/ as production would,
 * with the strict policy and compressed files. `--port 0` takes any free port.
 */
const { values } = parseArgs({
  options: { port: { type: 'string', default: '4310' }, built: { type: 'boolean', default: false } },
})
const here = fileURLToPath(new URL('.', import.meta.url))
const carry = fixtureApi()
const policy =
  "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'self'"

const vite = values.built
  ? undefined
  : await createVite({
      root: here,
      configFile: `${here}vite.config.ts`,
      appType: 'custom',
      server: { middlewareMode: true },
    })
const built = `${here}dist/server/entry-server.js`

const server = createServer((request, response) => {
  answer(request, response).catch((error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`)
    response.writeHead(500).end('The page could not be made; the reason is in the terminal.')
  })
})
server.listen(Number(values.port), '127.0.0.1', () => {
  const address = server.address()
  process.stdout.write(
    `Storefront on a shop in memory: http://127.0.0.1:${typeof address === 'object' ? address?.port : values.port}\n`,
  )
})

async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const path = new URL(request.url ?? '/', 'http://flora').pathname
  if (path.startsWith('/api/')) return fromApi(request, response)
  if (path === '/favicon.svg') return void response.writeHead(200, { 'content-type': 'image/svg+xml' }).end(drawMark())
  if (path.startsWith('/pictures/')) return picture(path, response)
  if (values.built && /\.\w+$/.test(path)) return file(path, request, response)
  if (vite)
    return vite.middlewares(
      request,
      response,
      () => void page(request, response).catch((error: unknown) => response.writeHead(500).end(String(error))),
    )
  return page(request, response)
}

async function page(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const entry = (vite ? await vite.ssrLoadModule('/src/entry-server.tsx') : await import(built)) as {
    render: typeof renderPage
  }
  const postcode = postcodeIn(request.headers.cookie ?? '')
  const done = await entry.render({
    url: request.url ?? '/',
    carry,
    origin: `http://${request.headers.host}`,
    ...(postcode !== undefined && { postcode }),
  })
  if (done.error !== undefined)
    process.stderr.write(`${done.error instanceof Error ? done.error.stack : JSON.stringify(done.error)}\n`)
  if (done.redirect !== undefined) return void response.writeHead(done.status, { location: done.redirect }).end()
  const html = vite ? await vite.transformIndexHtml(request.url ?? '/', done.html) : done.html
  const squeezed = values.built && /\bbr\b/.test(String(request.headers['accept-encoding']))
  response.writeHead(done.status, {
    'content-type': 'text/html; charset=utf-8',
    ...(values.built && { 'content-security-policy': policy }),
    ...(squeezed && { 'content-encoding': 'br' }),
  })
  response.end(squeezed ? brotliCompressSync(html, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }) : html)
}

async function fromApi(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  const body = Buffer.concat(chunks).toString()
  const reply = await carry(request.url ?? '/', {
    method: request.method ?? 'GET',
    headers: {},
    ...(body !== '' && { body }),
  })
  response.writeHead(reply.status, { 'content-type': 'application/json' }).end(await reply.text())
}

const types: Record<string, string> = {
  js: 'text/javascript',
  css: 'text/css',
  svg: 'image/svg+xml',
  woff2: 'font/woff2',
  txt: 'text/plain',
}

async function file(path: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const ending = path.split('.').at(-1) ?? ''
  const squeezed = ['js', 'css', 'svg'].includes(ending) && /\bbr\b/.test(String(request.headers['accept-encoding']))
  const bytes = await readFile(`${here}dist/client${path}${squeezed ? '.br' : ''}`).catch(() => undefined)
  if (bytes === undefined) return void response.writeHead(404).end()
  response.writeHead(200, {
    'content-type': types[ending] ?? 'application/octet-stream',
    'cache-control': 'public, max-age=31536000, immutable',
    ...(squeezed && { 'content-encoding': 'br' }),
  })
  response.end(bytes)
}

const drawn = new Map<string, Promise<Buffer>>()

async function picture(path: string, response: ServerResponse): Promise<void> {
  const [, id = '', width = '400', ending = 'webp'] = /^\/pictures\/([a-z0-9-]+)-(\d+)\.(avif|webp)$/.exec(path) ?? []
  const sample = sampleProducts.find((one) => one.slug === id)
  if (!sample || !sample.order.recipe.every((line) => isStemName(line.stem))) return void response.writeHead(404).end()
  const made = drawn.get(path) ?? draw(sample.order, Number(width), ending)
  drawn.set(path, made)
  response
    .writeHead(200, { 'content-type': `image/${ending}`, 'cache-control': 'public, max-age=31536000' })
    .end(await made)
}

function draw(order: (typeof sampleProducts)[number]['order'], width: number, ending: string): Promise<Buffer> {
  const sized = sharp(Buffer.from(drawBouquet({ ...order, background: 'none' }))).resize(width)
  return (ending === 'avif' ? sized.avif({ quality: 55, effort: 2 }) : sized.webp({ quality: 80 })).toBuffer()
}
