import { randomBytes } from 'node:crypto'
import { readFile, stat } from 'node:fs/promises'
import path from 'node:path'
import type { FastifyInstance, FastifyReply } from 'fastify'
import type { Config } from '../platform/config.ts'
import type { Shop } from '../shop.ts'
import { type Asset, readAsset, readAssets, sendAsset } from './assets.ts'
import { plainPage } from './plain-page.ts'

/** The built Studio: one page that every address of it begins with, the files by their address, and the driver's service worker. */
export interface Studio {
  readonly page: string
  readonly assets: ReadonlyMap<string, Asset>
  readonly worker: Asset | undefined
}

const builtFolder = path.join(import.meta.dirname, '../../../studio/dist')

/** The Studio's address: whichever of its pages is asked for, the answer is the program, which reads the address itself. */
export async function studioRoutes(
  app: FastifyInstance,
  { config }: Pick<Shop, 'config'>,
  folder: string = builtFolder,
): Promise<void> {
  const studio = await studioIn(folder, config)

  app.get('/studio', async (_, reply) => reply.redirect('/studio/'))
  app.get('/studio/*', async (request, reply) => {
    const address = (request.raw.url ?? '').split('?')[0]!
    const built = await studio()
    if (address.startsWith('/studio/assets/')) {
      const asset = built?.assets.get(address)
      return asset ? sendAsset(request, reply, asset) : reply.callNotFound()
    }
    // A worker that browsers kept could not be mended, so it is asked for anew each time.
    if (address === '/studio/driver-worker.js')
      return built?.worker ? sendAsset(request, reply, built.worker, 'no-cache') : reply.callNotFound()
    // What looks like a file and is none of the above was never there.
    if (/\.\w+$/.test(address) || /%2e|%2f|\\/i.test(address)) return reply.callNotFound()
    return sendPage(reply, config, built)
  })
}

function sendPage(reply: FastifyReply, config: Config, studio: Studio | undefined): FastifyReply {
  const nonce = randomBytes(16).toString('base64url')
  reply
    .headers(studioHeaders(config, nonce))
    .header('cache-control', 'no-cache')
    .header('x-robots-tag', 'noindex')
    .type('text/html; charset=utf-8')
  if (!studio)
    return reply
      .code(503)
      .send(plainPage('The Studio is not built yet', 'Run npm run build, then start the shop again.'))
  return reply.send(studio.page.replaceAll('{nonce}', nonce))
}

/**
 * Scripts come from the shop alone. Styles do too, and from what the page's own libraries write into it, which carry this answer's
 * nonce. Pictures may also be ones that were just chosen or taken and are not sent yet.
 */
function studioHeaders({ mode }: Pick<Config, 'mode'>, nonce: string): Record<string, string> {
  const policy = [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "worker-src 'self'",
    "manifest-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ]
  return {
    'content-security-policy': policy.join('; '),
    'referrer-policy': 'same-origin',
    'permissions-policy': 'camera=(), microphone=(), geolocation=(), payment=()',
    'cross-origin-opener-policy': 'same-origin',
    'x-content-type-options': 'nosniff',
    ...(mode === 'production' && { 'strict-transport-security': 'max-age=63072000' }),
  }
}

// Read once and held; while developing it is read again whenever it was built again, so that reloading the page is enough.
async function studioIn(folder: string, { mode }: Config): Promise<() => Promise<Studio | undefined>> {
  const file = path.join(folder, 'index.html')
  const builtAt = async (): Promise<number | undefined> => (await stat(file).catch(() => undefined))?.mtimeMs
  let readAt = await builtAt()
  let studio = await readStudio(folder)
  if (mode !== 'development') return async () => studio
  return async () => {
    const at = await builtAt()
    if (at !== undefined && at !== readAt) {
      studio = await readStudio(folder)
      readAt = at
    }
    return studio
  }
}

async function readStudio(folder: string): Promise<Studio | undefined> {
  const page = await readFile(path.join(folder, 'index.html'), 'utf8').catch(() => undefined)
  if (page === undefined) return undefined
  const [assets, worker] = await Promise.all([
    readAssets(folder, '/studio/assets/'),
    readAsset(path.join(folder, 'driver-worker.js')),
  ])
  return { page, assets, worker }
}
