import { Button } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { ConfirmButton } from '../../components/confirm-button.tsx'
import { SkeletonRows } from '../../components/skeleton-rows.tsx'
import { PartError } from '../../components/state-card.tsx'
import { finnishShortDay } from '../../lib/calendar-format.ts'
import { useErrorText } from '../../lib/errors.ts'
import { useStaffLanguage } from '../../lib/i18n.ts'
import { notify } from '../../lib/notify.ts'
import { useTRPC, type Outputs } from '../../lib/trpc.ts'
import classes from './members.module.css'

type Invitation = Outputs['invitation']['list'][number]

/** Invitations that nobody has accepted yet: send one again, or take it back. */
export function PendingInvitations({ mayManage }: { readonly mayManage: boolean }) {
  const { t } = useTranslation('members')
  const trpc = useTRPC()
  const invitations = useQuery(trpc.invitation.list.queryOptions())
  return (
    <section className="card" aria-labelledby="pending">
      <div className="card-head card-head-sm">
        <h2 id="pending">{t('pending')}</h2>
      </div>
      {invitations.isPending && <SkeletonRows rows={1} />}
      {invitations.isError && <PartError onRetry={() => void invitations.refetch()} />}
      {invitations.isSuccess && invitations.data.length === 0 && (
        <p className="card-body sm ink3">{t('pendingEmpty')}</p>
      )}
      {invitations.isSuccess && (
        <ul className="rows">
          {invitations.data.map((invitation) => (
            <InvitationRow key={invitation.id} invitation={invitation} mayManage={mayManage} />
          ))}
        </ul>
      )}
    </section>
  )
}

function InvitationRow({ invitation, mayManage }: { readonly invitation: Invitation; readonly mayManage: boolean }) {
  const { t } = useTranslation(['members', 'common'])
  const language = useStaffLanguage()
  const trpc = useTRPC()
  const queryClient = useQueryClient()
  const errorText = useErrorText()
  const { id, email } = invitation
  const after = {
    onError: (error: unknown) => void notify(errorText(error), 'refused'),
    onSettled: () => queryClient.invalidateQueries({ queryKey: trpc.invitation.list.queryKey() }),
  }
  const resend = useMutation(
    trpc.invitation.resend.mutationOptions({ ...after, onSuccess: () => notify(t('resent', { email })) }),
  )
  const revoke = useMutation(
    trpc.invitation.revoke.mutationOptions({ ...after, onSuccess: () => notify(t('revoked', { email })) }),
  )
  const date = finnishShortDay(invitation.expiresAt, language)
  return (
    <li className={classes.invitation}>
      <div className="grow">
        <p className="sm semi anywhere">{email}</p>
        <p className="xs ink3">
          {t(`common:roles.${invitation.role}`)}
          <span className="sep" />
          <span className={invitation.isExpired ? 'late' : undefined}>
            {invitation.isExpired ? t('expired', { date }) : t('expires', { date })}
          </span>
        </p>
      </div>
      {mayManage && (
        <div className="row">
          <Button size="compact-sm" variant="subtle" loading={resend.isPending} onClick={() => resend.mutate({ id })}>
            {t('resend')}
          </Button>
          <ConfirmButton
            label={t('revoke')}
            title={t('revokeTitle')}
            text={t('revokeText', { email })}
            isBusy={revoke.isPending}
            button={{ size: 'compact-sm', color: 'red', variant: 'subtle' }}
            onConfirm={() => revoke.mutate({ id })}
          />
        </div>
      )}
    </li>
  )
}
