import { execFileSync } from 'node:child_process'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'

/** Has everything that the machine's own settings have, but of its fonts only Noto. */
const settings = `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">
<fontconfig>
  <include ignore_missing="no">/etc/fonts/fonts.conf</include>
  <selectfont>
    <acceptfont><glob>*/Noto*</glob></acceptfont>
    <rejectfont><glob>*.ttf</glob><glob>*.ttc</glob><glob>*.otf</glob><glob>*.otc</glob></rejectfont>
    <rejectfont><glob>*.pf?</glob><glob>*.t1</glob><glob>*.pcf*</glob><glob>*.woff*</glob></rejectfont>
  </selectfont>
</fontconfig>
`

/** The Noto fonts of the machine: how to start a program that sees no others, and what they can draw. */
export interface NotoFonts {
  readonly environment: Record<string, string>
  /** Whether a font, by its PostScript name, has a glyph of its own for a character. False for a font that is not of Noto. */
  readonly covers: (font: string, character: string) => boolean
}

/** @throws Error where there is no fontconfig or no Noto font, so on anything but Linux */
export function findNotoFonts(): NotoFonts {
  const file = path.join(mkdtempSync(path.join(tmpdir(), 'kase-fonts-')), 'fonts.conf')
  writeFileSync(file, settings)
  const environment = { ...definedOnly(process.env), FONTCONFIG_FILE: file }
  const list = execFileSync('fc-list', ['-f', '%{postscriptname}\t%{charset}\n'], {
    env: environment,
    encoding: 'utf8',
    maxBuffer: 100_000_000,
  })
  const fonts = new Map(
    list
      .trim()
      .split('\n')
      .map((line) => line.split('\t'))
      .map(([name = '', ranges = '']) => [name, parseRanges(ranges)] as const),
  )
  if (!fonts.has('NotoSans-Regular'))
    throw new Error('No Noto fonts: install the packages fonts-noto-core and fonts-noto-cjk.')
  return {
    environment,
    covers: (font, character) => {
      const code = character.codePointAt(0) ?? 0
      return (fonts.get(font) ?? []).some(([first, last]) => first <= code && code <= last)
    },
  }
}

/** `20-7e a0` as pairs of code points. */
const parseRanges = (ranges: string): (readonly [number, number])[] =>
  ranges.split(' ').map((range) => {
    const [first = '', last = first] = range.split('-')
    return [Number.parseInt(first, 16), Number.parseInt(last, 16)]
  })

const definedOnly = (environment: NodeJS.ProcessEnv): Record<string, string> =>
  Object.fromEntries(
    Object.entries(environment).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  )
