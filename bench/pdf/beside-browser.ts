/**
 * A page of every offered language, set by this engine and by Chromium from the same words and fonts, for looking at side by
 * side: writes `<language>-ours.pdf` and `<language>-chromium.pdf` into a folder.
 *
 * node pdf/beside-browser.ts folder
 */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { languageTags, type Language } from '@kase/shared/locales.ts'
import { chromium } from 'playwright-core'
import { labelsOf } from '../../packages/server/src/features/documents/setting/labels.ts'
import { fontPath } from '../../packages/server/src/typesetting/fonts/font-files.ts'
import { languageSetting } from '../../packages/server/src/typesetting/fonts/language-table.ts'
import { mixedSamplesOf } from '../../packages/server/src/typesetting/test/samples.ts'
import { typeset } from '../../packages/server/src/typesetting/typeset.ts'

const folder = resolve(process.argv[2] ?? 'beside-browser')
/** Points; larger than in a plan, to see the letters. */
const size = 13
const margins = [30, 20, 265, 20] as const

mkdirSync(folder, { recursive: true })
const executablePath = process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium'
const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] })
const page = await browser.newPage()
for (const language of languageTags) {
  writeFileSync(join(folder, `${language}-ours.pdf`), await ours(language))
  const html = join(folder, `${language}.html`)
  writeFileSync(html, theirs(language))
  await page.goto(pathToFileURL(html).href)
  await page.evaluate(() => document.fonts.ready)
  writeFileSync(join(folder, `${language}-chromium.pdf`), await page.pdf({ preferCSSPageSize: true }))
}
await browser.close()
console.log(`${languageTags.length} languages in ${folder}`)

function words(language: Language): string[] {
  const { howToTick, advisorPrivate, machineMark, why, bring, deadline, rightsAndHelp, mustKnow, whoHelps } =
    labelsOf(language)
  const short = [why, bring, deadline, rightsAndHelp, mustKnow, whoHelps].join(' · ')
  return [...mixedSamplesOf(language), howToTick, advisorPrivate, machineMark, short]
}

function leadingOf(language: Language): number {
  const { text } = languageSetting(language)
  return (size * text.leading) / text.size
}

function ours(language: Language): Promise<Uint8Array> {
  const style = { fontSize: size, leading: leadingOf(language), margin: [0, 0, 0, 5] } as const
  const content = words(language).map((text) => ({ text, ...style }))
  return typeset({ language, title: language, madeAt: new Date(0), sequences: [{ language, margins, content }] })
}

function theirs(language: Language): string {
  const { family, direction } = languageSetting(language)
  const faces = [...new Set(['Latin' as const, family])]
    .map((name) => `@font-face{font-family:${name};src:url(${pathToFileURL(fontPath(name, false)).href})}`)
    .join('')
  const [left, top, right, bottom] = margins
  return `<!doctype html><html lang="${language}" dir="${direction}"><meta charset="utf-8"><style>${faces}
@page{size:A4;margin:${top}pt ${right}pt ${bottom}pt ${left}pt}body{margin:0;font:${size}pt/${leadingOf(language)}pt Latin,${family}}p{margin:0 0 5pt}</style>
${words(language)
  .map((text) => `<p>${text.replace(/&/g, '&amp;').replace(/</g, '&lt;')}</p>`)
  .join('')}`
}
