import { inviteSchema } from '@kase/shared/identity/member.schema.ts'
import { rolesOf, type OrganisationKind, type Role } from '@kase/shared/identity/role.policy.ts'
import { Button, Select, TextInput } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { ErrorSummary, fieldId } from '../../components/error-summary.tsx'
import { useErrorText } from '../../lib/errors.ts'
import { notify } from '../../lib/notify.ts'
import { useTRPC } from '../../lib/trpc.ts'
import { useForm } from '../../lib/use-form.ts'
import { useMyPlace } from '../../lib/my-place.ts'
import classes from './members.module.css'

const usualRole: Record<OrganisationKind, Role> = { employer: 'hr', advisor: 'editor' }

/** Invites an address with a role; the link travels by mail. */
export function InviteCard() {
  const { t } = useTranslation(['members', 'common'])
  const trpc = useTRPC()
  const queryClient = useQueryClient()
  const errorText = useErrorText()
  const kind = useMyPlace()?.kind ?? 'employer'
  const usual = usualRole[kind]
  const form = useForm(inviteSchema, { email: '', role: usual })
  const invite = useMutation(
    trpc.invitation.create.mutationOptions({
      onSuccess: async (_created, { email }) => {
        form.replace({ email: '', role: usual })
        await notify(t('invited', { email }))
      },
      onError: form.refuse,
      onSettled: () => queryClient.invalidateQueries({ queryKey: trpc.invitation.list.queryKey() }),
    }),
  )
  const { values, errors, change } = form
  return (
    <section className="card" aria-labelledby="invite">
      <div className="card-head card-head-sm">
        <h2 id="invite">{t('invite')}</h2>
      </div>
      <form
        className={classes.form}
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          const checked = form.check()
          if (checked) invite.mutate(checked)
        }}
      >
        <ErrorSummary message={invite.isError && errors.size === 0 ? errorText(invite.error) : undefined} />
        <TextInput
          id={fieldId('email')}
          type="email"
          label={t('inviteEmail')}
          value={values.email}
          onChange={(event) => change({ email: event.currentTarget.value })}
          error={errors.get('email')}
        />
        <Select
          id={fieldId('role')}
          label={t('inviteRole')}
          description={t(`roleHelp.${values.role}`)}
          data={rolesOf[kind].map((role) => ({ value: role, label: t(`common:roles.${role}`) }))}
          value={values.role}
          allowDeselect={false}
          onChange={(role) => {
            if (role !== null) change({ role })
          }}
        />
        <Button type="submit" variant="filled" loading={invite.isPending}>
          {t('inviteSubmit')}
        </Button>
      </form>
    </section>
  )
}
