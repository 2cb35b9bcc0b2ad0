import { expect, test } from 'vitest'
import { byteString, codeBytes, mostCodes, unicodeMap } from './character-codes.ts'

const hex = (code: number): string => Buffer.from(codeBytes(code), 'latin1').toString('hex')

test('every glyph of a subset gets a code of its own, of which none begins another', () => {
  const codes = Array.from({ length: mostCodes }, (_, code) => hex(code))
  expect(new Set(codes).size).toBe(codes.length)
  expect(codes.every((code) => /^([0-9ab].|[c-f]...)$/.test(code))).toBe(true)
  expect([0, 12, 13, 187, 188, mostCodes - 1].map(hex)).toEqual(['00', '0c', '0e', 'bf', 'c000', 'ffff'])
  expect(() => hex(mostCodes)).toThrow(RangeError)
})

test('codes of one byte need no escape in a string of the file', () => {
  const bytes = Array.from({ length: 188 }, (_, code) => codeBytes(code)).join('')
  expect(byteString(bytes)).toBe(`(${bytes})`)
  expect(byteString('(\\)\r')).toBe('(\\(\\\\\\)\\r)')
})

test('the map to texts names each code once', () => {
  const map = unicodeMap(Array.from({ length: 500 }, (_, code) => String.fromCharCode(0x4e00 + code)))
  const texts = [...map.matchAll(/\[([^\]]*)\]/g)].flatMap(([, list = '']) => list.split(' '))
  expect(texts).toHaveLength(500)
  expect(map).toContain('<c000> <c0ff> [<4ebc>')
})
