import { useTranslation } from 'react-i18next'
import { clockTime, finnishShortDay } from '../../lib/calendar-format.ts'
import { useStaffLanguage } from '../../lib/i18n.ts'
import { languageName } from '../../lib/language.ts'
import classes from './said.module.css'
import type { Message } from './use-said.ts'

/** A message as it was sent: the reason in the reader's language, the words in the writer's, and when. */
export function MessageWords({ message: { reason, body, language, sentAt } }: { readonly message: Message }) {
  const { t } = useTranslation('said')
  const staffLanguage = useStaffLanguage()
  return (
    <div className="grow">
      <div className={classes.bubble}>
        {reason !== null && <p className="semi">{t(`reason.${reason}`)}</p>}
        {body !== '' && (
          <p lang={language} dir="auto" className={classes.words}>
            {body}
          </p>
        )}
      </div>
      <p className={`xs ink3 ${classes.source}`}>
        {body !== '' && (
          <>
            {t('writtenIn', { language: languageName(language, staffLanguage) })}
            <span className="sep" />
          </>
        )}
        <time dateTime={sentAt} className="nowrap">
          {finnishShortDay(sentAt, staffLanguage)} {clockTime(sentAt, staffLanguage)}
        </time>
      </p>
    </div>
  )
}
