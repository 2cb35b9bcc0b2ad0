import type { CivilDate } from '@kase/shared/calendar/civil-date.ts'
import { daysBetween } from './civil-day.ts'
import { useTranslation } from 'react-i18next'
import { shortDay } from './calendar-format.ts'
import { useStaffLanguage } from './i18n.ts'

interface Arrival {
  readonly startsOn: CivilDate | null
  readonly familyArrivesOn: CivilDate | null
  readonly family: { readonly partners: number; readonly childAges: readonly number[] } | null
}

/** "Arrives in 5 weeks, family comes Sat 27 Feb", "Arrived 2 weeks ago with a child (9)". */
export function useArrivalText(): (arrival: Arrival, today: CivilDate) => string {
  const { t } = useTranslation('plans')
  const language = useStaffLanguage()

  const when = (startsOn: CivilDate | null, today: CivilDate): string => {
    if (startsOn === null) return t('dateUnknown')
    const days = daysBetween(today, startsOn)
    const distance = Math.abs(days)
    if (days === 0) return t('arrivesToday')
    const weeks = Math.round(distance / 7)
    if (days > 0) return distance < 7 ? t('arrivesDays', { count: distance }) : t('arrivesIn', { count: weeks })
    return distance < 7 ? t('arrivedDays', { count: distance }) : t('arrived', { count: weeks })
  }

  const withWhom = ({ startsOn, family, familyArrivesOn }: Arrival, today: CivilDate): string => {
    if (family === null) return ''
    const { partners, childAges } = family
    if (partners === 0 && childAges.length === 0) return t('alone')
    const comesLater = familyArrivesOn !== null && familyArrivesOn !== startsOn && familyArrivesOn >= today
    if (comesLater) return t('familyComes', { date: shortDay(familyArrivesOn, language) })
    if (childAges.length === 0) return t('withPartner')
    const people = { count: childAges.length, ages: childAges.join(', ') }
    return partners > 0 ? t('withPartnerAndChildren', people) : t('withChildren', people)
  }

  return (arrival, today) =>
    [when(arrival.startsOn, today), withWhom(arrival, today)].filter((part) => part !== '').join(', ')
}
