import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import type { FastifyReply, FastifyRequest } from 'fastify'

/** A built file as it is sent, and its compressed forms. */
export interface Asset {
  readonly type: string
  readonly plain: Buffer
  readonly br: Buffer | undefined
  readonly gzip: Buffer | undefined
}

const types: Record<string, string> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
  '.webp': 'image/webp',
  '.avif': 'image/avif',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.json': 'application/json',
  '.txt': 'text/plain; charset=utf-8',
}

/**
 * The files in `assets/` of a built client by their address. All of it is some hundred kilobytes, so it is held in memory: no file is
 * opened for a request, and no path can leave the folder.
 */
export async function readAssets(folder: string, prefix: string): Promise<Map<string, Asset>> {
  const names = await readdir(path.join(folder, 'assets')).catch(() => [])
  const assets = await Promise.all(
    names.map(async (name): Promise<[string, Asset] | undefined> => {
      const asset = await readAsset(path.join(folder, 'assets', name))
      return asset && [`${prefix}${name}`, asset]
    }),
  )
  return new Map(assets.filter((asset) => asset !== undefined))
}

/** One built file, or nothing when it is not there or of no kind that browsers are sent. */
export async function readAsset(file: string): Promise<Asset | undefined> {
  const type = types[path.extname(file)]
  if (type === undefined) return undefined
  const read = (name: string) => readFile(name).catch(() => undefined)
  const [plain, br, gzip] = await Promise.all([read(file), read(`${file}.br`), read(`${file}.gz`)])
  return plain && { type, plain, br, gzip }
}

/** Sends a built file in the smallest form the browser takes; its name changes with its bytes, so it may be kept for ever. */
export function sendAsset(
  request: FastifyRequest,
  reply: FastifyReply,
  { type, plain, br, gzip }: Asset,
  cacheControl = 'public, max-age=31536000, immutable',
): FastifyReply {
  reply.headers({
    'content-type': type,
    'cache-control': cacheControl,
    'x-content-type-options': 'nosniff',
    vary: 'accept-encoding',
  })
  const accepted = request.headers['accept-encoding']
  if (br && accepted?.includes('br')) return reply.header('content-encoding', 'br').send(br)
  if (gzip && accepted?.includes('gzip')) return reply.header('content-encoding', 'gzip').send(gzip)
  return reply.send(plain)
}
