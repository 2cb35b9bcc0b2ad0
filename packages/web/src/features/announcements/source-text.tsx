import type { Language } from '@kase/shared/locales.ts'
import { Select } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useStaffLanguage } from '../../lib/i18n.ts'
import { languageOptions } from '../../lib/language.ts'
import { withSource, withText, type AnnouncementForm } from './announcement-values.ts'
import classes from './announcements.module.css'
import { TextFields } from './text-fields.tsx'

interface SourceTextProps {
  readonly form: AnnouncementForm
  readonly languages: readonly Language[]
}

/** The text that the advisor writes, and the language it is in. */
export function SourceText({ form: { values, change, errors }, languages }: SourceTextProps) {
  const { t } = useTranslation('announcements')
  const language = useStaffLanguage()
  const { sourceLanguage, texts } = values
  return (
    <section className="card" aria-labelledby="source-text">
      <div className="card-head card-head-sm">
        <h2 id="source-text">{t('texts')}</h2>
      </div>
      <div className={classes.fields}>
        <Select
          label={t('language')}
          data={languageOptions(languages, language)}
          searchable
          allowDeselect={false}
          value={sourceLanguage}
          onChange={(next) => {
            if (next !== null) change(withSource(values, next as Language))
          }}
        />
        <TextFields
          language={sourceLanguage}
          text={texts[sourceLanguage]}
          titleLabel={t('textTitle')}
          bodyLabel={t('textBody')}
          bodyHint={t('bodyHint')}
          errors={errors}
          onChange={(changes) => change({ texts: withText(texts, sourceLanguage, changes) })}
        />
      </div>
    </section>
  )
}
