import type { AnnouncementTexts, PublishAnnouncement } from '@kase/shared/announcements/announcement.schema.ts'
import type { Language } from '@kase/shared/locales.ts'
import type { Outputs } from '../../lib/trpc.ts'
import type { Form } from '../../lib/use-form.ts'

/** What the form of a new announcement holds. The source text is always there, if only empty. */
export interface AnnouncementValues {
  readonly sourceLanguage: Language
  readonly texts: AnnouncementTexts
  readonly municipalities: readonly string[]
  readonly firstDay: string | undefined
  readonly lastDay: string | undefined
}

export type AnnouncementForm = Form<AnnouncementValues, PublishAnnouncement>
export type AnnouncementText = NonNullable<AnnouncementTexts[Language]>

export const emptyText: AnnouncementText = { title: '', body: '', state: 'translated' }

/** A new form, or one that starts from the texts of an earlier announcement. The days are always chosen anew. */
export function startValues(
  language: Language,
  earlier: Outputs['announcement']['list'][number] | undefined,
): AnnouncementValues {
  const sourceLanguage = earlier?.sourceLanguage ?? language
  return {
    sourceLanguage,
    texts: earlier?.texts ?? { [sourceLanguage]: emptyText },
    municipalities: earlier?.municipalities ?? [],
    firstDay: undefined,
    lastDay: undefined,
  }
}

/** The text moves with the language that it is said to be in, unless that one has a text already. */
export function withSource(
  { sourceLanguage, texts }: AnnouncementValues,
  next: Language,
): Pick<AnnouncementValues, 'sourceLanguage' | 'texts'> {
  const { [sourceLanguage]: source = emptyText, ...others } = texts
  if (texts[next]) return { sourceLanguage: next, texts: { ...texts, [next]: { ...texts[next], state: 'translated' } } }
  return { sourceLanguage: next, texts: { ...others, [next]: source } }
}

export const withText = (texts: AnnouncementTexts, language: Language, changes: Partial<AnnouncementText>) => ({
  ...texts,
  [language]: { ...(texts[language] ?? emptyText), ...changes },
})

export function withoutText(texts: AnnouncementTexts, language: Language): AnnouncementTexts {
  const { [language]: _removed, ...others } = texts
  return others
}
