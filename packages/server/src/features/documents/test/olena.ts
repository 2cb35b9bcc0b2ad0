/** The plan of the design mockups (design/worker/plan-pdf), in Finnish, Ukrainian and Arabic, as document input. */
import type { Language } from '@kase/shared/locales.ts'
import type { RichText } from '@kase/shared/text/rich-text.ts'
import type { Localized, PlanContent, PlanTask, TaskTime } from '../plan-document.ts'
import olena from './olena.json' with { type: 'json' }

type Texts = Partial<Record<Language, string>>

const words = (texts: Texts): Localized<string> =>
  Object.fromEntries(Object.entries(texts).map(([language, text]) => [language, { language, text }]))

const paragraph = (text: string): RichText => [{ type: 'paragraph', children: [{ type: 'text', value: text }] }]

const rich = (texts: Texts): Localized<RichText> =>
  Object.fromEntries(Object.entries(texts).map(([language, text]) => [language, { language, text: paragraph(text) }]))

/** The first words strong, the rest plain. */
const statement = (texts: Record<string, string[]>): Localized<RichText> =>
  Object.fromEntries(
    Object.entries(texts).map(([language, [lead = '', rest = '']]) => [
      language,
      {
        language,
        text: [
          {
            type: 'paragraph',
            children: [
              { type: 'strong', children: [{ type: 'text', value: lead }] },
              { type: 'text', value: rest },
            ],
          },
        ],
      },
    ]),
  ) as Localized<RichText>

type Raw = (typeof olena)['sections'][number]['tasks'][number] & {
  body?: Texts
  why?: Texts
  steps?: Texts[]
  bring?: Texts[]
  waitsFor?: number[]
  doneOn?: string
  place?: { sign: PlanTask extends { place?: infer P } ? P : never } & { about?: Texts; hours?: Texts; phone?: string }
}

const task = (raw: Raw): PlanTask =>
  ({
    number: raw.number,
    title: words(raw.title),
    when: raw.when as TaskTime,
    waitsFor: raw.waitsFor ?? [],
    steps: (raw.steps ?? []).map(rich),
    bring: (raw.bring ?? []).map(rich),
    ...(raw.body ? { body: rich(raw.body) } : {}),
    ...(raw.why ? { why: rich(raw.why) } : {}),
    ...(raw.doneOn ? { done: { on: raw.doneOn } } : {}),
    ...(raw.place
      ? {
          place: {
            ...raw.place,
            ...(raw.place.about ? { about: words(raw.place.about) } : {}),
            ...(raw.place.hours ? { hours: words(raw.place.hours) } : {}),
          },
        }
      : {}),
    ...(raw.doneOn ? {} : { url: `https://kase.example/p/7hQ2vX9mTz4kLd8R#${raw.number}` }),
  }) as PlanTask

/** Olena's plan on 8 January 2027: five tasks done, ten to do. */
export const olenasPlan: PlanContent = {
  employer: { name: 'Jokiniitty Hirsi Oy', colour: '#8c2f2b' },
  participant: { name: 'Olena Kovalchuk', givenName: 'Olena' },
  madeOn: '2027-01-08',
  facts: {
    contact: { name: 'Kaisa Jokela', phone: '040 123 4567' },
    arrivesOn: '2027-01-07',
    startsOn: '2027-01-11',
    municipality: 'Kaustinen',
  },
  link: { url: 'https://kase.example/p/7hQ2vX9mTz4kLd8R', until: '2027-10-09' },
  sections: olena.sections.map(({ title, tasks }) => ({
    title: words(title),
    tasks: tasks.map((raw) => task(raw as Raw)),
  })),
  rightsAndHelp: {
    emergency: olena.help.emergency.map(({ number, about }) => ({ number, about: words(about) })),
    statements: olena.help.statements.map(statement),
    helpers: olena.help.helpers.map(({ name, about, ...contact }) => ({
      name: words(name),
      about: rich(about),
      ...contact,
    })),
    advisorUrl: 'https://kase.example/kysy/7hQ2vX9mTz4kLd8R',
    checkedOn: '2026-11-02',
  },
}
