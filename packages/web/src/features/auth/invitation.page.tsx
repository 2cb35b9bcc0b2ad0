import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { ErrorSummary } from '../../components/error-summary.tsx'
import { codeOf, useErrorText } from '../../lib/errors.ts'
import { useTRPC } from '../../lib/trpc.ts'
import { AuthCard } from './auth-card.tsx'
import { InvitationSignUp } from './invitation-sign-up.tsx'
import classes from './auth-card.module.css'
import { useAccept } from './use-accept.ts'

const route = getRouteApi('/invitation/$token')

/** Where the link of an invitation leads: sign up or sign in, then join. */
export function InvitationPage() {
  const { t } = useTranslation(['auth', 'common'])
  const { token } = route.useParams()
  const trpc = useTRPC()
  const errorText = useErrorText()
  const preview = useQuery(trpc.invitation.preview.queryOptions({ token }))
  const me = useQuery(trpc.session.me.queryOptions())
  if (preview.isError)
    return (
      <AuthCard title={t('invitation.invalid')} foot={<Link to="/">{t('backToSignIn')}</Link>}>
        <p>{errorText(preview.error)}</p>
        {codeOf(preview.error) === 'offline' && (
          <Button mt="md" onClick={() => void preview.refetch()}>
            {t('common:tryAgain')}
          </Button>
        )}
      </AuthCard>
    )
  if (!preview.isSuccess || !me.isSuccess) return null
  const { organisationName, role, maskedEmail } = preview.data
  return (
    <AuthCard
      title={t('invitation.title', { organisation: organisationName })}
      lead={`${t('invitation.lead', { role: t(`common:roles.${role}`) })} ${maskedEmail}`}
    >
      {me.data === null ? (
        <InvitationSignUp token={token} organisation={organisationName} />
      ) : (
        <Join token={token} organisation={organisationName} email={me.data.person.email} />
      )}
    </AuthCard>
  )
}

interface JoinProps {
  readonly token: string
  readonly organisation: string
  readonly email: string
}

function Join({ token, organisation, email }: JoinProps) {
  const { t } = useTranslation('auth')
  const errorText = useErrorText()
  const accept = useAccept(organisation)
  return (
    <div className={classes.form}>
      <ErrorSummary message={accept.isError ? errorText(accept.error) : undefined} />
      <p className="sm">{t('invitation.signedInAs', { email })}</p>
      <Button variant="filled" loading={accept.isPending} onClick={() => accept.mutate({ token })}>
        {t('invitation.accept')}
      </Button>
      <Link to="/sign-in" search={{ to: `/invitation/${token}` }} className="sm">
        {t('invitation.otherAccount')}
      </Link>
    </div>
  )
}
