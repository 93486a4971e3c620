import type { Jobs } from '../jobs.ts'
import type { Handlers } from '../platform/jobs.ts'
import type { Shop } from '../shop.ts'
import { drawPicture } from './draw-picture.ts'

export function publishingJobs(shop: Pick<Shop, 'db' | 'files'>): Pick<Handlers<Jobs>, 'publishing/draw-picture'> {
  return { 'publishing/draw-picture': ({ pictureId }) => drawPicture(shop, pictureId) }
}
