import { directionOf, type Language } from '@kase/shared/locales.ts'
import { Textarea, TextInput } from '@mantine/core'
import type { ReactNode } from 'react'
import { fieldId } from '../../components/error-summary.tsx'
import { emptyText, type AnnouncementText } from './announcement-values.ts'

interface TextFieldsProps {
  readonly language: Language
  readonly text: AnnouncementText | undefined
  readonly titleLabel: string
  readonly bodyLabel: string
  readonly bodyHint?: ReactNode
  readonly errors: ReadonlyMap<string, string>
  readonly onChange: (changes: Partial<AnnouncementText>) => void
}

/** Title and message in one language, written in its direction. */
export function TextFields({
  language,
  text = emptyText,
  titleLabel,
  bodyLabel,
  bodyHint,
  errors,
  onChange,
}: TextFieldsProps) {
  const own = { lang: language, dir: directionOf(language) }
  return (
    <>
      <TextInput
        id={fieldId(`texts.${language}.title`)}
        label={titleLabel}
        maxLength={120}
        value={text.title}
        onChange={(event) => onChange({ title: event.currentTarget.value })}
        error={errors.get(`texts.${language}.title`)}
        {...own}
      />
      <Textarea
        id={fieldId(`texts.${language}.body`)}
        label={bodyLabel}
        description={bodyHint}
        autosize
        minRows={2}
        maxRows={10}
        maxLength={1000}
        value={text.body}
        onChange={(event) => onChange({ body: event.currentTarget.value })}
        error={errors.get(`texts.${language}.body`)}
        {...own}
      />
    </>
  )
}
