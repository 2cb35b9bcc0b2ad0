import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import type { Page } from 'playwright-core'
import { expect, inject, it } from 'vitest'
import { openBrowser, openPage } from './harness/browser.ts'
import { findNotoFonts } from './harness/noto.ts'

/**
 * Whatever stands on the worker's page, in each of its languages, is drawn with a glyph made for it where a phone has no fonts but
 * Noto. Chromium tells which fonts it drew each letter with; a letter is missing when none of them has it, for then what is seen
 * is the font's box.
 */

const noto = findNotoFonts()
const browser = await openBrowser(noto.environment)
const { demo } = inject('server')
const catalogues = path.resolve(import.meta.dirname, '../packages/shared/src/i18n/worker')
const languages = readdirSync(catalogues).flatMap((name) => (name.endsWith('.json') ? [name.slice(0, -5)] : []))
/** One in each region, so that the words of both are seen. */
const people = ['Olena', 'Bishal']

/** Letters, each with its marks, by the language that they are marked with. */
type Letters = Map<string, Set<string>>

it('the check finds what no font has', async () => {
  const { page } = await openPage(browser)
  await page.goto(`${linkOf('Olena')}?lang=en`)
  const unassigned = '\u0378'
  expect(await findMissing(page, new Map([['en', new Set(['a', unassigned])]]))).toEqual([`en ${unassigned} U+0378`])
})

it.each(languages)('every letter in %s has a glyph', async (language) => {
  const letters: Letters = new Map()
  for (const text of textsOf(JSON.parse(readFileSync(path.join(catalogues, `${language}.json`), 'utf8'))))
    addLetters(letters, language, text)
  const { page } = await openPage(browser, { serviceWorkers: 'block' })
  for (const person of people) {
    await page.goto(`${linkOf(person)}?lang=${language}`)
    expect(await page.locator('html').getAttribute('lang')).toBe(language)
    const texts = await page.evaluate(readWholePlan)
    expect(texts.filter(([tag]) => tag === language).length).toBeGreaterThan(200)
    for (const [tag, text] of texts) addLetters(letters, tag, text)
  }
  expect(await findMissing(page, letters)).toEqual([])
})

function linkOf(name: string): string {
  const link = demo.workerLinks.find(({ participant }) => participant.startsWith(name))
  if (!link) throw new Error(`the demo has no link for ${name}`)
  return link.url
}

function textsOf(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsOf) : []
}

/** What is drawn by itself; spaces and what only directs other letters are not. */
const unseen = /^[\s\p{Cc}\p{Default_Ignorable_Code_Point}]+$/u

function addLetters(letters: Letters, language: string, text: string): void {
  const known = letters.get(language) ?? new Set()
  letters.set(language, known)
  for (const { segment } of new Intl.Segmenter(language, { granularity: 'grapheme' }).segment(text))
    if (!unseen.test(segment)) known.add(segment)
}

/** Runs in the page: every piece of text of the home page and of all pages behind it, once, with its language. */
async function readWholePlan(): Promise<[language: string, text: string][]> {
  const { base = '' } = document.documentElement.dataset
  const answer = await fetch(`${base}/whole-plan.json`)
  const { pages } = (await answer.json()) as {
    pages: Record<string, readonly [shell: number, title: string, main: string]>
  }
  const page = (html: string): Document => new DOMParser().parseFromString(html, 'text/html')
  const texts = new Map<string, [string, string]>()
  for (const { body } of [document, ...Object.values(pages).map(([, , main]) => page(main))]) {
    const walk = document.createTreeWalker(body, NodeFilter.SHOW_TEXT)
    while (walk.nextNode()) {
      const { parentElement, data } = walk.currentNode as Text
      const language = parentElement?.closest('[lang]')?.getAttribute('lang') ?? document.documentElement.lang
      texts.set(`${language} ${data}`, [language, data])
    }
  }
  return [...texts.values()]
}

/** Draws each letter by itself in the page's own fonts, light and bold, and names those that came out as a box. */
async function findMissing(page: Page, letters: Letters): Promise<string[]> {
  const probes = [...letters].flatMap(([language, all]) => [...all].map((letter) => [language, letter] as const))
  await page.evaluate(drawProbes, probes)
  const session = await page.context().newCDPSession(page)
  await session.send('DOM.enable')
  await session.send('CSS.enable')
  const { root } = await session.send('DOM.getDocument', { depth: 0 })
  const missing = new Set<string>()
  for (const weight of ['span', 'b']) {
    const selector = `#probes ${weight}`
    const { nodeIds } = await session.send('DOM.querySelectorAll', { nodeId: root.nodeId, selector })
    expect(nodeIds).toHaveLength(probes.length)
    for (const [index, nodeId] of nodeIds.entries()) {
      const { fonts } = await session.send('CSS.getPlatformFontsForNode', { nodeId })
      const [language, letter] = probes[index] ?? ['', '']
      for (const character of letter.normalize('NFC'))
        if (!unseen.test(character) && !fonts.some(({ postScriptName }) => noto.covers(postScriptName, character)))
          missing.add(`${language} ${letter} U+${character.codePointAt(0)?.toString(16).padStart(4, '0')}`)
    }
  }
  return [...missing]
}

/** Runs in the page. */
function drawProbes(probes: readonly (readonly [language: string, letter: string])[]): void {
  const box = document.createElement('div')
  box.id = 'probes'
  for (const [language, letter] of probes) {
    const line = document.createElement('p')
    line.lang = language
    for (const name of ['span', 'b']) {
      const element = document.createElement(name)
      element.textContent = letter
      line.append(element)
    }
    box.append(line)
  }
  document.body.replaceChildren(box)
}
