import { expect, test } from 'vitest'
import { isolate, isolateDate, isolateInText } from './isolation.ts'

/** Marks made visible: [LRI], (FSI), _ for a fixed space, ~ for a word joiner. */
const shown = (text: string): string =>
  text
    .replaceAll('\u2066', '[')
    .replaceAll('\u2068', '(')
    .replaceAll('\u00a0', '_')
    .replaceAll('\u2060', '~')
    .replace(/\u2069/g, '|')

test.each([
  ['Soita numeroon +358 40 123 4567.', 'Soita numeroon [+358_40_123_4567|.'],
  ['puh. 040 123 4567, myös 0295 016 620', 'puh. [040_123_4567|, myös [0295_016_620|'],
  ['Numero 116 117 ja 112', 'Numero [116_117| ja 112'],
  ['Avoinna 9–12 ja 13.30-16.00', 'Avoinna [9–~12| ja [13.30-~16.00|'],
  ['Kysy: kaisa.jokela@example.fi, tai vero.fi.', 'Kysy: [kaisa.jokela@example.fi|, tai [vero.fi|.'],
  ['Katso https://intra.example.fi/ohje?x=1.', 'Katso [https://intra.example.fi/ohje?x=1|.'],
  ['Palaa 12.8.2027 klo 8.30', 'Palaa [12.8.2027| klo [8.30|'],
  ['Vero on 60 % tai 1 234,50 €', 'Vero on [60_%| tai [1_234,50_€|'],
  ['الهاتف +358 40 123 4567، من 9–12', 'الهاتف [+358_40_123_4567|، من [9–~12|'],
  ['الإيجار 1 500 يورو', 'الإيجار [1_500| يورو'],
  ['من 10,50–12,75 € أو 1 200-1 500', 'من [10,50–~12,75_€| أو [1_200-~1_500|'],
  ['Päivä 2027-01-11, sivu 3/12', 'Päivä [2027-~01-~11|, sivu 3/12'],
  ['IBAN FI21 1234 5600 0007 85.', 'IBAN [FI21_1234_5600_0007_85|.'],
  ['تلفن ۰۴۰ ۱۲۳ ۴۵۶۷', 'تلفن [۰۴۰_۱۲۳_۴۵۶۷|'],
  ['Ei mitään arvoja', 'Ei mitään arvoja'],
])('values in running text are isolated: %s', (text, expected) => {
  expect(shown(isolateInText(text))).toBe(expected)
})

test('a value cannot leave its isolate by controls of its own', () => {
  expect(shown(isolate('name', 'A\u2069\u202eB'))).toBe('(AB|')
  expect(shown(isolate('phone', '\u2066040 1'))).toBe('[040_1|')
})

test('a short name stays on one line, a long one may break', () => {
  expect(isolate('name', 'Kaisa Jokela')).not.toContain(' ')
  expect(isolate('name', 'Perhonjokilaakson kansalaisopisto, Veteli')).toContain(' ')
})

test('day and month stay together', () => {
  expect(shown(isolateDate('maanantai 11. tammikuuta 2027'))).toBe('(maanantai 11._tammikuuta 2027|')
  expect(shown(isolateDate('Monday, 11 January 2027'))).toBe('(Monday, 11_January 2027|')
})

test('thousands of letters take no time worth naming', () => {
  const text = `${'a'.repeat(200_000)} ${'1'.repeat(200_000)} ${'a.'.repeat(50_000)}`
  expect(isolateInText(text).length).toBeGreaterThanOrEqual(text.length)
})
