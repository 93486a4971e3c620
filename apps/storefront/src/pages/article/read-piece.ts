import type { Content } from '@flora/contract/content.ts'
import { redirect } from 'react-router'
import { orProblem } from '../../ask-shop.ts'
import type { Visit } from '../../visit.ts'
import { pieceAddress } from './piece-address.ts'

/** A piece by an address it has or had. Whoever asks for it at another address than its own is sent there for good. */
export async function readPiece({ client }: Visit, { slug, path }: { slug: string; path: string }): Promise<Content> {
  const piece = await orProblem(client.call('GET /content/:piece', { params: { piece: slug } }))
  const address = pieceAddress(piece)
  if (address !== path) throw redirect(address, 301)
  return piece
}
