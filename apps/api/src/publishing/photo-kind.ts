/** What a file says it is by its first bytes; its name and what a browser says of it count for nothing. */
export type PhotoKind = 'jpeg' | 'png' | 'webp' | 'avif' | 'heic'

/** The kind of a photo, or nothing when it is none that we know. */
export function photoKindOf(file: Uint8Array): PhotoKind | undefined {
  const bytes = Buffer.from(file.buffer, file.byteOffset, Math.min(file.byteLength, 64))
  if (bytes.subarray(0, 3).equals(Buffer.from([0xff, 0xd8, 0xff]))) return 'jpeg'
  if (bytes.subarray(0, 8).equals(Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]))) return 'png'
  const text = bytes.toString('latin1')
  if (text.startsWith('RIFF') && text.slice(8, 12) === 'WEBP') return 'webp'
  if (text.slice(4, 8) !== 'ftyp') return undefined
  // The brand, then those it is compatible with: an AVIF of some cameras calls itself mif1.
  const brands = [text.slice(8, 12), ...(text.slice(16).match(/.{4}/gs) ?? [])]
  if (brands.some((brand) => brand === 'avif' || brand === 'avis')) return 'avif'
  return brands.some((brand) => /^(heic|heix|hevc|heim|heis|mif1|msf1)$/.test(brand)) ? 'heic' : undefined
}
