import { can } from '@kase/shared/identity/role.policy.ts'
import { Button } from '@mantine/core'
import { IconClock, IconMailCheck, IconMailX } from '@tabler/icons-react'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { PartError } from '../../components/state-card.tsx'
import { finnishShortDay } from '../../lib/calendar-format.ts'
import { useErrorText } from '../../lib/errors.ts'
import { useStaffLanguage } from '../../lib/i18n.ts'
import { useMyPlace } from '../../lib/my-place.ts'
import { notify } from '../../lib/notify.ts'
import { useTRPC, type Outputs } from '../../lib/trpc.ts'
import classes from './plan.module.css'

type Mail = Outputs['mail']['list'][number]

const pictures = { queued: IconClock, sent: IconMailCheck, failed: IconMailX }

/** What became of the mail of this plan; a message that did not get through can be sent again. */
export function PlanMail({ planId }: { readonly planId: string }) {
  const { t } = useTranslation('plan')
  const trpc = useTRPC()
  const mail = useQuery({
    ...trpc.mail.list.queryOptions({ planId }),
    refetchInterval: (query) => (query.state.data?.some(({ state }) => state === 'queued') ? 5000 : false),
  })
  return (
    <section className={classes.quiet} aria-labelledby="mail">
      <h3 id="mail">{t('mail.title')}</h3>
      {mail.isError && <PartError onRetry={() => void mail.refetch()} />}
      {mail.isSuccess && mail.data.length === 0 && <p className="xs ink3">{t('mail.empty')}</p>}
      <ul>
        {mail.data?.slice(0, 6).map((message) => (
          <MailLine key={message.id} message={message} />
        ))}
      </ul>
    </section>
  )
}

function MailLine({ message }: { readonly message: Mail }) {
  const { t } = useTranslation('plan')
  const language = useStaffLanguage()
  const trpc = useTRPC()
  const queryClient = useQueryClient()
  const errorText = useErrorText()
  const place = useMyPlace()
  const { id, to, state, problem } = message
  const retry = useMutation(
    trpc.mail.retry.mutationOptions({
      onSuccess: () => notify(t('mail.retried', { to })),
      onError: (error) => void notify(errorText(error), 'refused'),
      onSettled: () => queryClient.invalidateQueries({ queryKey: trpc.mail.pathKey() }),
    }),
  )
  const Picture = pictures[state]
  return (
    <li className={classes.event}>
      <Picture size={16} color={state === 'failed' ? 'var(--kw-red-fg)' : undefined} aria-hidden />
      <div>
        <p className={state === 'failed' ? 'late' : undefined}>{t(`mail.${state}`, { to })}</p>
        {problem !== null && <p>{t(`mail.problem.${problem}`)}</p>}
        <p>{finnishShortDay(message.settledAt ?? message.createdAt, language)}</p>
        {state === 'failed' && place !== undefined && can(place.role, 'mail.retry') && (
          <Button size="compact-xs" loading={retry.isPending} onClick={() => retry.mutate({ id })}>
            {t('mail.retry')}
          </Button>
        )}
      </div>
    </li>
  )
}
