import { createOrganisationSchema } from '@kase/shared/identity/organisation.schema.ts'
import { sectors } from '@kase/shared/facts/facts.schema.ts'
import { Button, Select, TextInput } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Navigate, useNavigate } from '@tanstack/react-router'
import type { FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { ErrorSummary, fieldId } from '../../components/error-summary.tsx'
import { LoadError } from '../../components/state-card.tsx'
import { useErrorText } from '../../lib/errors.ts'
import { useStaffLanguage } from '../../lib/i18n.ts'
import { municipalityOptions } from '../../lib/municipality-options.ts'
import { notify } from '../../lib/notify.ts'
import { useTRPC } from '../../lib/trpc.ts'
import { useForm } from '../../lib/use-form.ts'
import { AuthCard } from './auth-card.tsx'
import classes from './auth-card.module.css'

/** Founds an employer organisation; the person becomes its owner. */
export function NewOrganisationPage() {
  const { t } = useTranslation(['auth', 'facts'])
  const language = useStaffLanguage()
  const trpc = useTRPC()
  const queryClient = useQueryClient()
  const navigate = useNavigate()
  const errorText = useErrorText()
  const options = useQuery(trpc.catalogue.options.queryOptions())
  const me = useQuery(trpc.session.me.queryOptions())
  const form = useForm(createOrganisationSchema, {
    name: '',
    municipality: '',
    sector: undefined as string | undefined,
    language,
  })
  const create = useMutation(
    trpc.organisation.create.mutationOptions({
      onSuccess: async (organisation) => {
        await queryClient.invalidateQueries({ queryKey: trpc.session.me.queryKey() })
        await navigate({ to: '/o/$organisation', params: { organisation: organisation.slug } })
        await notify(t('newOrganisation.done', { name: organisation.name }))
      },
      onError: form.refuse,
    }),
  )
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const checked = form.check()
    if (checked) create.mutate(checked)
  }
  if (me.data === null) return <Navigate to="/sign-in" search={{ to: '/new-organisation' }} replace />
  if (options.isError) return <LoadError error={options.error} onRetry={() => void options.refetch()} />
  const { values, errors, change } = form
  return (
    <AuthCard title={t('newOrganisation.title')} lead={t('newOrganisation.lead')}>
      <form className={classes.form} onSubmit={submit} noValidate>
        <ErrorSummary message={create.isError && errors.size === 0 ? errorText(create.error) : undefined} />
        <TextInput
          id={fieldId('name')}
          label={t('organisationName')}
          autoComplete="organization"
          value={values.name}
          onChange={(event) => change({ name: event.currentTarget.value })}
          error={errors.get('name')}
        />
        <Select
          id={fieldId('municipality')}
          label={t('municipality')}
          placeholder={t('municipalityPlaceholder')}
          data={municipalityOptions(options.data?.municipalities ?? [], language)}
          searchable
          value={values.municipality === '' ? null : values.municipality}
          onChange={(municipality) => change({ municipality: municipality ?? '' })}
          error={errors.get('municipality')}
        />
        <Select
          id={fieldId('sector')}
          label={t('sector')}
          placeholder={t('municipalityPlaceholder')}
          data={sectors.map((sector) => ({ value: sector, label: t(`facts:sector.${sector}`) }))}
          value={values.sector ?? null}
          onChange={(sector) => change({ sector: sector ?? undefined })}
          error={errors.get('sector')}
        />
        <Button type="submit" variant="filled" loading={create.isPending}>
          {t('newOrganisation.submit')}
        </Button>
      </form>
    </AuthCard>
  )
}
