import { useTranslation } from 'react-i18next'
import { shortDay } from '../../lib/calendar-format.ts'
import { useStaffLanguage } from '../../lib/i18n.ts'
import { municipalityName } from '../../lib/municipality-options.ts'
import type { Outputs } from '../../lib/trpc.ts'
import { useToday } from '../../lib/use-today.ts'
import type { AnnouncementValues } from './announcement-values.ts'

interface WillHappenProps {
  readonly values: AnnouncementValues
  /** Those to choose from; undefined when it is shown in all. */
  readonly municipalities: Outputs['announcement']['area']['municipalities'] | undefined
}

/** Where and how long the announcement will stand, in a sentence, as long as it is being written. */
export function WillHappen({ values, municipalities }: WillHappenProps) {
  const { t } = useTranslation('announcements')
  const language = useStaffLanguage()
  const today = useToday()
  const { firstDay, lastDay, sourceLanguage, texts } = values
  const chosen = municipalities?.filter(({ key }) => values.municipalities.includes(key))
  const place = chosen ? chosen.map((each) => municipalityName(each, language)).join(', ') : t('wholeRegion')
  const isReady = lastDay !== undefined && place !== '' && (texts[sourceLanguage]?.title ?? '').trim() !== ''
  const says = () => {
    if (!isReady) return t('willNot')
    const to = shortDay(lastDay, language, true)
    if (firstDay === undefined || firstDay <= today) return t('willNow', { place, to })
    return t('willLater', { place, to, from: shortDay(firstDay, language) })
  }
  return <output className="sm ink2 grow">{says()}</output>
}
