/** Documents nobody would write, for finding out what breaks: random structure, scripts, controls, lengths and gaps. */
import { languageTags, staffLanguages, type Language } from '@kase/shared/locales.ts'
import type { Inline, RichText } from '@kase/shared/text/rich-text.ts'
import fc from 'fast-check'
import type { Localized, PlanDocument, PlanSection, PlanTask, RecordEntry, RightsAndHelp } from '../plan-document.ts'
import { olenasPlan } from './olena.ts'
import { samplesOf } from '../../../typesetting/test/samples.ts'

/** A few languages for each script; a random document has texts in some of them. */
const scripts = [
  'fi',
  'sv',
  'en',
  'uk',
  'ar',
  'fa',
  'ckb',
  'ur',
  'th',
  'my',
  'ne',
  'bn',
  'zh-Hans',
  'am',
  'vi',
] as const

const words = scripts.flatMap((language) => samplesOf(language).flatMap((text) => text.split(' ')))

const controls = [
  '\0',
  '\u0001',
  '\b',
  '\t',
  '\n',
  '\r\n',
  '\u001f',
  '\u007f',
  '\u0085',
  '\u00a0',
  '\u00ad',
  '\u061c',
  '\u200b',
  '\u200c',
  '\u200d',
  '\u200e',
  '\u200f',
  '\u2028',
  '\u2029',
  '\u202a',
  '\u202e',
  '\u202c',
  '\u2066',
  '\u2067',
  '\u2068',
  '\u2069',
  '\ufeff',
  '\ufffe',
  '\ud800',
  '\udc00',
  '\u{e0001}',
  '\u0301',
  '😀',
  '👨‍👩‍👧‍👦',
  '𐤀',
  '‱',
  '\u0e33',
  '\u0e3a',
]

const piece = fc.oneof(
  { weight: 12, arbitrary: fc.constantFrom(...words) },
  { weight: 2, arbitrary: fc.constantFrom(...controls) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 6 }) },
  { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 6 }) },
)

const sentence = fc.array(piece, { minLength: 0, maxLength: 14 }).map((pieces) => pieces.join(' '))

/** Thousands of letters without a place to break. */
const endlessWord = fc
  .tuple(fc.constantFrom('a', 'ä', 'ب', 'ก', 'က', 'क', '中', 'አ', 'Ж', '1'), fc.constantFrom(300, 5000))
  .map(([letter, length]) => letter.repeat(length))

const text = fc.oneof(
  { weight: 30, arbitrary: sentence },
  { weight: 2, arbitrary: fc.constant('') },
  { weight: 1, arbitrary: fc.constantFrom(' ', '\n', '\u2029') },
)
const longText = fc.oneof(
  { weight: 60, arbitrary: text },
  { weight: 4, arbitrary: fc.array(sentence, { minLength: 10, maxLength: 60 }).map((parts) => parts.join(' ')) },
  { weight: 1, arbitrary: endlessWord },
)

const localized = <T>(content: fc.Arbitrary<T>): fc.Arbitrary<Localized<T>> =>
  fc
    .array(fc.tuple(fc.constantFrom(...scripts), content, fc.boolean()), { minLength: 0, maxLength: 3 })
    .map((entries) =>
      Object.fromEntries(
        entries.map(([language, own, machine]) => [
          language,
          { language, text: own, ...(machine ? { mark: 'machine' } : {}) },
        ]),
      ),
    )

const inline: fc.Arbitrary<Inline> = fc.oneof(
  { weight: 6, arbitrary: longText.map((value): Inline => ({ type: 'text', value })) },
  { weight: 1, arbitrary: text.map((value): Inline => ({ type: 'strong', children: [{ type: 'text', value }] })) },
  {
    weight: 1,
    arbitrary: fc
      .tuple(fc.constantFrom('https://vero.fi', 'javascript:alert(1)', 'tel:112', ''), text)
      .map(([href, value]): Inline => ({ type: 'link', href, children: [{ type: 'text', value }] })),
  },
  {
    weight: 2,
    arbitrary: fc
      .tuple(fc.constantFrom('phone', 'email', 'url', 'name', 'date', 'amount', 'official'), text)
      .map(([kind, value]): Inline => ({ type: 'value', kind, value })),
  },
)

const richText: fc.Arbitrary<RichText> = fc.array(
  fc.oneof(
    fc.array(inline, { maxLength: 4 }).map((children) => ({ type: 'paragraph', children }) as const),
    fc.array(fc.array(inline, { maxLength: 2 }), { maxLength: 3 }).map((items) => ({ type: 'list', items }) as const),
  ),
  { maxLength: 3 },
)

const day = fc
  .integer({ min: 0, max: 1500 })
  .map((offset) => new Date(Date.UTC(2026, 0, 1 + offset)).toISOString().slice(0, 10))

const task: fc.Arbitrary<Omit<PlanTask, 'number'>> = fc.record(
  {
    title: localized(text),
    when: fc.record(
      {
        kind: fc.constantFrom('deadline', 'appointment', 'any'),
        day,
        time: fc.constantFrom('08:00', '13:45'),
        rolledFrom: day,
      },
      { requiredKeys: ['kind'] },
    ),
    waitsFor: fc.array(fc.integer({ min: 1, max: 12 }), { maxLength: 3 }),
    body: localized(richText),
    steps: fc.array(localized(richText), { maxLength: 6 }),
    why: localized(richText),
    bring: fc.array(localized(richText), { maxLength: 4 }),
    officialName: fc.record({ language: fc.constantFrom('fi', 'sv'), name: text }),
    place: fc.record(
      {
        sign: fc.record(
          { language: fc.constantFrom('fi', 'sv'), name: text, unit: text, address: text, hours: text },
          { requiredKeys: ['language', 'name'] },
        ),
        about: localized(text),
        hours: localized(text),
        phone: text,
        url: text,
      },
      { requiredKeys: ['sign'] },
    ),
    done: fc.record({ on: day }, { requiredKeys: [] }),
    url: fc.constantFrom('https://kase.example/p/7hQ2vX9mTz4kLd8R#1', `https://kase.example/${'x'.repeat(180)}`),
  },
  { requiredKeys: ['title', 'when', 'waitsFor', 'steps', 'bring'] },
) as fc.Arbitrary<Omit<PlanTask, 'number'>>

const sections: fc.Arbitrary<PlanSection[]> = fc
  .array(fc.record({ title: localized(text), tasks: fc.array(task, { maxLength: 5 }) }), { maxLength: 3 })
  .map((parts) => {
    let number = 0
    return parts.map(({ title, tasks }) => ({ title, tasks: tasks.map((one) => ({ ...one, number: ++number })) }))
  })

const help: fc.Arbitrary<RightsAndHelp> = fc.record(
  {
    emergency: fc.array(fc.record({ number: fc.constantFrom('112', '116 117'), about: localized(text) }), {
      maxLength: 3,
    }),
    statements: fc.array(localized(richText), { maxLength: 6 }),
    helpers: fc.array(
      fc.record(
        { name: localized(text), about: localized(richText), phone: text, url: text },
        { requiredKeys: ['name'] },
      ),
      { maxLength: 4 },
    ),
    advisorUrl: fc.constant('https://kase.example/kysy'),
    checkedOn: day,
  },
  { requiredKeys: ['emergency', 'statements', 'helpers'] },
) as fc.Arbitrary<RightsAndHelp>

const head = fc.record({
  employer: fc.record(
    { name: longText, colour: fc.constantFrom('#ffffff', '#8c2f2b', '#ffff00', 'red', '#12') },
    { requiredKeys: ['name'] },
  ),
  participant: fc.record({ name: longText, givenName: text }, { requiredKeys: ['name'] }),
  madeOn: day,
})

const content = fc.tuple(head, sections, help, fc.boolean()).map(([own, parts, rightsAndHelp, linked]) => {
  const { link, ...plan } = olenasPlan
  return { ...plan, ...own, sections: parts, rightsAndHelp, ...(linked && link ? { link } : {}) }
})

const language = fc.constantFrom<Language>(...languageTags)

const entry: fc.Arbitrary<Omit<RecordEntry, 'number'>> = fc.record(
  {
    title: localized(text),
    version: text,
    language,
    toldAt: fc.constant('2027-01-02T08:00:00Z'),
    openedAt: fc.constant('2027-01-02T22:30:00Z'),
  },
  { requiredKeys: ['title', 'version', 'language'] },
) as fc.Arbitrary<Omit<RecordEntry, 'number'>>

/** Any kind of document. */
export const randomDocument: fc.Arbitrary<PlanDocument> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.tuple(content, language).map(([plan, own]) => ({ ...plan, kind: 'plan', language: own }) as const),
  },
  {
    weight: 4,
    arbitrary: fc
      .tuple(content, language, fc.constantFrom('fi', 'sv'))
      .map(([plan, own, official]) => ({ ...plan, kind: 'side-by-side', language: own, official }) as const),
  },
  {
    weight: 1,
    arbitrary: fc
      .tuple(content, fc.array(language, { minLength: 1, maxLength: 3 }))
      .map(([plan, languages]) => ({ ...plan, kind: 'several', languages }) as unknown as PlanDocument),
  },
  {
    weight: 2,
    arbitrary: fc.tuple(content, language).map(([plan, own]) => ({ ...plan, kind: 'pocket', language: own }) as const),
  },
  {
    weight: 1,
    arbitrary: fc
      .tuple(head, fc.constantFrom(...staffLanguages), fc.array(entry, { maxLength: 6 }), fc.constantFrom(1, 1, 1, 40))
      .map(
        ([own, staff, entries, times]) =>
          ({
            ...own,
            kind: 'record',
            language: staff,
            // Up to 240 rows.
            entries: Array.from({ length: times }, () => entries)
              .flat()
              .map((one, index) => ({ ...one, number: index + 1 })),
          }) as const,
      ),
  },
)

/** As many documents as asked; the same seed gives the same ones. */
export const randomDocuments = (seed: number, count: number): PlanDocument[] =>
  fc.sample(randomDocument, { seed, numRuns: count })
