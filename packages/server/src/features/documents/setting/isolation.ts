/**
 * Keeps values whole and apart from the direction of the text around them. Every value goes through here, in every language,
 * so that no author has to think of it: without isolates `+358 40 123 4567` is shown backwards in Persian text, by the rules.
 */
import type { ValueKind } from '@kase/shared/text/rich-text.ts'

const leftToRight = '\u2066'
const firstStrong = '\u2068'
const end = '\u2069'
const noBreakSpace = '\u00a0'
const wordJoiner = '\u2060'

/** Controls a value could use to leave its isolate. */
const controls = /[\u202a-\u202e\u2066-\u2069]/g

/** Longer names may be broken between their words. */
const longestUnbrokenName = 28

/** A value of a known kind, ready to stand in any text. */
export function isolate(kind: ValueKind, value: string): string {
  const clean = value.replace(controls, '')
  switch (kind) {
    case 'phone':
    case 'email':
    case 'url':
    case 'amount':
      return `${leftToRight}${unbroken(clean)}${end}`
    case 'date':
      return isolateDate(clean)
    case 'name':
    case 'official':
      return `${firstStrong}${clean.length <= longestUnbrokenName ? clean.replaceAll(' ', noBreakSpace) : clean}${end}`
  }
}

/** Day and month stay on one line; the weekday before them need not. */
export function isolateDate(date: string): string {
  const joined = date.replace(controls, '').replace(/(\d[.\u06cc]?) (?=[\p{L}\d])/gu, `$1${noBreakSpace}`)
  return `${firstStrong}${joined.replace(/(\d)([–-])(?=\d)/g, `$1$2${wordJoiner}`)}${end}`
}

const unbroken = (value: string): string =>
  value.replace(/\s+/g, noBreakSpace).replace(/([–-])(?=\d)/g, `$1${wordJoiner}`)

/** Texts in Persian and Arabic may write numbers with digits of their own. */
const digit = String.raw`[0-9\u0660-\u0669\u06f0-\u06f9]`
const fixedOrNot = String.raw`[ \u00a0\u202f]`
/** Where a number may begin and end: inside a word or a longer number it is no value. */
const starts = String.raw`(?<![\p{L}\p{N}.,:–-])`
const ends = String.raw`(?![\p{L}\p{N}]|[–-]\p{N})`

/** Every pattern begins where it could not have begun a letter before, and ends somewhere: texts may be thousands of letters. */
const email = String.raw`(?<![\p{L}\p{N}._%+-])[\p{L}\p{N}._%+-]{1,64}@[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63}){1,5}`
const path = String.raw`\/[^\s<>]{0,400}[^\s<>.,;:!?)\]'"»”]`
const url = String.raw`https?:\/${path}|(?<![\p{L}\p{N}-])(?:[a-z0-9-]{1,63}\.){1,4}(?:fi|com|org|net|eu|info|app|ax)\b(?:${path})?`
const account = String.raw`(?<![\p{L}\p{N}])[A-Z]{2}\d{2}(?:${fixedOrNot}\d{4}){2,7}(?:${fixedOrNot}\d{1,3})?${ends}`
const phone = String.raw`(?<!${digit})(?:\+${digit}(?:${digit}|[ ()\u00a0-]){5,20}${digit}|[0٠۰]${digit}{1,3}[ -]${digit}{2,4}(?:[ -]${digit}{2,4}){0,3}|116 \d{3})(?!${digit})`
const date = String.raw`${starts}${digit}{4}-${digit}{2}-${digit}{2}${ends}|\b\d{1,2}\.\d{1,2}\.(?:\d{4}\b)?`
const unit = String.raw`(?:\s?(?:€|%|EUR\b))`
/** `1 500`, whatever the word for euros after it. */
const groups = String.raw`${digit}{1,3}(?:${fixedOrNot}${digit}{3}){1,3}`
const part = String.raw`(?:[.,:]${digit}{1,4})?`
const figure = String.raw`(?:${groups}|${digit}{1,6})${part}`
const range = String.raw`${starts}${figure}[–-]${figure}${unit}?${ends}`
const clock = String.raw`\b\d{1,2}[.:]\d{2}\b`
const amount = String.raw`(?<!\d)\d{1,12}(?:[ .,\u00a0]\d{1,6}){0,4}${unit}`
const thousands = String.raw`${starts}${groups}${part}${ends}`
const anyValue = new RegExp([email, url, account, phone, date, range, amount, thousands, clock].join('|'), 'giu')
const mayHoldValue = /[\p{Nd}@.]/u

/** Running text in which nobody has marked the values: whatever looks like one is isolated and kept on one line. */
export function isolateInText(text: string): string {
  if (!mayHoldValue.test(text)) return text
  return text.replace(
    anyValue,
    (value) => `${leftToRight}${unbroken(value.trimEnd())}${end}${value.slice(value.trimEnd().length)}`,
  )
}
