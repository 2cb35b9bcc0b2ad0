import { hasOwnPage } from '@kase/shared/plans/own-page.ts'
import { Button, Switch } from '@mantine/core'
import { IconSend } from '@tabler/icons-react'
import { useMutation } from '@tanstack/react-query'
import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { LanguageMark, type CoverageState } from '../../components/language-mark.tsx'
import { PersonAvatar } from '../../components/person-avatar.tsx'
import { firstName } from '../../lib/person-name.ts'
import { useErrorText } from '../../lib/errors.ts'
import { useStaffLanguage } from '../../lib/i18n.ts'
import { languageName } from '../../lib/language.ts'
import { notify } from '../../lib/notify.ts'
import { isOf } from '../../lib/task-groups.ts'
import { useTRPC, type Outputs } from '../../lib/trpc.ts'
import { useRefreshPlans } from '../../lib/use-refresh-plans.ts'
import classes from './launch.module.css'

type Plan = Outputs['plan']['get']
type Participant = Plan['participants'][number]

const route = getRouteApi('/o/$organisation/plans/$planId/check')
const marks: readonly CoverageState[] = ['reviewed', 'translated', 'machine', 'missing']

interface LaunchPanelProps {
  readonly plan: Plan
  readonly isBlocked: boolean
}

/** Who gets a link, and the launch itself. Links are made for everybody with a page; mail goes to those who are switched on. */
export function LaunchPanel({ plan, isBlocked }: LaunchPanelProps) {
  const { t } = useTranslation('launch')
  const [off, setOff] = useState<readonly string[]>([])
  const sendTo = plan.participants
    .filter((person) => hasOwnPage(person) && person.email !== null && !off.includes(person.id))
    .map(({ id }) => id)
  const launch = useLaunch(plan)
  const toggle = (id: string) => setOff(off.includes(id) ? off.filter((other) => other !== id) : [...off, id])
  return (
    <div className={`stack g6 ${classes.side}`}>
      <section className="card" aria-labelledby="links">
        <div className="card-head card-head-sm">
          <h2 id="links">{t('links.title')}</h2>
        </div>
        <ul className="rows">
          {plan.participants.map((person) => (
            <PersonRow
              key={person.id}
              person={person}
              count={plan.tasks.filter((task) => isOf(task, person.id, plan.participants)).length}
              isOn={sendTo.includes(person.id)}
              onToggle={() => toggle(person.id)}
            />
          ))}
        </ul>
      </section>
      <div className="stack g2">
        <Button
          variant="filled"
          fullWidth
          leftSection={<IconSend size={18} aria-hidden />}
          disabled={isBlocked}
          loading={launch.isPending}
          onClick={() => launch.mutate({ planId: plan.id, sendTo })}
        >
          {t('launch', { count: sendTo.length })}
        </Button>
        <p className="xs ink3">{isBlocked ? t('fixFirst') : t('launchNote')}</p>
      </div>
      <div className={classes.legend}>
        <p className="xs semi">{t('legend')}</p>
        {marks.map((state) => (
          <LanguageMark key={state} state={state} withWord />
        ))}
      </div>
    </div>
  )
}

function useLaunch(plan: Plan) {
  const { t } = useTranslation('launch')
  const trpc = useTRPC()
  const navigate = useNavigate()
  const params = route.useParams()
  const refreshPlans = useRefreshPlans()
  const errorText = useErrorText()
  const name = firstName(plan.workerName)
  return useMutation(
    trpc.plan.launch.mutationOptions({
      onSuccess: async (_nothing, { sendTo }) => {
        const count = sendTo?.length ?? 0
        await navigate({ to: '/o/$organisation/plans/$planId', params, search: { share: true } })
        await refreshPlans()
        await notify(count === 0 ? t('launched', { name }) : t('launchedSent', { name, count }))
      },
      onError: async (error) => {
        await refreshPlans()
        await notify(errorText(error), 'refused')
      },
    }),
  )
}

interface PersonRowProps {
  readonly person: Participant
  readonly count: number
  readonly isOn: boolean
  readonly onToggle: () => void
}

function PersonRow({ person, count, isOn, onToggle }: PersonRowProps) {
  const { t } = useTranslation('launch')
  const language = useStaffLanguage()
  const hasPage = hasOwnPage(person)
  return (
    <li className={classes.person}>
      <PersonAvatar name={person.name} kind={person.role} />
      <div>
        <p className="semi">{person.name}</p>
        <p className="xs ink3">
          {hasPage
            ? t('links.tasksIn', { count, language: languageName(person.language, language) })
            : t('links.noPage')}
        </p>
      </div>
      {hasPage ? (
        <Switch
          aria-label={t('links.sendTo', { name: person.name })}
          checked={isOn}
          disabled={person.email === null}
          onChange={onToggle}
        />
      ) : (
        <span />
      )}
      {hasPage && <p className="xs ink3 anywhere">{person.email ?? t('links.noEmail')}</p>}
    </li>
  )
}
