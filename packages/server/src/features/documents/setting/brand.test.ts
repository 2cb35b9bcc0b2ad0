import { crc32, deflateSync, inflateSync } from 'node:zlib'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { brandColour } from './brand.ts'
import { logoBlock } from './logo.ts'
import { colours } from './measures.ts'
import { printablePng } from './png.ts'

const luminance = (colour: string): number => {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const share = Number.parseInt(colour.slice(at, at + 2), 16) / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

test('a colour is dark enough on paper, and left alone when it was', () => {
  expect(brandColour('#8c2f2b')).toBe('#8c2f2b')
  expect(brandColour(undefined)).toBe(colours.act)
  expect(brandColour('javascript:')).toBe(colours.act)
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 0xffffff }), (value) => {
      const colour = brandColour(`#${value.toString(16).padStart(6, '0')}`)
      expect(1.05 / (luminance(colour) + 0.05)).toBeGreaterThanOrEqual(4.45)
    }),
  )
})

const employer = (type: 'png' | 'jpeg' | 'svg', data: Uint8Array) => ({ name: 'Yritys', logo: { type, data } })
const svg = (inside: string): Uint8Array =>
  Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 90 24">${inside}</svg>`)
const chunk = (type: string, data: Buffer): Buffer => {
  const named = Buffer.concat([Buffer.from(type), data])
  const bytes = Buffer.alloc(named.length + 8)
  bytes.writeUInt32BE(data.length)
  named.copy(bytes, 4)
  bytes.writeUInt32BE(crc32(named), named.length + 4)
  return bytes
}

/** A PNG with a palette of four colours, the first of them transparent, two bits a pixel. */
function png(width: number, height: number, rows: readonly number[][] = []): Buffer {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.set([2, 3], 8)
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('PLTE', Buffer.from([0, 0, 0, 255, 0, 0, 0, 255, 0, 0, 0, 255])),
    chunk('tRNS', Buffer.from([0])),
    chunk('IDAT', deflateSync(Buffer.from(rows.flat()))),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

test('a PNG of few colours and transparency is written with a byte for each pixel', () => {
  const unpacked = printablePng(
    png(5, 2, [
      [0, 0b00011011, 0b01000000],
      [2, 0b00000000, 0b01000000],
    ]),
  )!
  const at = unpacked.indexOf('IDAT')
  const rows = inflateSync(unpacked.subarray(at + 4, at + 4 + unpacked.readUInt32BE(at - 4)))
  expect([...rows]).toEqual([0, 0, 1, 2, 3, 1, 0, 0, 1, 2, 3, 2])
  expect(printablePng(Buffer.from('no picture at all, whatever its name may say it is'))).toBeUndefined()
})

test('a logo within the limits is taken', () => {
  expect(logoBlock(employer('svg', svg('<path d="M0 0h90v24z"/>')))).toMatchObject({ alt: 'Yritys' })
  expect(logoBlock(employer('png', png(4, 1, [[0, 0b00011011]])))).toMatchObject({ alt: 'Yritys' })
})

test.each([
  ['a script', svg('<script>alert(1)</script>')],
  ['an event', svg('<g onload="alert(1)"/>')],
  ['another file', svg('<image href="file:///etc/passwd"/>')],
  ['another site', svg('<rect fill="url(https://example.org/a)"/>')],
  ['an entity', Buffer.from('<!DOCTYPE svg [<!ENTITY a "b">]><svg viewBox="0 0 1 1"/>')],
  ['text in a font that is not there', svg('<text>Yritys</text>')],
  ['no SVG at all', Buffer.from('hello')],
  ['a tag that is not closed', svg('<path d="M0 0h90v24z" <')],
  ['no size', Buffer.from('<svg viewBox="0 0 0 0"><path d="M0 0h90v24z"/></svg>')],
])('an SVG with %s is left out, and the name stands instead', (_what, data) => {
  expect(logoBlock(employer('svg', data))).toBeUndefined()
})

test('a picture too large, too heavy or broken is left out, and one that unpacks to more than it says', () => {
  expect(
    logoBlock(
      employer(
        'png',
        png(
          4,
          1,
          Array.from({ length: 20_000 }, () => [0, 0]),
        ),
      ),
    ),
  ).toBeUndefined()
  expect(logoBlock(employer('png', png(5000, 5000)))).toBeUndefined()
  expect(logoBlock(employer('png', new Uint8Array(1_000_001)))).toBeUndefined()
  expect(logoBlock(employer('jpeg', Buffer.from([0xff, 0xd8, 0xff])))).toBeUndefined()
})

test('a JPEG is taken when it is whole, and of a kind that every reader decodes', () => {
  const frameHeader = [0, 11, 8, 0, 24, 0, 90, 1, 1, 0x11, 0]
  const scan = [0xff, 0xda, 0, 8, 1, 1, 0, 0, 63, 0, 0x2a]
  const jpeg = (frame: number, end: readonly number[]): Buffer =>
    Buffer.from([0xff, 0xd8, 0xff, frame, ...frameHeader, ...scan, ...end])
  const [baseline, lossless] = [0xc0, 0xc3]
  expect(logoBlock(employer('jpeg', jpeg(baseline, [0xff, 0xd9])))).toMatchObject({ alt: 'Yritys' })
  expect(logoBlock(employer('jpeg', jpeg(baseline, [0x12, 0x34])))).toBeUndefined()
  expect(logoBlock(employer('jpeg', jpeg(lossless, [0xff, 0xd9])))).toBeUndefined()
})
