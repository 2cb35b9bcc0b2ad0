import { Button } from '@mantine/core'
import { lazy, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { shortDay } from '../../lib/calendar-format.ts'
import { useStaffLanguage } from '../../lib/i18n.ts'
import type { Outputs } from '../../lib/trpc.ts'
import { useTaskChanges } from '../../lib/use-task-changes.ts'
import classes from './launch.module.css'

const DateField = lazy(async () => ({ default: (await import('../../components/date-field.tsx')).DateField }))

interface LateTaskProps {
  readonly task: Outputs['plan']['get']['tasks'][number]
  readonly planId: string
  readonly today: string
}

/** A task whose day has passed before the launch: do it now, on another day, or not at all. */
export function LateTask({ task, planId, today }: LateTaskProps) {
  const { t } = useTranslation('launch')
  const language = useStaffLanguage()
  const changes = useTaskChanges(planId)
  const [isPicking, setIsPicking] = useState(false)
  return (
    <>
      <div>
        <p className="med">{task.title}</p>
        <p className="xs ink3">
          {task.dueOn !== null && t('issue.dates-passedText', { date: shortDay(task.dueOn, language) })}
        </p>
      </div>
      <fieldset className={classes.action} aria-label={t('late.label', { task: task.title })}>
        {isPicking && (
          <Suspense>
            <DateField
              label={<span className="vh">{t('late.pick')}</span>}
              value={undefined}
              onChange={(dueOn) => {
                if (dueOn !== undefined) void changes.change(task, { dueOn })
              }}
            />
          </Suspense>
        )}
        <Button size="compact-sm" disabled={changes.isBusy} onClick={() => void changes.change(task, { dueOn: today })}>
          {t('late.now')}
        </Button>
        {!isPicking && (
          <Button size="compact-sm" variant="subtle" onClick={() => setIsPicking(true)}>
            {t('late.pick')}
          </Button>
        )}
        {!task.isLocked && (
          <Button
            size="compact-sm"
            variant="subtle"
            disabled={changes.isBusy}
            onClick={() => void changes.include(task, false)}
          >
            {t('late.skip')}
          </Button>
        )}
      </fieldset>
    </>
  )
}
