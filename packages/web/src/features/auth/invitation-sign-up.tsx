import { Button, PasswordInput, TextInput } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { ErrorSummary } from '../../components/error-summary.tsx'
import { signUp } from '../../lib/auth.ts'
import { useErrorText } from '../../lib/errors.ts'
import classes from './auth-card.module.css'
import { useAccept } from './use-accept.ts'
import { useAuthForm } from './use-auth-form.ts'

interface InvitationSignUpProps {
  readonly token: string
  readonly organisation: string
}

/** For somebody new: makes the account and joins in one go. */
export function InvitationSignUp({ token, organisation }: InvitationSignUpProps) {
  const { t } = useTranslation('auth')
  const errorText = useErrorText()
  const accept = useAccept(organisation)
  const form = useAuthForm({ name: '', email: '', password: '' }, async ({ name, email, password }) => {
    const result = await signUp({ name: name.trim(), email: email.trim(), password })
    if (result.ok) await accept.mutateAsync({ token }).catch(() => undefined)
    return result
  })
  return (
    <form className={classes.form} onSubmit={form.submit} noValidate>
      <ErrorSummary message={accept.isError ? errorText(accept.error) : form.message} />
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
        {t('invitation.asNew')}
      </Button>
      <Link to="/sign-in" search={{ to: `/invitation/${token}` }} className="sm">
        {t('invitation.asKnown')}
      </Link>
    </form>
  )
}
