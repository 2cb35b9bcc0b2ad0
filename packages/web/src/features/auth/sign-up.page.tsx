import { Button, PasswordInput, TextInput } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { ErrorSummary } from '../../components/error-summary.tsx'
import { signUp } from '../../lib/auth.ts'
import { AuthCard } from './auth-card.tsx'
import classes from './auth-card.module.css'
import { useAuthForm } from './use-auth-form.ts'

/** The person first; the company is asked for on the next page. */
export function SignUpPage() {
  const { t } = useTranslation('auth')
  const navigate = useNavigate()
  const queryClient = useQueryClient()
  const form = useAuthForm({ name: '', email: '', password: '' }, async ({ name, email, password }) => {
    const result = await signUp({ name: name.trim(), email: email.trim(), password })
    if (!result.ok) return result
    queryClient.clear()
    await navigate({ to: '/new-organisation' })
    return result
  })
  return (
    <AuthCard
      title={t('signUp.title')}
      lead={t('signUp.lead')}
      foot={
        <>
          {t('signUp.hasAccount')} <Link to="/sign-in">{t('signIn.submit')}</Link>
        </>
      }
    >
      <form className={classes.form} onSubmit={form.submit} noValidate>
        <ErrorSummary message={form.message} />
        <TextInput {...form.field('name')} label={t('name')} autoComplete="name" />
        <TextInput {...form.field('email')} label={t('email')} type="email" autoComplete="username" />
        <PasswordInput
          {...form.field('password')}
          label={t('password')}
          description={t('passwordHint')}
          autoComplete="new-password"
          visibilityToggleButtonProps={{ 'aria-label': t('showPassword') }}
        />
        <Button type="submit" variant="filled" loading={form.isBusy}>
          {t('signUp.submit')}
        </Button>
      </form>
    </AuthCard>
  )
}
