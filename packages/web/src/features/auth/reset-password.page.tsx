import { Button, PasswordInput } from '@mantine/core'
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { ErrorSummary } from '../../components/error-summary.tsx'
import { resetPassword } from '../../lib/auth.ts'
import { notify } from '../../lib/notify.ts'
import { AuthCard } from './auth-card.tsx'
import classes from './auth-card.module.css'
import { useAuthForm } from './use-auth-form.ts'

const route = getRouteApi('/reset-password')

/** Where the link of the reset mail leads. */
export function ResetPasswordPage() {
  const { t } = useTranslation('auth')
  const { token } = route.useSearch()
  const navigate = useNavigate()
  const form = useAuthForm({ password: '' }, async ({ password }) => {
    const result = await resetPassword(token ?? '', password)
    if (!result.ok) return result
    await navigate({ to: '/sign-in' })
    await notify(t('reset.done'))
    return result
  })
  if (token === undefined)
    return (
      <AuthCard title={t('reset.title')} foot={<Link to="/forgot-password">{t('forgot.submit')}</Link>}>
        <p>{t('reset.noToken')}</p>
      </AuthCard>
    )
  return (
    <AuthCard title={t('reset.title')} foot={<Link to="/sign-in">{t('backToSignIn')}</Link>}>
      <form className={classes.form} onSubmit={form.submit} noValidate>
        <ErrorSummary message={form.message} />
        <PasswordInput
          {...form.field('password')}
          label={t('newPassword')}
          description={t('passwordHint')}
          autoComplete="new-password"
          visibilityToggleButtonProps={{ 'aria-label': t('showPassword') }}
        />
        <Button type="submit" variant="filled" loading={form.isBusy}>
          {t('reset.submit')}
        </Button>
      </form>
    </AuthCard>
  )
}
