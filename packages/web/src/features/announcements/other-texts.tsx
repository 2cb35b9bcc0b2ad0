import { languageTags, type Language } from '@kase/shared/locales.ts'
import { Button, Checkbox, Select } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { LanguageMark } from '../../components/language-mark.tsx'
import { useStaffLanguage } from '../../lib/i18n.ts'
import { languageName, languageOptions } from '../../lib/language.ts'
import { emptyText, withoutText, withText, type AnnouncementForm } from './announcement-values.ts'
import classes from './announcements.module.css'
import { TextFields } from './text-fields.tsx'

interface OtherTextsProps {
  readonly form: AnnouncementForm
  /** Those that the region's content is read in. */
  readonly languages: readonly Language[]
}

/** The same in other languages, as many as there are; what a machine made is said to be so. */
export function OtherTexts({ form, languages }: OtherTextsProps) {
  const { t } = useTranslation('announcements')
  const language = useStaffLanguage()
  const { values, change } = form
  const { sourceLanguage, texts } = values
  const others = languageTags.filter((tag) => tag !== sourceLanguage && texts[tag])
  const missing = languages.filter((tag) => texts[tag] === undefined)
  const covered = languages.length - missing.length
  return (
    <section className="card" aria-labelledby="other-texts">
      <div className="card-head card-head-sm">
        <h2 id="other-texts">{t('others')}</h2>
        <span className="sm ink3 push">{t('covered', { count: covered, total: languages.length })}</span>
      </div>
      <p className={`sm ink2 ${classes.lead}`}>{t('othersLead')}</p>
      <ul className="rows">
        {others.map((tag) => (
          <OtherText key={tag} form={form} language={tag} />
        ))}
      </ul>
      <div className={classes.add}>
        {missing.length === 0 ? (
          <p className="sm ink3">{t('allAdded')}</p>
        ) : (
          <Select
            // Its own choice is the field that appears: it starts anew each time.
            key={others.join()}
            label={t('add')}
            placeholder={t('addPlaceholder')}
            data={languageOptions(missing, language)}
            searchable
            value={null}
            onChange={(tag) => {
              if (tag !== null) change({ texts: { ...texts, [tag]: emptyText } })
            }}
          />
        )}
      </div>
    </section>
  )
}

function OtherText({ form, language }: { readonly form: AnnouncementForm; readonly language: Language }) {
  const { t } = useTranslation('announcements')
  const staffLanguage = useStaffLanguage()
  const { values, change, errors } = form
  const { texts } = values
  const name = languageName(language, staffLanguage)
  const text = texts[language] ?? emptyText
  return (
    <li className={classes.other}>
      <div className="row wrap">
        <h3 className={`upper-first ${classes.title}`}>{name}</h3>
        <LanguageMark state={text.state} withWord />
        <Button
          className="push"
          size="compact-sm"
          variant="subtle"
          color="red"
          onClick={() => change({ texts: withoutText(texts, language) })}
        >
          {t('removeLanguage', { language: name })}
        </Button>
      </div>
      <TextFields
        language={language}
        text={text}
        titleLabel={t('titleIn', { language: name })}
        bodyLabel={t('bodyIn', { language: name })}
        errors={errors}
        onChange={(changes) => change({ texts: withText(texts, language, changes) })}
      />
      <Checkbox
        label={t('machine')}
        description={t('machineHint')}
        checked={text.state === 'machine'}
        onChange={(event) =>
          change({
            texts: withText(texts, language, { state: event.currentTarget.checked ? 'machine' : 'translated' }),
          })
        }
      />
    </li>
  )
}
