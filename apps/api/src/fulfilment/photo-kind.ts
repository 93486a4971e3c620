/**
 * Whether bytes begin as a photograph of a kind that phones make: JPEG, PNG, WebP or HEIC. What a file calls itself is not believed;
 * and what an image library would open besides (SVG, TIFF, PDF …) is no photograph of a door.
 */
export function looksLikePhoto(bytes: Uint8Array): boolean {
  const at = (offset: number, text: string) =>
    [...text].every((letter, index) => bytes[offset + index] === letter.charCodeAt(0))
  const isJpeg = bytes[0] === 0xff && bytes[1] === 0xd8 && bytes[2] === 0xff
  const isPng = bytes[0] === 0x89 && at(1, 'PNG\r\n') && bytes[6] === 0x1a && bytes[7] === 0x0a
  const isWebp = at(0, 'RIFF') && at(8, 'WEBP')
  const isHeif =
    at(4, 'ftyp') && ['heic', 'heix', 'heim', 'heis', 'hevc', 'mif1', 'msf1', 'avif'].some((brand) => at(8, brand))
  return isJpeg || isPng || isWebp || isHeif
}
