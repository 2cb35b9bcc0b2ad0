import { citizenships, permits, stays } from '@kase/shared/facts/facts.schema.ts'
import type { Language } from '@kase/shared/locales.ts'
import { MultiSelect, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { fieldId } from '../../components/error-summary.tsx'
import { languageOptions } from '../../lib/language.ts'
import { useStaffLanguage } from '../../lib/i18n.ts'
import { Choice, Pick } from './choice.tsx'
import classes from './facts-form.module.css'
import type { FactsFields } from './facts-form.tsx'

/** Who the worker is, and which languages they read. */
export function WorkerFields({
  form: { values, change, errors },
  languages,
}: FactsFields & { readonly languages: readonly Language[] }) {
  const { t } = useTranslation('form')
  const language = useStaffLanguage()
  const { worker } = values
  return (
    <fieldset className={classes.fieldset}>
      <legend>{t('worker')}</legend>
      <div className={classes.two}>
        <TextInput
          id={fieldId('worker.name')}
          label={t('name')}
          description={t('nameHint')}
          autoComplete="off"
          value={worker.name}
          onChange={(event) => change({ worker: { ...worker, name: event.currentTarget.value } })}
          error={errors.get('worker.name')}
        />
        <TextInput
          id={fieldId('worker.job')}
          label={t('job')}
          autoComplete="off"
          value={worker.job ?? ''}
          onChange={(event) => change({ worker: { ...worker, job: event.currentTarget.value || undefined } })}
          error={errors.get('worker.job')}
        />
        <MultiSelect
          id={fieldId('worker.languages')}
          className={classes.wide}
          label={t('languages')}
          description={t('languagesHint')}
          placeholder={worker.languages.length === 0 ? t('languagesPlaceholder') : ''}
          data={languageOptions(languages, language)}
          value={worker.languages}
          onChange={(chosen) => change({ worker: { ...worker, languages: chosen as Language[] } })}
          searchable
          hidePickedOptions
          maxValues={5}
          error={errors.get('worker.languages')}
        />
      </div>
    </fieldset>
  )
}

/** Citizenship, permit and length of stay: what the authorities' rules hang on. */
export function RightFields({ form: { values, change, errors } }: FactsFields) {
  const { t } = useTranslation(['form', 'facts'])
  return (
    <fieldset className={classes.fieldset}>
      <legend>{t('right')}</legend>
      <div className={classes.two}>
        <Choice
          className={classes.wide}
          isFullWidth
          label={t('citizenship')}
          value={values.citizenship}
          options={citizenships.map((value) => ({ value, label: t(`facts:citizenship.${value}`) }))}
          onChange={(citizenship) => change({ citizenship })}
        />
        <Pick
          path="permit"
          label={t('permit')}
          description={t('permitHint')}
          value={values.permit}
          options={permits.map((value) => ({ value, label: t(`facts:permit.${value}`) }))}
          onChange={(permit) => change({ permit })}
          error={errors.get('permit')}
        />
        <Pick
          path="stay"
          label={t('stay')}
          value={values.stay}
          options={stays.map((value) => ({ value, label: t(`facts:stay.${value}`) }))}
          onChange={(stay) => change({ stay })}
          error={errors.get('stay')}
        />
      </div>
    </fieldset>
  )
}
