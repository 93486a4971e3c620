import { proofLimits } from '@flora/contract/fulfilment.ts'
import { type DeliveryId, newId } from '@flora/contract/ids.ts'
import type { Caller } from '../platform/caller.ts'
import { putByContent } from '../platform/files.ts'
import { PressFailure, shrinkPhoto } from '../publishing/index.ts'
import type { Shop } from '../shop.ts'
import { keyUsed, photoNotReadable, tooManyPhotos } from './errors.ts'
import { looksLikePhoto } from './photo-kind.ts'
import { countProofs, findProofOfReport, insertProof } from './proof-queries.ts'
import { stopFor } from './report-stop.ts'

type Keeps = Pick<Shop, 'db' | 'inTransaction' | 'clock' | 'files'>

/**
 * Keeps the photograph of a report, which may not have come yet: made small and without what the camera wrote beside it, outside of
 * any transaction, then written down once for the report's key. A process that dies between the two leaves a file that nobody
 * names; the phone sends again, and the same bytes are the same file.
 */
export async function keepProof(
  { db, inTransaction, clock, files }: Keeps,
  { deliveryId, key, photo, caller }: { deliveryId: DeliveryId; key: string; photo: Uint8Array; caller: Caller },
): Promise<void> {
  await stopFor(db, deliveryId, caller)
  const there = await findProofOfReport(db, key)
  if (there) {
    if (there.deliveryId !== deliveryId) throw keyUsed()
    return
  }
  if ((await countProofs(db, deliveryId)) >= proofLimits.perStop) throw tooManyPhotos()
  if (!looksLikePhoto(photo)) throw photoNotReadable()
  const small = await shrinkPhoto(photo, proofLimits).catch((error: unknown) => {
    if (error instanceof PressFailure) throw photoNotReadable()
    throw error
  })
  const file = await putByContent(files, { folder: 'proofs', content: small.bytes, ending: 'webp' })
  const proof = { file, width: small.width, height: small.height, deliveryId, reportKey: key }
  await inTransaction(
    (tx) => insertProof(tx, { ...proof, id: newId('prf'), accountId: caller.accountId, at: clock.now() }),
    'one statement',
  )
}
