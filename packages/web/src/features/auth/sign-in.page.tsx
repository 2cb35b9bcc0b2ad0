import { Button, PasswordInput, TextInput } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { getRouteApi, Link, useNavigate, useRouter } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { ErrorSummary } from '../../components/error-summary.tsx'
import { signIn } from '../../lib/auth.ts'
import { AuthCard } from './auth-card.tsx'
import classes from './auth-card.module.css'
import { useAuthForm } from './use-auth-form.ts'

const route = getRouteApi('/sign-in')

/** E-mail and password; afterwards the page that somebody wanted to open, or the first organisation. */
export function SignInPage() {
  const { t } = useTranslation('auth')
  const { to } = route.useSearch()
  const navigate = useNavigate()
  const router = useRouter()
  const queryClient = useQueryClient()
  const form = useAuthForm({ email: '', password: '' }, async ({ email, password }) => {
    const result = await signIn(email.trim(), password)
    if (!result.ok) return result
    queryClient.clear()
    if (to === undefined) await navigate({ to: '/' })
    else router.history.push(to)
    return result
  })
  return (
    <AuthCard
      title={t('signIn.title')}
      withPitch
      foot={
        <>
          {t('signIn.noAccount')} <Link to="/sign-up">{t('signIn.toSignUp')}</Link>
        </>
      }
    >
      <form className={classes.form} onSubmit={form.submit} noValidate>
        <ErrorSummary message={form.message} />
        <TextInput {...form.field('email')} label={t('email')} type="email" autoComplete="username" />
        <PasswordInput
          {...form.field('password')}
          label={t('password')}
          autoComplete="current-password"
          visibilityToggleButtonProps={{ 'aria-label': t('showPassword') }}
        />
        <Button type="submit" variant="filled" loading={form.isBusy}>
          {t('signIn.submit')}
        </Button>
        <Link to="/forgot-password" className="sm">
          {t('signIn.forgot')}
        </Link>
      </form>
    </AuthCard>
  )
}
