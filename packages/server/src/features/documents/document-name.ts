/** The name of a finished file: a hash of all that decides its bytes. */
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { codeFingerprint } from './code-fingerprint.ts'
import type { PlanDocument } from './plan-document.ts'

/** Packages whose version shows in the file: fonts, shaping, writing. */
const packages = [
  '@expo-google-fonts/noto-sans',
  '@expo-google-fonts/noto-sans-bengali',
  '@expo-google-fonts/noto-sans-devanagari',
  '@expo-google-fonts/noto-sans-ethiopic',
  '@expo-google-fonts/noto-sans-myanmar',
  '@expo-google-fonts/noto-sans-sc',
  '@expo-google-fonts/noto-sans-thai',
  '@expo-google-fonts/vazirmatn',
  'pdfmake',
  'pdfkit',
  'qrcode',
] as const

let surroundings: string | undefined

/** Hexadecimal, 64 letters: equal for equal documents set by equal code with equal fonts. */
export function documentName(document: PlanDocument): string {
  surroundings ??= describeSurroundings()
  return createHash('sha256').update(surroundings).update(canonical(document)).digest('hex')
}

function describeSurroundings(): string {
  const { resolve } = createRequire(import.meta.url)
  const versions = packages.map((name) => {
    const { version } = JSON.parse(readFileSync(resolve(`${name}/package.json`), 'utf8')) as { version: string }
    return `${name}@${version}`
  })
  // Words of Thai and Burmese, dates and the packing of streams come with Node.
  const { icu, zlib } = process.versions
  return JSON.stringify([codeFingerprint(), versions, icu, zlib])
}

/** JSON with the keys of every object in order, and bytes as base64. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, inner: unknown) => {
    if (inner instanceof Uint8Array) return Buffer.from(inner).toString('base64')
    if (typeof inner !== 'object' || inner === null || Array.isArray(inner)) return inner
    return Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
  })
}
