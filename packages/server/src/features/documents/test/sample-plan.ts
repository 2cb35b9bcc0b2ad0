/** A plan of any length in any offered language, made of the sample sentences: for pictures, proofs and measurements. */
import { languages, type Language } from '@kase/shared/locales.ts'
import type { RichText } from '@kase/shared/text/rich-text.ts'
import { samplesOf } from '../../../typesetting/test/samples.ts'
import type { Localized, PlanContent, PlanTask } from '../plan-document.ts'
import { labelsOf } from '../setting/labels.ts'
import { olenasPlan } from './olena.ts'

interface SampleOptions {
  readonly languages: readonly Language[]
  readonly sections?: number
  readonly tasksInSection?: number
  readonly participant?: string
}

const texts = <T>(tags: readonly Language[], make: (language: Language) => T): Localized<T> =>
  Object.fromEntries(tags.map((language) => [language, { language, text: make(language) }]))

const paragraph = (text: string): RichText => [{ type: 'paragraph', children: [{ type: 'text', value: text }] }]

const sentence = (language: Language, index: number): string => {
  const sentences = samplesOf(language)
  return sentences[index % sentences.length] ?? ''
}

/** What the language's sentences say, without their addresses: short enough for a heading. */
const title = (language: Language, index: number): string =>
  sentence(language, index)
    .split(/[.!?。！።۔]/)[0]
    ?.slice(0, 60)
    .trim() || languages[language].nativeName

/** Six sections of five tasks unless asked otherwise; every part of a task occurs. */
export function samplePlan({
  languages: tags,
  sections = 6,
  tasksInSection = 5,
  participant = 'Nguyễn Thị Hà',
}: SampleOptions): PlanContent {
  let number = 0
  return {
    ...olenasPlan,
    participant: { name: participant },
    sections: Array.from({ length: sections }, (_, section) => ({
      title: texts(tags, (language) => `${section + 1} ${labelsOf(language).firstWeek}`),
      tasks: Array.from({ length: tasksInSection }, () => sampleTask(tags, number++)),
    })),
    rightsAndHelp: {
      ...olenasPlan.rightsAndHelp,
      emergency: [{ number: '112', about: texts(tags, (language) => title(language, 0)) }],
      statements: [0, 1, 2, 3, 4, 5].map((index) => texts(tags, (language) => paragraph(sentence(language, index)))),
      helpers: [0, 1, 2].map((index) => ({
        name: texts(tags, (language) => title(language, index)),
        about: texts(tags, (language) => paragraph(sentence(language, index + 1))),
        phone: '0295 016 620',
      })),
    },
  }
}

function sampleTask(tags: readonly Language[], index: number): PlanTask {
  const rich = (offset: number): Localized<RichText> =>
    texts(tags, (language) => paragraph(sentence(language, index + offset)))
  const day = new Date(Date.UTC(2027, 0, 11 + index * 3)).toISOString().slice(0, 10)
  return {
    number: index + 1,
    title: texts(tags, (language) => title(language, index)),
    when: { kind: index % 2 === 0 ? 'deadline' : 'appointment', day, ...(index % 2 === 0 ? {} : { time: '08:00' }) },
    waitsFor: index % 5 === 4 ? [index] : [],
    body: texts(tags, (language) => paragraph(`${sentence(language, index + 1)} ${sentence(language, index + 3)}`)),
    steps: index % 3 === 0 ? [rich(0), rich(1)] : [],
    why: rich(3),
    bring: index % 2 === 0 ? [texts(tags, (language) => paragraph(title(language, index)))] : [],
    ...(index % 3 === 1
      ? {
          place: {
            sign: {
              language: 'fi',
              name: 'Kaustisen kunta',
              unit: 'Asiointipiste',
              address: 'Kappelintie 13, Kaustinen',
              hours: 'ma–to 9–12',
            },
            phone: '050 409 5620',
          },
        }
      : {}),
    ...(index % 7 === 6 ? { officialName: { language: 'fi', name: 'Verokortti' } } : {}),
    url: `https://kase.example/p/7hQ2vX9mTz4kLd8R#${index + 1}`,
  }
}
