import { pictureWidths } from '@flora/contract/catalog.ts'

const [, middle] = pictureWidths

/** The id in the address of one of the shop's pictures, '/pictures/<id>-<width>.<format>'. */
export function parseOwnPicture(address: string): string | undefined {
  return /^\/pictures\/([0-9a-z-]{8,64})-\d{3,4}\.(?:avif|webp|svg)$/.exec(address)?.[1]
}

/**
 * A picture of the shop within an article, in the best kind and width the browser takes; its place is kept by width and height.
 * `alt` is escaped already. Read elsewhere (`origin`) it is one plain image.
 */
export function pictureHtml(id: string, alt: string, origin: string | undefined): string {
  const at = (width: number, format: string) => `${origin ?? ''}/pictures/${id}-${width}.${format}`
  const image = `<img src="${at(middle, 'webp')}" alt="${alt}" width="800" height="1000" loading="lazy" decoding="async">`
  if (origin !== undefined) return image
  const source = (format: string) =>
    `<source type="image/${format}" srcset="${pictureWidths.map((width) => `${at(width, format)} ${width}w`).join(', ')}" sizes="(min-width: 60rem) 36rem, 90vw">`
  return `<picture>${source('avif')}${source('webp')}${image}</picture>`
}
