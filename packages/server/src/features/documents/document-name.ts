/** The name of a finished file: a hash of all that decides its bytes. */
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { findPackageJSON } from 'node:module'
import { codeFingerprint } from './code-fingerprint.ts'
import type { PlanDocument } from './plan-document.ts'

/** Packages whose version shows in the file: fonts, shaping, order and breaking of lines, writing. */
const packages = [
  '@expo-google-fonts/noto-sans',
  '@expo-google-fonts/noto-sans-bengali',
  '@expo-google-fonts/noto-sans-devanagari',
  '@expo-google-fonts/noto-sans-ethiopic',
  '@expo-google-fonts/noto-sans-myanmar',
  '@expo-google-fonts/noto-sans-sc',
  '@expo-google-fonts/noto-sans-thai',
  '@expo-google-fonts/vazirmatn',
  'bidi-js',
  'fontkit',
  'harfbuzzjs',
  'linebreak',
  'pdfkit',
  'pdfmake',
  'qrcode',
] as const

let surroundings: string | undefined

/** Hexadecimal, 64 letters: equal for equal documents set by equal code with equal fonts. */
export function documentName(document: PlanDocument): string {
  surroundings ??= describeSurroundings()
  return createHash('sha256').update(surroundings).update(canonical(document)).digest('hex')
}

function describeSurroundings(): string {
  const versions = packages.map((name) => `${name}@${versionOf(name)}`)
  // Words of Thai and Burmese, dates and the packing of streams come with Node.
  const { icu, zlib } = process.versions
  return JSON.stringify([codeFingerprint(), versions, icu, zlib])
}

/** Some packages do not let their package.json be imported, so it is found, not resolved. */
function versionOf(name: string): string {
  const file = findPackageJSON(name, import.meta.url)
  if (!file) throw new Error(`The package ${name} is not installed`)
  return (JSON.parse(readFileSync(file, 'utf8')) as { version: string }).version
}

/** JSON with the keys of every object in order, and bytes as base64. The event loop writes it for every document asked for. */
const canonical = (document: PlanDocument): string => JSON.stringify(inOrder(document))

/** Sorted first: JSON.stringify with a function that sorts takes twice the time. */
function inOrder(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value
  if (value instanceof Uint8Array) return Buffer.from(value).toString('base64')
  if (Array.isArray(value)) return value.map(inOrder)
  const fields = value as Readonly<Record<string, unknown>>
  const sorted: Record<string, unknown> = {}
  for (const key of Object.keys(fields).sort()) sorted[key] = inOrder(fields[key])
  return sorted
}
