import { companions, type FamilyMember } from '@kase/shared/facts/facts.schema.ts'
import type { Language } from '@kase/shared/locales.ts'
import { ActionIcon, Button, NumberInput, Select, TextInput } from '@mantine/core'
import { IconPlus, IconShieldLock, IconX } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { fieldId } from '../../components/error-summary.tsx'
import { PersonAvatar } from '../../components/person-avatar.tsx'
import { useStaffLanguage } from '../../lib/i18n.ts'
import { languageOptions } from '../../lib/language.ts'
import { Choice } from './choice.tsx'
import { AnchorField, useDistanceFromArrival } from './date-fields.tsx'
import classes from './facts-form.module.css'
import type { FactsFields } from './facts-form.tsx'
import { emptyMember } from './facts-values.ts'

interface FamilyFieldsProps extends FactsFields {
  readonly languages: readonly Language[]
}

/** Who comes along, with or after the worker. */
export function FamilyFields({ form, languages }: FamilyFieldsProps) {
  const { t } = useTranslation(['form', 'facts'])
  const { values, change } = form
  const { family } = values
  const [first] = values.worker.languages
  const hint = useDistanceFromArrival(values.dates.arrival, values.dates['family-arrival'])
  const choose = (chosen: (typeof companions)[number]) =>
    change({
      companions: chosen,
      family: chosen === 'nobody' ? [] : family.length === 0 ? [emptyMember('partner', first)] : family,
      ...(chosen !== 'later' && { dates: { ...values.dates, 'family-arrival': undefined } }),
    })
  return (
    <fieldset className={classes.fieldset}>
      <legend>{t('family')}</legend>
      <div className="stack g4">
        <Choice
          label={t('companions')}
          value={values.companions}
          options={companions.map((value) => ({ value, label: t(`facts:companions.${value}`) }))}
          onChange={choose}
        />
        {values.companions !== 'nobody' && (
          <>
            <div>
              {family.map((member, index) => (
                // Rows have no identity of their own: their place is all that tells them apart.
                <MemberFields key={index} form={form} index={index} member={member} languages={languages} />
              ))}
              {family.length < 12 && (
                <Button
                  variant="subtle"
                  size="compact-md"
                  leftSection={<IconPlus size={16} aria-hidden />}
                  onClick={() => change({ family: [...family, emptyMember('child', first)] })}
                >
                  {t('addPerson')}
                </Button>
              )}
            </div>
            {values.companions === 'later' && (
              <div className={classes.two}>
                <AnchorField form={form} anchor="family-arrival" label={t('family-arrival')} description={hint} />
              </div>
            )}
            <p className={classes.privacy}>
              <IconShieldLock size={18} aria-hidden />
              {t('familyPrivacy')}
            </p>
          </>
        )}
      </div>
    </fieldset>
  )
}

interface MemberFieldsProps extends FamilyFieldsProps {
  readonly index: number
  readonly member: FamilyMember
}

function MemberFields({ form: { values, change, errors }, index, member, languages }: MemberFieldsProps) {
  const { t } = useTranslation(['form', 'facts'])
  const language = useStaffLanguage()
  const path = `family.${index}`
  const update = (changes: Partial<FamilyMember>) =>
    change({ family: values.family.map((other, place) => (place === index ? { ...other, ...changes } : other)) })
  const remove = () => {
    const family = values.family.filter((_, place) => place !== index)
    change({ family, ...(family.length === 0 && { companions: 'nobody' as const }) })
  }
  const called = member.name === '' ? t(`facts:role.${member.role}`) : member.name
  return (
    <fieldset
      className={`${classes.member} ${member.role === 'partner' ? classes.partner : ''}`}
      aria-label={t('person', { number: index + 1 })}
    >
      <PersonAvatar name={called} kind={member.role} />
      <Select
        aria-label={t('personRole')}
        data={(['partner', 'child'] as const).map((role) => ({ value: role, label: t(`facts:role.${role}`) }))}
        value={member.role}
        allowDeselect={false}
        onChange={(role) => update(role === 'child' ? { role } : { role: 'partner', age: undefined })}
      />
      <TextInput
        id={fieldId(`${path}.name`)}
        aria-label={t('personName')}
        placeholder={t('personName')}
        autoComplete="off"
        value={member.name}
        onChange={(event) => update({ name: event.currentTarget.value })}
        error={errors.get(`${path}.name`)}
      />
      {member.role === 'child' && (
        <NumberInput
          id={fieldId(`${path}.age`)}
          aria-label={t('personAge')}
          placeholder={t('personAge')}
          min={0}
          max={25}
          clampBehavior="strict"
          allowDecimal={false}
          hideControls
          suffix={` ${t('personAgeSuffix')}`}
          value={member.age ?? ''}
          onChange={(age) => update({ age: typeof age === 'number' ? age : undefined })}
          error={errors.get(`${path}.age`)}
        />
      )}
      <Select
        aria-label={t('personLanguage')}
        data={languageOptions(languages, language)}
        value={member.language}
        searchable
        allowDeselect={false}
        onChange={(tag) => {
          if (tag !== null) update({ language: tag as Language })
        }}
      />
      <ActionIcon aria-label={t('removePerson', { name: called })} onClick={remove}>
        <IconX size={18} aria-hidden />
      </ActionIcon>
    </fieldset>
  )
}
