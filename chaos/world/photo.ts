import { crc32, deflateSync } from 'node:zlib'

const [width, height] = [1_000, 1_250]

/** A photo as staff send them, of one colour: each number gives another. A PNG made by hand, so that nothing must be installed for it. */
export function photoOf(number: number): Uint8Array<ArrayBuffer> {
  const head = Buffer.alloc(13)
  head.writeUInt32BE(width, 0)
  head.writeUInt32BE(height, 4)
  // Eight bits a channel, red, green and blue.
  head.writeUInt8(8, 8)
  head.writeUInt8(2, 9)
  const line = Buffer.alloc(1 + width * 3)
  for (let pixel = 0; pixel < width; pixel += 1) line.set([number & 255, (number >> 8) & 255, 120], 1 + pixel * 3)
  const pixels = Buffer.concat(Array.from({ length: height }, () => line))
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
  const parts = [signature, chunk('IHDR', head), chunk('IDAT', deflateSync(pixels)), chunk('IEND', Buffer.alloc(0))]
  return new Uint8Array(Buffer.concat(parts))
}

function chunk(type: string, content: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), content])
  const length = Buffer.alloc(4)
  length.writeUInt32BE(content.length)
  const sum = Buffer.alloc(4)
  sum.writeUInt32BE(crc32(body))
  return Buffer.concat([length, body, sum])
}
