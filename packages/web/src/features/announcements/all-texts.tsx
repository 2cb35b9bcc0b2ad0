import { languageTags } from '@kase/shared/locales.ts'
import { useTranslation } from 'react-i18next'
import { LanguageMark } from '../../components/language-mark.tsx'
import { OwnWords } from '../../components/own-words.tsx'
import { useStaffLanguage } from '../../lib/i18n.ts'
import { languageName } from '../../lib/language.ts'
import type { Outputs } from '../../lib/trpc.ts'
import classes from './announcements.module.css'

interface AllTextsProps {
  readonly announcement: Outputs['announcement']['list'][number]
}

/** Every text of an announcement, the original first, each marked with how far it may be trusted. */
export function AllTexts({ announcement: { sourceLanguage, texts } }: AllTextsProps) {
  const { t } = useTranslation('announcements')
  const language = useStaffLanguage()
  const tags = [sourceLanguage, ...languageTags.filter((tag) => tag !== sourceLanguage)]
  return (
    <ul className={classes.texts}>
      {tags.map((tag) => {
        const text = texts[tag]
        if (!text) return null
        return (
          <li key={tag}>
            <p className="row xs ink3">
              <span className="upper-first">{languageName(tag, language)}</span>
              {tag === sourceLanguage ? <span>{t('source')}</span> : <LanguageMark state={text.state} withWord />}
            </p>
            <OwnWords text={text.title} language={tag} className="semi" />
            {text.body !== '' && <OwnWords text={text.body} language={tag} className="sm" />}
          </li>
        )
      })}
    </ul>
  )
}
