import { sectors, type Facts } from '@kase/shared/facts/facts.schema.ts'
import { updateOrganisationSchema, type UpdateOrganisation } from '@kase/shared/identity/organisation.schema.ts'
import { languages, staffLanguages, type StaffLanguage } from '@kase/shared/locales.ts'
import { Button, ColorInput, SegmentedControl, Select, Switch, TextInput } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { ErrorSummary, fieldId } from '../../components/error-summary.tsx'
import { useErrorText } from '../../lib/errors.ts'
import { useStaffLanguage } from '../../lib/i18n.ts'
import { municipalityOptions } from '../../lib/municipality-options.ts'
import { notify } from '../../lib/notify.ts'
import { useTRPC, type Outputs } from '../../lib/trpc.ts'
import { useForm, type Form } from '../../lib/use-form.ts'
import { useMyPlace } from '../../lib/my-place.ts'
import { LogoField } from './logo-field.tsx'
import classes from './settings.module.css'

type Organisation = Outputs['organisation']['get']
type Values = Required<Omit<UpdateOrganisation, 'language' | 'municipality' | 'sector'>> & {
  language: StaffLanguage
  municipality: string | undefined
  sector: Facts['sector'] | null
}
type SettingsFields = Form<Values, UpdateOrganisation>

/** The form behind the settings: saved as a whole, refused with the fields named. */
export function SettingsForm({ organisation }: { readonly organisation: Organisation }) {
  const { t } = useTranslation(['settings', 'common'])
  const trpc = useTRPC()
  const queryClient = useQueryClient()
  const errorText = useErrorText()
  const place = useMyPlace()
  const form = useForm(updateOrganisationSchema, valuesOf(organisation))
  const save = useMutation(
    trpc.organisation.update.mutationOptions({
      onSuccess: async (saved) => {
        queryClient.setQueryData(trpc.organisation.get.queryKey(), saved)
        form.replace(valuesOf(saved))
        await place?.refresh()
        await notify(t('saved'))
      },
      onError: form.refuse,
    }),
  )
  const isChanged = JSON.stringify(form.values) !== JSON.stringify(valuesOf(organisation))
  return (
    <form
      className="stack g6"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        const checked = form.check()
        if (checked) save.mutate(checked)
      }}
    >
      <ErrorSummary
        message={save.isError && form.errors.size === 0 ? errorText(save.error) : undefined}
        errors={form.errors}
        labelOf={(path) => t(path as 'name')}
      />
      {organisation.kind === 'advisor' ? (
        <AdvisorCard form={form} />
      ) : (
        <>
          <CompanyCard form={form} />
          <ContactCard form={form} />
          <LookCard form={form} />
        </>
      )}
      <div className={classes.foot}>
        <output className="sm ink3 grow">{isChanged ? t('unsaved') : ''}</output>
        <Button type="submit" variant="filled" loading={save.isPending} disabled={!isChanged}>
          {t('common:save')}
        </Button>
      </div>
    </form>
  )
}

function valuesOf(organisation: Organisation): Values {
  const { name, language, brandColour, contactName, contactPhone, contactEmail, usesStarter } = organisation
  return {
    name,
    language,
    municipality: organisation.municipality ?? undefined,
    sector: (organisation.sector ?? null) as Values['sector'],
    brandColour,
    contactName,
    contactPhone,
    contactEmail,
    usesStarter,
  }
}

/** What there is to say of an advisor: workers ask it through their page, not through a contact person. */
function AdvisorCard({ form }: { readonly form: SettingsFields }) {
  const { t } = useTranslation('settings')
  return (
    <section className="card" aria-labelledby="organisation">
      <div className="card-head card-head-sm">
        <h2 id="organisation">{t('organisation')}</h2>
      </div>
      <div className={classes.two}>
        <NameField form={form} />
        <LanguageField form={form} label={t('languageOfOrganisation')} hint={t('languageHintAdvisor')} />
      </div>
    </section>
  )
}

function NameField({ form: { values, change, errors } }: { readonly form: SettingsFields }) {
  const { t } = useTranslation('settings')
  return (
    <TextInput
      id={fieldId('name')}
      className={classes.wide}
      label={t('name')}
      value={values.name}
      onChange={(event) => change({ name: event.currentTarget.value })}
      error={errors.get('name')}
    />
  )
}

interface LanguageFieldProps {
  readonly form: SettingsFields
  readonly label: string
  readonly hint: string
}

function LanguageField({ form: { values, change }, label, hint }: LanguageFieldProps) {
  const id = useId()
  return (
    <div className={classes.wide}>
      <p className="sm med" id={id}>
        {label}
      </p>
      <SegmentedControl
        aria-labelledby={id}
        data={staffLanguages.map((tag) => ({ value: tag, label: languages[tag].nativeName }))}
        value={values.language}
        onChange={(tag) => change({ language: tag })}
      />
      <p className="xs ink3">{hint}</p>
    </div>
  )
}

function CompanyCard({ form }: { readonly form: SettingsFields }) {
  const { values, change, errors } = form
  const { t } = useTranslation(['settings', 'facts'])
  const trpc = useTRPC()
  const language = useStaffLanguage()
  const options = useQuery(trpc.catalogue.options.queryOptions())
  return (
    <section className="card" aria-labelledby="company">
      <div className="card-head card-head-sm">
        <h2 id="company">{t('company')}</h2>
      </div>
      <div className={classes.two}>
        <NameField form={form} />
        <Select
          id={fieldId('municipality')}
          label={t('municipality')}
          data={municipalityOptions(options.data?.municipalities ?? [], language)}
          searchable
          allowDeselect={false}
          value={values.municipality ?? null}
          onChange={(municipality) => change({ municipality: municipality ?? undefined })}
          error={errors.get('municipality')}
        />
        <Select
          id={fieldId('sector')}
          label={t('sector')}
          data={sectors.map((sector) => ({ value: sector, label: t(`facts:sector.${sector}`) }))}
          value={values.sector}
          onChange={(sector) => change({ sector })}
          error={errors.get('sector')}
        />
        <LanguageField form={form} label={t('language')} hint={t('languageHint')} />
        <Switch
          className={classes.wide}
          label={t('usesStarter')}
          checked={values.usesStarter}
          onChange={(event) => change({ usesStarter: event.currentTarget.checked })}
        />
      </div>
    </section>
  )
}

const contactFields = ['contactName', 'contactPhone', 'contactEmail'] as const

function ContactCard({ form: { values, change, errors } }: { readonly form: SettingsFields }) {
  const { t } = useTranslation('settings')
  return (
    <section className="card" aria-labelledby="contact">
      <div className="card-head card-head-sm">
        <h2 id="contact">{t('contact')}</h2>
        <span className="sm ink3">{t('contactLead')}</span>
      </div>
      <div className={classes.two}>
        {contactFields.map((field) => (
          <TextInput
            key={field}
            id={fieldId(field)}
            className={field === 'contactName' ? classes.wide : undefined}
            label={t(field)}
            type={field === 'contactEmail' ? 'email' : field === 'contactPhone' ? 'tel' : 'text'}
            value={values[field] ?? ''}
            onChange={(event) =>
              change({ [field]: event.currentTarget.value === '' ? null : event.currentTarget.value })
            }
            error={errors.get(field)}
          />
        ))}
      </div>
    </section>
  )
}

const swatches = ['#005660', '#1c5d99', '#2f6b3c', '#8a4b16', '#7a2e3a', '#5d4380', '#3e504e']

function LookCard({ form: { values, change, errors } }: { readonly form: SettingsFields }) {
  const { t } = useTranslation('settings')
  return (
    <section className="card" aria-labelledby="look">
      <div className="card-head card-head-sm">
        <h2 id="look">{t('look')}</h2>
      </div>
      <div className={classes.two}>
        <LogoField />
        <ColorInput
          id={fieldId('brandColour')}
          label={t('colour')}
          description={t('colourHint')}
          placeholder={t('noColour')}
          swatches={swatches}
          format="hex"
          withEyeDropper={false}
          value={values.brandColour ?? ''}
          onChange={(colour) => change({ brandColour: colour === '' ? null : colour })}
          error={errors.get('brandColour')}
        />
      </div>
    </section>
  )
}
