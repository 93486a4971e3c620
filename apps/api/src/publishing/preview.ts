import type { Carrier } from '@flora/client/client.ts'
import type { FastifyRequest } from 'fastify'

/** The key of a product's preview, when a page is asked for by such a link. */
export function previewOf(request: FastifyRequest): string | undefined {
  const { pathname, searchParams } = new URL(`http://shop${(request.raw.url ?? '/').replace(/^\/+/, '/')}`)
  if (!pathname.startsWith('/p/')) return undefined
  return searchParams.get('preview') ?? undefined
}

/** The way to the API of a page that previews a product: it asks for the product as ever, and is given the one of the link. */
export function carryPreview(carry: Carrier, token: string): Carrier {
  return (path, init) =>
    /^\/api\/products\/[^/?]+$/.test(path)
      ? carry(`/api/products/previews/${encodeURIComponent(token)}`, init)
      : carry(path, init)
}
