import type { Language } from '@kase/shared/locales.ts'
import { expect, test } from 'vitest'
import type { LocalText, PlanTask } from '../plan-document.ts'
import { openPair } from './task-side-by-side.ts'

const rich = (language: Language, value: string) => ({
  [language]: {
    language,
    text: [{ type: 'paragraph' as const, children: [{ type: 'text' as const, value }] }],
  } satisfies LocalText<unknown>,
})

test('what one column lacks is not shown twice: the other column is pointed to, for title and steps alike', () => {
  const task: PlanTask = {
    number: 1,
    title: { ar: { language: 'ar', text: 'العنوان' } },
    when: { kind: 'any' },
    waitsFor: [],
    steps: [rich('ar', 'الخطوة'), { ...rich('ar', 'الثانية'), ...rich('fi', 'Toinen') }],
    bring: [],
  }
  const { parts } = openPair(task, new Map(), { own: 'ar', official: 'fi' })
  const shown = JSON.stringify(parts.build(0, parts.count))
  for (const word of ['العنوان', 'الخطوة', 'الثانية', 'Toinen']) expect(shown.split(word)).toHaveLength(2)
  expect(shown.split('Lue viereinen palsta')).toHaveLength(3)
})
