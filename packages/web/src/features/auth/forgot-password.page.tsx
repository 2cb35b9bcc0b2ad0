import { Button, TextInput } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ErrorSummary } from '../../components/error-summary.tsx'
import { askForReset } from '../../lib/auth.ts'
import { AuthCard } from './auth-card.tsx'
import classes from './auth-card.module.css'
import { useAuthForm } from './use-auth-form.ts'

/** Asks for a link by mail; says the same whether the address is known or not. */
export function ForgotPasswordPage() {
  const { t } = useTranslation('auth')
  const [sentTo, setSentTo] = useState<string>()
  const form = useAuthForm({ email: '' }, async ({ email }) => {
    const result = await askForReset(email.trim())
    if (!result.ok) return result
    setSentTo(email.trim())
    return result
  })
  const back = <Link to="/sign-in">{t('backToSignIn')}</Link>
  if (sentTo !== undefined)
    return (
      <AuthCard title={t('forgot.sent')} foot={back}>
        <output>{t('forgot.sentText', { email: sentTo })}</output>
      </AuthCard>
    )
  return (
    <AuthCard title={t('forgot.title')} lead={t('forgot.lead')} foot={back}>
      <form className={classes.form} onSubmit={form.submit} noValidate>
        <ErrorSummary message={form.message} />
        <TextInput {...form.field('email')} label={t('email')} type="email" autoComplete="username" />
        <Button type="submit" variant="filled" loading={form.isBusy}>
          {t('forgot.submit')}
        </Button>
      </form>
    </AuthCard>
  )
}
