import { can } from '@kase/shared/identity/role.policy.ts'
import { hasOwnPage } from '@kase/shared/plans/own-page.ts'
import { Select } from '@mantine/core'
import { IconLock } from '@tabler/icons-react'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { ConfirmButton } from '../../components/confirm-button.tsx'
import { PersonAvatar } from '../../components/person-avatar.tsx'
import { finnishShortDay } from '../../lib/calendar-format.ts'
import { useErrorText } from '../../lib/errors.ts'
import { useStaffLanguage } from '../../lib/i18n.ts'
import { languageName } from '../../lib/language.ts'
import { useMyPlace } from '../../lib/my-place.ts'
import { notify } from '../../lib/notify.ts'
import { isOf } from '../../lib/task-groups.ts'
import { useTRPC, type Outputs } from '../../lib/trpc.ts'
import { useMembers } from '../../lib/use-owner.ts'
import { useRefreshPlans } from '../../lib/use-refresh-plans.ts'
import { PlanHistory } from './plan-history.tsx'
import { PlanMail } from './plan-mail.tsx'
import classes from './plan.module.css'
import { useFinish } from './use-plan-end.ts'

type Plan = Outputs['plan']['get']

/** Beside the tasks: the people, the buddy, what happened, what became of the mail, and the end of the plan. */
export function PlanSide({ plan }: { readonly plan: Plan }) {
  const { t } = useTranslation('plan')
  const place = useMyPlace()
  const finish = useFinish()
  const may = (action: Parameters<typeof can>[1]) => place !== undefined && can(place.role, action)
  return (
    <div className={`stack g6 no-print ${classes.side}`}>
      <section className="card" aria-labelledby="people">
        <div className={`card-head-sm ${classes.sideHead}`}>
          <h2 id="people">{t('people')}</h2>
        </div>
        <People plan={plan} mayManage={may('link.manage')} />
        {may('plan.write') && <Buddy plan={plan} />}
      </section>
      {may('mail.read') && plan.state !== 'draft' && <PlanMail planId={plan.id} />}
      {may('plan.write') && <PlanHistory planId={plan.id} />}
      {may('plan.write') && plan.state === 'launched' && (
        <div className={classes.quiet}>
          <ConfirmButton
            label={t('finish')}
            title={t('finishTitle')}
            text={t('finishText')}
            isBusy={finish.isPending}
            onConfirm={() => finish.mutate({ planId: plan.id })}
          />
        </div>
      )}
    </div>
  )
}

function People({ plan, mayManage }: { readonly plan: Plan; readonly mayManage: boolean }) {
  const { t } = useTranslation('plan')
  const language = useStaffLanguage()
  const trpc = useTRPC()
  const links = useQuery({
    ...trpc.shareLink.list.queryOptions({ planId: plan.id }),
    enabled: mayManage && plan.state !== 'draft',
  })
  const linkState = (participantId: string): string => {
    const link = links.data?.find((each) => each.participantId === participantId && each.state !== 'revoked')
    if (!link) return links.isSuccess ? t('link.none') : ''
    if (link.state === 'expired') return t('link.expired')
    return link.lastOpenedAt === null
      ? t('link.made')
      : t('link.opened', { date: finnishShortDay(link.lastOpenedAt, language) })
  }
  return (
    <ul className="rows">
      {plan.participants.map((person) => {
        const tasks = plan.tasks.filter((task) => isOf(task, person.id, plan.participants))
        const done = tasks.filter((task) => task.isDone).length
        const parts = [
          languageName(person.language, language),
          hasOwnPage(person) ? linkState(person.id) : t('link.noPage'),
        ].filter((part) => part !== '')
        return (
          <li key={person.id} className={classes.person}>
            <PersonAvatar name={person.name} kind={person.role} />
            <div>
              <p className="semi anywhere">
                {person.name}
                {person.age !== null && `, ${person.age}`}
              </p>
              <p className="xs ink3 upper-first">{parts.join(', ')}</p>
            </div>
            {person.role === 'worker' ? (
              <span className="sm ink2 num">{t('phaseDone', { done, total: tasks.length })}</span>
            ) : (
              <span className={classes.lockText}>
                <IconLock size={15} aria-hidden />
                {t('privateShort')}
              </span>
            )}
          </li>
        )
      })}
    </ul>
  )
}

function Buddy({ plan }: { readonly plan: Plan }) {
  const { t } = useTranslation('plan')
  const trpc = useTRPC()
  const members = useMembers()
  const errorText = useErrorText()
  const refreshPlans = useRefreshPlans()
  const assign = useMutation(
    trpc.plan.assignBuddy.mutationOptions({
      onSuccess: (_nothing, { buddyId }) =>
        notify(
          buddyId === null
            ? t('buddyGone')
            : t('buddySet', { name: members.find(({ userId }) => userId === buddyId)?.name ?? '' }),
        ),
      onError: (error) => void notify(errorText(error), 'refused'),
      onSettled: refreshPlans,
    }),
  )
  return (
    <div className={classes.buddy}>
      <Select
        label={t('buddy')}
        placeholder={t('noBuddy')}
        clearable
        data={members.map(({ userId, name }) => ({ value: userId, label: name }))}
        value={plan.buddyId}
        disabled={assign.isPending}
        onChange={(buddyId) => assign.mutate({ planId: plan.id, buddyId })}
      />
    </div>
  )
}
