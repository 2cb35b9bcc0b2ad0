import { Button } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useReasonText } from '../lib/reason-text.ts'
import type { Outputs } from '../lib/trpc.ts'
import { useTaskChanges } from '../lib/use-task-changes.ts'
import classes from './left-out.module.css'
import { SectionIcon } from './section-icon.tsx'

type Plan = Outputs['plan']['get']

const firstShown = 5

interface LeftOutProps {
  readonly plan: Plan
  readonly municipality: string
}

/** Every task that is not in the plan, with the reason, and the way to put it in. */
export function LeftOut({ plan, municipality }: LeftOutProps) {
  const { t } = useTranslation('launch')
  const reasonText = useReasonText(municipality)
  const changes = useTaskChanges(plan.id)
  const [showsAll, setShowsAll] = useState(false)
  if (plan.leftOut.length === 0) return null
  const shown = showsAll ? plan.leftOut : plan.leftOut.slice(0, firstShown)
  return (
    <section className="card no-print" aria-labelledby="left-out">
      <div className="card-head card-head-sm wrap">
        <h2 id="left-out">{t('out.title')}</h2>
        <span className="sm ink3">{t('out.count', { count: plan.leftOut.length })}</span>
      </div>
      <ul className="rows">
        {shown.map((task) => (
          <li key={task.id} className={classes.row}>
            <SectionIcon section={task.section} size="small" isNamed />
            <span>{task.title}</span>
            <span className="ink3 upper-first">{reasonText(task)}</span>
            <Button
              variant="subtle"
              size="compact-sm"
              leftSection={<IconPlus size={16} aria-hidden />}
              disabled={changes.isBusy}
              onClick={() => void changes.include(task, true)}
            >
              {t('out.putIn')}
              <span className="vh">: {task.title}</span>
            </Button>
          </li>
        ))}
      </ul>
      {shown.length < plan.leftOut.length && (
        <p className="card-foot">
          <button type="button" className="link" onClick={() => setShowsAll(true)}>
            {t('showMore', { count: plan.leftOut.length - shown.length })}
          </button>
        </p>
      )}
    </section>
  )
}
