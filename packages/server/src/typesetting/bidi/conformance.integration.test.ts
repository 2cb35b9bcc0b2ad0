import { expect, test } from 'vitest'
import { unicodeFile } from '../test/tools.ts'
import { embeddingLevels, firstStrongDirection, paragraphLevels, visualOrder, bidiClass } from './paragraph-levels.ts'

/** Classes whose characters rule L1 resets at the end of a line, besides white space. */
const resettable = new Set(['WS', 'LRI', 'RLI', 'FSI', 'PDI'])
/** Characters that rule X9 removes; the test files give them no level. */
const removed = new Set(['LRE', 'RLE', 'LRO', 'RLO', 'PDF', 'BN'])

interface Case {
  readonly text: string
  readonly direction: 'ltr' | 'rtl'
  /** For each character, `x` for removed ones. */
  readonly levels: readonly string[]
  /** Visual order of those that are left. */
  readonly order: readonly number[]
}

test('BidiCharacterTest.txt', () => {
  const cases = unicodeFile('BidiCharacterTest.txt')
    .split('\n')
    .filter((line) => /^[0-9A-F]/.test(line))
    .map((line): Case => {
      const [codes = '', asked, , levels = '', order = ''] = line.split(';')
      const text = codes
        .split(' ')
        .map((code) => String.fromCodePoint(Number.parseInt(code, 16)))
        .join('')
      const direction = asked === '0' ? 'ltr' : asked === '1' ? 'rtl' : firstStrong(text)
      return { text, direction, levels: levels.split(' '), order: numbers(order) }
    })
  expect(failuresOf('BidiCharacterTest.txt', cases)).toEqual([])
})

test('BidiTest.txt', () => {
  let levels: string[] = []
  let order: number[] = []
  const cases: Case[] = []
  for (const line of unicodeFile('BidiTest.txt').split('\n')) {
    if (line.startsWith('@Levels:')) levels = line.slice(8).trim().split(/\s+/)
    else if (line.startsWith('@Reorder:')) order = numbers(line.slice(9).trim())
    else if (/^[A-Z]/.test(line)) {
      const [classes = '', bits = ''] = line.split(';')
      const text = classes
        .trim()
        .split(/\s+/)
        .map((name) => sample[name] ?? '')
        .join('')
      const directions = Number.parseInt(bits.trim(), 16)
      if (directions & 1) cases.push({ text, direction: firstStrong(text), levels, order })
      if (directions & 2) cases.push({ text, direction: 'ltr', levels, order })
      if (directions & 4) cases.push({ text, direction: 'rtl', levels, order })
    }
  }
  expect(failuresOf('BidiTest.txt', cases)).toEqual([])
})

const numbers = (list: string): number[] => (list.trim() === '' ? [] : list.trim().split(/\s+/).map(Number))

/** Rules P2 and P3: the first strong character outside isolates. */
function firstStrong(text: string): 'ltr' | 'rtl' {
  let depth = 0
  for (const letter of text) {
    const kind = bidiClass(letter)
    if (kind === 'B') break
    if (kind === 'LRI' || kind === 'RLI' || kind === 'FSI') depth++
    else if (kind === 'PDI') depth = Math.max(0, depth - 1)
    else if (depth === 0 && (kind === 'L' || kind === 'R' || kind === 'AL')) return firstStrongDirection(letter, 'ltr')
  }
  return 'ltr'
}

/** Prints the counts; answers the cases that fail in any way. */
function failuresOf(file: string, cases: readonly Case[]): Case[] {
  const levelFailures = cases.filter((one) => !levelsPass(one))
  const orderFailures = cases.filter((one) => !orderPasses(one))
  console.info(
    `${file}: ${cases.length - levelFailures.length} of ${cases.length} by levels, ` +
      `${cases.length - orderFailures.length} of ${cases.length} by visual order`,
  )
  return [...levelFailures, ...orderFailures]
}

/** Offsets of the characters in UTF-16 units. */
function offsets(text: string): number[] {
  let offset = 0
  return Array.from(text, (letter) => {
    const own = offset
    offset += letter.length
    return own
  })
}

/** Levels after L1, which the test files include; the engine applies L1 to each line. */
function lineLevels({ text, direction }: Case, levels: Uint8Array): number[] {
  const base = direction === 'rtl' ? 1 : 0
  const kinds = Array.from(text, bidiClass)
  const own = offsets(text).map((offset) => levels[offset] ?? 0)
  let reset = true
  for (let index = own.length - 1; index >= 0; index--) {
    const kind = kinds[index] ?? ''
    if (kind === 'B' || kind === 'S') reset = true
    else if (!resettable.has(kind) && !removed.has(kind)) reset = false
    if (reset) own[index] = base
  }
  return own
}

function levelsPass(one: Case): boolean {
  const own = lineLevels(one, embeddingLevels(one.text, one.direction))
  return one.levels.every((level, index) => level === 'x' || Number(level) === own[index])
}

function orderPasses(one: Case): boolean {
  const levels = lineLevels(one, paragraphLevels(one.text, one.direction))
  const kinds = Array.from(one.text, bidiClass)
  const pieces = levels
    .map((level, index) => ({ level, index, space: resettable.has(kinds[index] ?? '') }))
    .filter(({ index }) => one.levels[index] !== 'x')
  const order = visualOrder(pieces, one.direction === 'rtl' ? 1 : 0).map(({ index }) => index)
  return order.join() === one.order.join()
}

/** A character of each class. */
const sample: Readonly<Record<string, string>> = {
  L: 'a',
  R: '\u05d0',
  AL: '\u0627',
  EN: '1',
  ES: '+',
  ET: '$',
  AN: '\u0661',
  CS: ',',
  NSM: '\u0300',
  BN: '\u00ad',
  B: '\u2029',
  S: '\t',
  WS: ' ',
  ON: '!',
  LRE: '\u202a',
  LRO: '\u202d',
  RLE: '\u202b',
  RLO: '\u202e',
  PDF: '\u202c',
  LRI: '\u2066',
  RLI: '\u2067',
  FSI: '\u2068',
  PDI: '\u2069',
}
