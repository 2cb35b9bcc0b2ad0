import { emailSchema } from '@kase/shared/text/text.schema.ts'
import { Button, TextInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState, type FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { useErrorText } from '../../lib/errors.ts'
import { notify } from '../../lib/notify.ts'
import { useTRPC, type Outputs } from '../../lib/trpc.ts'
import { useRefreshPlans } from '../../lib/use-refresh-plans.ts'
import classes from './launch.module.css'

interface EmailChoiceProps {
  readonly plan: Outputs['plan']['get']
  readonly name: string
}

/** The worker's address, asked for where it is missing; it is one of the facts. */
export function EmailChoice({ plan, name }: EmailChoiceProps) {
  const { t } = useTranslation(['launch', 'auth', 'errors', 'common'])
  const trpc = useTRPC()
  const errorText = useErrorText()
  const refreshPlans = useRefreshPlans()
  const [email, setEmail] = useState('')
  const [problem, setProblem] = useState<string>()
  const update = useMutation(
    trpc.plan.updateFacts.mutationOptions({
      onSuccess: () => notify(t('saved')),
      onError: (error) => void notify(errorText(error), 'refused'),
      onSettled: refreshPlans,
    }),
  )
  const { facts, id: planId, revision } = plan
  if (facts === null) return null
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const checked = emailSchema.safeParse(email)
    setProblem(checked.success ? undefined : t('errors:field.email'))
    if (checked.success)
      update.mutate({ planId, revision, facts: { ...facts, worker: { ...facts.worker, email: checked.data } } })
  }
  return (
    <form className="row row-top" onSubmit={submit} noValidate>
      <TextInput
        type="email"
        className={classes.email}
        aria-label={t('email', { name })}
        placeholder={t('auth:email')}
        value={email}
        onChange={(event) => setEmail(event.currentTarget.value)}
        error={problem}
      />
      <Button type="submit" loading={update.isPending}>
        {t('common:save')}
      </Button>
    </form>
  )
}
