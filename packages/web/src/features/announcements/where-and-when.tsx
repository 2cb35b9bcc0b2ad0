import { Checkbox, SegmentedControl } from '@mantine/core'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { DateField } from '../../components/date-field.tsx'
import { fieldId } from '../../components/error-summary.tsx'
import { useStaffLanguage } from '../../lib/i18n.ts'
import { municipalityName } from '../../lib/municipality-options.ts'
import type { Outputs } from '../../lib/trpc.ts'
import type { AnnouncementForm } from './announcement-values.ts'
import classes from './announcements.module.css'

interface WhereAndWhenProps {
  readonly form: AnnouncementForm
  readonly municipalities: Outputs['announcement']['area']['municipalities']
  readonly isEverywhere: boolean
  readonly error: string | undefined
  readonly onEverywhere: (isEverywhere: boolean) => void
}

/** In which municipalities it is shown, and on which days. */
export function WhereAndWhen({ form, municipalities, isEverywhere, error, onEverywhere }: WhereAndWhenProps) {
  const { t } = useTranslation('announcements')
  const language = useStaffLanguage()
  const areaLabel = useId()
  const { values, change, errors } = form
  return (
    <section className="card" aria-labelledby="where-and-when">
      <div className="card-head card-head-sm">
        <h2 id="where-and-when">{t('where')}</h2>
      </div>
      <div className={classes.fields}>
        <div>
          <p className="sm med" id={areaLabel}>
            {t('area')}
          </p>
          <SegmentedControl
            aria-labelledby={areaLabel}
            data={[
              { value: 'all', label: t('areaAll') },
              { value: 'some', label: t('areaSome') },
            ]}
            value={isEverywhere ? 'all' : 'some'}
            onChange={(chosen) => onEverywhere(chosen === 'all')}
          />
        </div>
        {!isEverywhere && (
          <Checkbox.Group
            label={t('municipalities')}
            error={error}
            value={[...values.municipalities]}
            onChange={(chosen) => change({ municipalities: chosen })}
          >
            <div className={classes.places} id={fieldId('municipalities')} tabIndex={-1}>
              {municipalities.map((each) => (
                <Checkbox key={each.key} value={each.key} label={municipalityName(each, language)} />
              ))}
            </div>
          </Checkbox.Group>
        )}
        <div className={classes.two}>
          <DateField
            id={fieldId('firstDay')}
            label={t('firstDay')}
            description={t('firstDayHint')}
            value={values.firstDay}
            onChange={(firstDay) => change({ firstDay })}
            error={errors.get('firstDay')}
          />
          <DateField
            id={fieldId('lastDay')}
            label={t('lastDay')}
            value={values.lastDay}
            onChange={(lastDay) => change({ lastDay })}
            error={errors.get('lastDay')}
          />
        </div>
      </div>
    </section>
  )
}
