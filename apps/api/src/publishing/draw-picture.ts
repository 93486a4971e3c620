import { buffer } from 'node:stream/consumers'
import type { Shop } from '../shop.ts'
import { pictureNotFound } from './errors.ts'
import { croppedFrom, type CroppedFrom, noPicture, type PictureFile, placeOf, rasterFilesOf } from './picture.ts'
import { findDrawing, findPhotoFile, listDrawnIds } from './queries.ts'
import { cropPhoto, rasterise, type Urgency } from './rasterise.ts'

type Draws = Pick<Shop, 'db' | 'files'>

/** Draws a file of a picture and keeps it. Refuses (404 picture-not-found) what the shop has no drawing of. */
export async function drawFile({ db, files }: Draws, file: PictureFile, urgency: Urgency): Promise<Uint8Array> {
  const from = croppedFrom(file.id)
  if (from) return cropFile({ db, files }, { file, from }, urgency)
  const drawing = file.id === noPicture.id ? noPicture.drawing : await findDrawing(db, file.id)
  if (!drawing) throw pictureNotFound()
  // The illustrator weighs 20 MB; a process that draws nothing does without.
  const { drawBouquet } = await import('@flora/illustration')
  const svg = drawBouquet(drawing)
  const bytes =
    file.format === 'svg' ? Buffer.from(svg) : await rasterise(svg, { width: file.width, format: file.format }, urgency)
  await files.put(placeOf(file), bytes)
  return bytes
}

async function cropFile(
  { db, files }: Draws,
  { file: { id, width, format }, from }: { file: PictureFile; from: CroppedFrom },
  urgency: Urgency,
): Promise<Uint8Array> {
  // A photo has no drawing that could be shown as it is.
  const name = format === 'svg' ? undefined : await findPhotoFile(db, id, from)
  const master = name === undefined ? undefined : await files.find(name)
  if (format === 'svg' || !master) throw pictureNotFound()
  const bytes = await cropPhoto(await buffer(master.open()), { focus: from.focus, width, format }, urgency)
  await files.put(placeOf({ id, width, format }), bytes)
  return bytes
}

/** Draws every raster file of a picture that is not there yet. A picture that is gone meanwhile needs none. */
export async function drawPicture(shop: Draws, id: string): Promise<void> {
  for (const file of rasterFilesOf(id)) {
    if (await shop.files.find(placeOf(file))) continue
    if (!(await isThere(shop.db, id))) return
    await drawFile(shop, file, 'ahead')
  }
}

async function isThere(db: Draws['db'], id: string): Promise<boolean> {
  if (id === noPicture.id) return true
  const from = croppedFrom(id)
  return (from ? await findPhotoFile(db, id, from) : await findDrawing(db, id)) !== undefined
}

/** Has every picture drawn that lacks a file, tiles first, and says how many those are. Until then a visitor who wants one waits for it. */
export async function drawMissingPictures({
  db,
  files,
  inTransaction,
  jobs,
}: Pick<Shop, 'db' | 'files' | 'inTransaction' | 'jobs'>): Promise<number> {
  const [ids, names] = await Promise.all([listDrawnIds(db), files.list('pictures')])
  const there = new Set(names.map((name) => `pictures/${name}`))
  const missing = [noPicture.id, ...ids].filter((id) => !rasterFilesOf(id).every((file) => there.has(placeOf(file))))
  await inTransaction(async (tx) => {
    for (const pictureId of missing) await jobs.enqueue(tx, 'publishing/draw-picture', { pictureId })
  })
  return missing.length
}
