import fc from 'fast-check'
import { expect, test } from 'vitest'
import { brandColour } from './brand.ts'
import { logoBlock } from './logo.ts'
import { colours } from './measures.ts'

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
const png = (width: number, height: number): Uint8Array => {
  const data = Buffer.alloc(64)
  data.writeUInt32BE(0x89504e47, 0)
  data.writeUInt32BE(width, 16)
  data.writeUInt32BE(height, 20)
  return data
}

test('a logo within the limits is taken', () => {
  expect(logoBlock(employer('svg', svg('<path d="M0 0h90v24z"/>')))).toMatchObject({ alt: 'Yritys' })
  expect(logoBlock(employer('png', png(900, 240)))).toMatchObject({ alt: 'Yritys' })
})

test.each([
  ['a script', svg('<script>alert(1)</script>')],
  ['an event', svg('<g onload="alert(1)"/>')],
  ['another file', svg('<image href="file:///etc/passwd"/>')],
  ['another site', svg('<rect fill="url(https://example.org/a)"/>')],
  ['an entity', Buffer.from('<!DOCTYPE svg [<!ENTITY a "b">]><svg viewBox="0 0 1 1"/>')],
  ['text in a font that is not there', svg('<text>Yritys</text>')],
  ['no SVG at all', Buffer.from('hello')],
])('an SVG with %s is left out, and the name stands instead', (_what, data) => {
  expect(logoBlock(employer('svg', data))).toBeUndefined()
})

test('a picture too large, too heavy or broken is left out', () => {
  expect(logoBlock(employer('png', png(5000, 5000)))).toBeUndefined()
  expect(logoBlock(employer('png', new Uint8Array(1_000_001)))).toBeUndefined()
  expect(logoBlock(employer('jpeg', Buffer.from([0xff, 0xd8, 0xff])))).toBeUndefined()
})
