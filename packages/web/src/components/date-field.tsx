import 'dayjs/locale/fi'
import 'dayjs/locale/sv'
import 'dayjs/locale/en-gb'
import '@mantine/dates/styles.layer.css'
import { DateInput } from '@mantine/dates'
import type { CivilDate } from '@kase/shared/calendar/civil-date.ts'
import { IconCalendar } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { shortDay } from '../lib/calendar-format.ts'
import { useStaffLanguage } from '../lib/i18n.ts'
import { parseTypedDate } from '../lib/typed-date.ts'

interface DateFieldProps {
  readonly id?: string
  readonly label: ReactNode
  readonly value: CivilDate | undefined
  readonly onChange: (date: CivilDate | undefined) => void
  readonly description?: ReactNode
  readonly error?: ReactNode
  readonly isClearable?: boolean
  readonly size?: 'xs' | 'sm'
}

const dayjsLocale = { fi: 'fi', sv: 'sv', en: 'en-gb' } as const

/** A day: typed as people write it (28.12.2026, 28.12., 2026-12-28) or chosen in the calendar; shown weekday first. */
export function DateField({
  id,
  label,
  value,
  onChange,
  description,
  error,
  isClearable = true,
  size = 'sm',
}: DateFieldProps) {
  const { t } = useTranslation(['form', 'common'])
  const language = useStaffLanguage()
  return (
    <DateInput
      {...(id !== undefined && { id })}
      label={label}
      value={value ?? null}
      onChange={(date) => onChange(date ?? undefined)}
      valueFormat={(date) => shortDay(date, language, true)}
      dateParser={(text) => parseTypedDate(text, new Date()) ?? null}
      placeholder={t('datePlaceholder')}
      description={description}
      error={error}
      size={size}
      locale={dayjsLocale[language]}
      firstDayOfWeek={1}
      weekendDays={[0]}
      withWeekNumbers
      clearable={isClearable}
      clearButtonProps={{ 'aria-label': t('common:remove'), tabIndex: -1 }}
      leftSection={<IconCalendar size={18} stroke={1.75} aria-hidden />}
      popoverProps={{ withinPortal: false }}
      ariaLabels={{
        previousMonth: t('common:calendar.previousMonth'),
        nextMonth: t('common:calendar.nextMonth'),
        monthLevelControl: t('common:calendar.chooseMonth'),
      }}
      autoComplete="off"
    />
  )
}
