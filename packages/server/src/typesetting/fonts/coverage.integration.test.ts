import { languages, languageTags } from '@kase/shared/locales.ts'
import { expect, test } from 'vitest'
import { alphabets } from '../test/alphabets.ts'
import { mixedSamplesOf } from '../test/samples.ts'
import { fontPath, openFont } from './font-files.ts'
import { familiesFor, languageSetting } from './language-table.ts'

/** Letters of a language in every place they come from: its alphabet, its own name, its dates, the samples. */
function lettersOf(language: (typeof languageTags)[number]): Set<string> {
  const dates = Array.from({ length: 12 }, (_, month) =>
    new Intl.DateTimeFormat(language, {
      dateStyle: 'full',
      timeStyle: 'short',
      calendar: 'gregory',
      timeZone: 'UTC',
    }).format(new Date(Date.UTC(2027, month, month + 1, 13))),
  )
  const small = [alphabets[language], languages[language].nativeName, ...dates].join('')
  return new Set(`${small}${small.toLocaleUpperCase(language)}0123456789.,:;!?()[]/+-–&@%€#`)
}

test.each(languageTags)('%s: its font has every letter it is written with, in both weights', (language) => {
  const { family, script } = languageSetting(language)
  for (const bold of [false, true]) {
    const own = openFont(fontPath(family, bold))
    const letters = [...lettersOf(language)].filter((letter) => /[\p{L}\p{M}]/u.test(letter))
    // Latin letters inside (a unit, an abbreviation of a month) are set in the Latin font.
    const missing = letters
      .filter((letter) => !/\p{Script=Latin}/u.test(letter) || family === 'Latin')
      .filter(lacks(own))
    expect(missing, `${family} lacks letters of ${language}`).toEqual([])
    const others = [...lettersOf(language), ...Array.from(mixedSamplesOf(language).join(''))].filter((letter) =>
      /[^\s\p{C}]/u.test(letter),
    )
    const anyFont = familiesFor(script, family).map((name) => openFont(fontPath(name, bold)))
    expect(
      others.filter((letter) => anyFont.every((font) => lacks(font)(letter))),
      `no font has letters of ${language}`,
    ).toEqual([])
  }
})

const lacks =
  (font: ReturnType<typeof openFont>) =>
  (letter: string): boolean =>
    !font.covers(letter.codePointAt(0) ?? 0)

test('a font that lacks a letter is found out', () => {
  expect(lacks(openFont(fontPath('Thai', false)))('ش')).toBe(true)
})
