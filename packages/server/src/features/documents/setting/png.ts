/** PNG files as pdfkit reads them rightly: it takes a palette of fewer than 256 colours with transparency for whole bytes. */
import { crc32, deflateSync, inflateSync } from 'node:zlib'

interface Chunk {
  readonly type: string
  readonly data: Buffer
}

interface Header {
  readonly width: number
  readonly height: number
  readonly bitDepth: number
  readonly colourType: number
  readonly isInterlaced: boolean
}

const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
const indexed = 3

export const isPng = (data: Buffer): boolean => data.subarray(0, 8).equals(signature)

/** The size of a PNG in pixels; undefined when it is none. */
export function pngSize(data: Buffer): { width: number; height: number } | undefined {
  if (data.length < 33 || !isPng(data)) return undefined
  return { width: data.readUInt32BE(16), height: data.readUInt32BE(20) }
}

/** The same picture in a form that is printed rightly; undefined when it is broken, or a kind nobody makes logos in. */
export function printablePng(data: Buffer): Buffer | undefined {
  try {
    const chunks = chunksOf(data)
    const header = headerOf(chunks)
    const pixels = pixelsOf(chunks, header)
    const isPacked = header.colourType === indexed && header.bitDepth < 8 && chunks.some(({ type }) => type === 'tRNS')
    if (!isPacked) return data
    return header.isInterlaced ? undefined : unpacked(chunks, header, pixels)
  } catch {
    return undefined
  }
}

function chunksOf(data: Buffer): Chunk[] {
  const chunks: Chunk[] = []
  for (let at = 8; at + 12 <= data.length;) {
    const length = data.readUInt32BE(at)
    chunks.push({ type: data.toString('latin1', at + 4, at + 8), data: data.subarray(at + 8, at + 8 + length) })
    at += 12 + length
  }
  return chunks
}

function headerOf(chunks: readonly Chunk[]): Header {
  const header = chunks.find(({ type }) => type === 'IHDR')?.data
  if (!header) throw new Error('A PNG without a header')
  return {
    width: header.readUInt32BE(0),
    height: header.readUInt32BE(4),
    bitDepth: header.readUInt8(8),
    colourType: header.readUInt8(9),
    isInterlaced: header.readUInt8(12) === 1,
  }
}

const channels: Readonly<Record<number, number>> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 }

/** The rows as they are filtered. A file that unpacks to more than its size in pixels says is a trap, and throws. */
function pixelsOf(chunks: readonly Chunk[], { width, height, bitDepth, colourType }: Header): Buffer {
  const row = Math.ceil((width * bitDepth * (channels[colourType] ?? 4)) / 8) + 1
  // Interlacing adds a few bytes for each of its seven passes.
  const maxOutputLength = height * row * 2 + 1024
  return inflateSync(Buffer.concat(chunks.filter(({ type }) => type === 'IDAT').map(({ data }) => data)), {
    maxOutputLength,
  })
}

/** One byte for each pixel instead of several pixels in a byte. */
function unpacked(chunks: readonly Chunk[], { width, height, bitDepth }: Header, packed: Buffer): Buffer {
  const stride = Math.ceil((width * bitDepth) / 8)
  const rows = Buffer.alloc(height * (width + 1))
  let previous: Buffer = Buffer.alloc(stride)
  for (let row = 0; row < height; row++) {
    const start = row * (stride + 1)
    const line = unfiltered(packed.subarray(start + 1, start + 1 + stride), previous, packed[start] ?? 0)
    for (let column = 0; column < width; column++) {
      const bit = column * bitDepth
      const shift = 8 - bitDepth - (bit & 7)
      rows[row * (width + 1) + 1 + column] = ((line[bit >> 3] ?? 0) >> shift) & (2 ** bitDepth - 1)
    }
    previous = line
  }
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.writeUInt8(8, 8)
  header.writeUInt8(indexed, 9)
  const colours = chunks.filter(({ type }) => type === 'PLTE' || type === 'tRNS')
  const written = [
    { type: 'IHDR', data: header },
    ...colours,
    { type: 'IDAT', data: deflateSync(rows) },
    { type: 'IEND', data: Buffer.alloc(0) },
  ]
  return Buffer.concat([signature, ...written.map(chunkBytes)])
}

/** Undoes the filter of a row (PNG specification, 9.2); a pixel is at most a byte here. */
function unfiltered(row: Buffer, above: Buffer, filter: number): Buffer {
  const out = Buffer.alloc(row.length)
  for (let index = 0; index < row.length; index++) {
    const left = out[index - 1] ?? 0
    const up = above[index] ?? 0
    const upLeft = above[index - 1] ?? 0
    const predicted = [0, left, up, (left + up) >> 1, paeth(left, up, upLeft)][filter] ?? 0
    out[index] = ((row[index] ?? 0) + predicted) & 0xff
  }
  return out
}

function paeth(left: number, up: number, upLeft: number): number {
  const estimate = left + up - upLeft
  const [toLeft, toUp, toUpLeft] = [left, up, upLeft].map((value) => Math.abs(estimate - value)) as [
    number,
    number,
    number,
  ]
  if (toLeft <= toUp && toLeft <= toUpLeft) return left
  return toUp <= toUpLeft ? up : upLeft
}

function chunkBytes({ type, data }: Chunk): Buffer {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const bytes = Buffer.alloc(named.length + 8)
  bytes.writeUInt32BE(data.length, 0)
  named.copy(bytes, 4)
  bytes.writeUInt32BE(crc32(named), named.length + 4)
  return bytes
}
