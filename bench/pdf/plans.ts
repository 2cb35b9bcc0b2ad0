/** The 30-task plan of 6 sections that every engine sets: five tasks in turn, in four languages and three scripts more. */
import { readFileSync } from 'node:fs'
import type { PlanContent, PlanDocument, PlanTask } from '../../packages/server/src/features/documents/plan-document.ts'
import { olenasPlan } from '../../packages/server/src/features/documents/test/olena.ts'

export const benchLanguages = ['fi', 'ar', 'th', 'ne'] as const
export type BenchLanguage = (typeof benchLanguages)[number]
/** `ar+fi`: side by side. */
export type BenchPlan = BenchLanguage | 'ar+fi'
export const benchPlans: readonly BenchPlan[] = [...benchLanguages, 'ar+fi']

interface Texts {
  readonly sections: readonly string[]
  readonly tasks: readonly (readonly [title: string, body: string])[]
}

const texts = JSON.parse(readFileSync(new URL('./texts.json', import.meta.url), 'utf8')) as Record<BenchLanguage, Texts>

export const languagesOf = (plan: BenchPlan): readonly BenchLanguage[] => (plan === 'ar+fi' ? ['ar', 'fi'] : [plan])

/** The document of a run; the participant's name differs, so that nothing whole can be remembered. */
export function benchDocument(plan: BenchPlan, run: number): PlanDocument {
  const content = benchContent(languagesOf(plan), run)
  if (plan === 'ar+fi') return { kind: 'side-by-side', language: 'ar', official: 'fi', ...content }
  return { kind: 'plan', language: plan, ...content }
}

function benchContent(languages: readonly BenchLanguage[], run: number): PlanContent {
  let number = 0
  const inEach = <T>(make: (own: Texts) => T) =>
    Object.fromEntries(languages.map((language) => [language, { language, text: make(texts[language]) }]))
  const paragraph = (value: string) => [{ type: 'paragraph', children: [{ type: 'text', value }] }] as const
  const task = (section: number, place: number): PlanTask => {
    const index = (section + place) % 5
    number++
    return {
      number,
      title: inEach(({ tasks }) => tasks[index]?.[0] ?? ''),
      body: inEach(({ tasks }) => paragraph(tasks[index]?.[1] ?? '')),
      when: { kind: 'deadline', day: `2027-02-${String(10 + section * 2 + (place % 5)).padStart(2, '0')}` },
      waitsFor: [],
      steps: [],
      bring: [],
      url: `https://kase.example/p/7hQ2vX9mTz4kLd8R#${number}`,
    }
  }
  return {
    ...olenasPlan,
    participant: { name: `Ahmed Al-Hassan ${run}` },
    sections: [0, 1, 2, 3, 4, 5].map((section) => ({
      title: inEach(({ sections }) => sections[section] ?? ''),
      tasks: [0, 1, 2, 3, 4].map((place) => task(section, place)),
    })),
    rightsAndHelp: {
      ...olenasPlan.rightsAndHelp,
      statements: [0, 1, 2].map((index) => inEach(({ tasks }) => paragraph(tasks[index]?.[0] ?? ''))),
      helpers: [3, 4].map((index) => ({ name: inEach(({ tasks }) => tasks[index]?.[0] ?? ''), phone: '0295 016 620' })),
    },
  }
}
