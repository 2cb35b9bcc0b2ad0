import type { CivilDate } from '@kase/shared/calendar/civil-date.ts'
import { daysBetween, weekOf, weekdayOf } from '../../lib/civil-day.ts'
import { housings, type Anchor } from '@kase/shared/facts/facts.schema.ts'
import { Button, Collapse, Select } from '@mantine/core'
import { IconChevronDown } from '@tabler/icons-react'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { DateField } from '../../components/date-field.tsx'
import { fieldId } from '../../components/error-summary.tsx'
import { weekdayLong } from '../../lib/calendar-format.ts'
import { useStaffLanguage } from '../../lib/i18n.ts'
import { municipalityOptions } from '../../lib/municipality-options.ts'
import type { Outputs } from '../../lib/trpc.ts'
import { Pick } from './choice.tsx'
import classes from './facts-form.module.css'
import type { FactsFields } from './facts-form.tsx'

interface DatesAndHomeProps extends FactsFields {
  readonly municipalities: Outputs['catalogue']['options']['municipalities']
  readonly places: { readonly filled: number; readonly slots: number } | undefined
}

/** When they come and start, and where they will live. */
export function DatesAndHomeFields({ form, municipalities, places }: DatesAndHomeProps) {
  const { t } = useTranslation(['form', 'facts'])
  const language = useStaffLanguage()
  const { values, change, errors } = form
  const firstDayHint = useDistanceFromArrival(values.dates.arrival, values.dates['first-day'])
  const arrivalHint = useArrivalHint(values.dates.arrival)
  return (
    <fieldset className={classes.fieldset}>
      <legend>{t('dates')}</legend>
      <div className={classes.two}>
        <AnchorField form={form} anchor="arrival" label={t('arrival')} description={arrivalHint} />
        <AnchorField form={form} anchor="first-day" label={t('first-day')} description={firstDayHint} />
        <Select
          id={fieldId('municipality')}
          label={t('municipality')}
          data={municipalityOptions(municipalities, language)}
          searchable
          allowDeselect={false}
          value={values.municipality === '' ? null : values.municipality}
          onChange={(municipality) => change({ municipality: municipality ?? '' })}
          description={places && places.slots > 0 ? t('placesKnown', { ...places }) : undefined}
          error={errors.get('municipality')}
        />
        <Pick
          path="housing"
          label={t('housing')}
          value={values.housing}
          options={housings.map((value) => ({ value, label: t(`facts:housing.${value}`) }))}
          onChange={(housing) => change({ housing })}
          error={errors.get('housing')}
        />
        <MoreDates form={form} />
      </div>
    </fieldset>
  )
}

const rareAnchors = ['contract', 'permit-decision', 'move-in', 'permit-end'] as const

function MoreDates({ form }: FactsFields) {
  const { t } = useTranslation(['form', 'facts'])
  const [isOpen, setIsOpen] = useState(() => rareAnchors.some((anchor) => form.values.dates[anchor] !== undefined))
  const id = useId()
  return (
    <div className={classes.wide}>
      <Button
        variant="subtle"
        size="compact-sm"
        aria-expanded={isOpen}
        aria-controls={id}
        rightSection={<IconChevronDown size={16} aria-hidden />}
        onClick={() => setIsOpen(!isOpen)}
      >
        {t('moreDates')}
      </Button>
      <Collapse expanded={isOpen} id={id}>
        <div className={classes.two}>
          {rareAnchors.map((anchor) => (
            <AnchorField key={anchor} form={form} anchor={anchor} label={t(`facts:anchor.${anchor}`)} />
          ))}
        </div>
      </Collapse>
    </div>
  )
}

interface AnchorFieldProps extends FactsFields {
  readonly anchor: Anchor
  readonly label: string
  readonly description?: React.ReactNode
}

/** One of the days that due rules count from. */
export function AnchorField({ form: { values, change, errors }, anchor, label, description }: AnchorFieldProps) {
  return (
    <DateField
      id={fieldId(`dates.${anchor}`)}
      label={label}
      value={values.dates[anchor]}
      onChange={(date) => change({ dates: { ...values.dates, [anchor]: date } })}
      description={description}
      error={errors.get(`dates.${anchor}`)}
    />
  )
}

function useArrivalHint(arrival: CivilDate | undefined): React.ReactNode {
  const { t } = useTranslation(['form', 'common'])
  const language = useStaffLanguage()
  if (arrival === undefined) return undefined
  const week = t('common:weekOf', { week: weekOf(arrival) })
  if (weekdayOf(arrival) < 6) return <span className="upper-first">{week}</span>
  return (
    <span className="hol">
      {t('weekend', { weekday: weekdayLong(arrival, language) })} <span>{week}</span>
    </span>
  )
}

/** How long after the arrival a day comes, in words; a day before it is allowed and said. */
export function useDistanceFromArrival(arrival: CivilDate | undefined, date: CivilDate | undefined): React.ReactNode {
  const { t } = useTranslation('form')
  if (arrival === undefined || date === undefined) return undefined
  const days = daysBetween(arrival, date)
  if (days < 0) return <span className="soon">{t('beforeArrival')}</span>
  if (days === 0) return t('sameDay')
  return days % 7 === 0 ? t('weeksAfterArrival', { count: days / 7 }) : t('daysAfterArrival', { count: days })
}
