import type { BouquetOrder } from '../draw-bouquet.ts'

/** One product of a plausible florist's range: what the sample sheets show, and a start for demo data. */
export type SampleProduct = { slug: string; name: string; order: BouquetOrder }

/** The slug is the seed, so a product keeps its picture whatever stands around it. */
export function product(slug: string, name: string, order: Omit<BouquetOrder, 'seed' | 'title'>): SampleProduct {
  return { slug, name, order: { ...order, seed: slug, title: name } }
}
