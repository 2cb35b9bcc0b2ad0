import { Checkbox } from '@mantine/core'
import { IconChevronRight } from '@tabler/icons-react'
import { useLocation } from '@tanstack/react-router'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { WhoseFilter } from '../../components/whose-filter.tsx'
import { shortDay } from '../../lib/calendar-format.ts'
import { useStaffLanguage } from '../../lib/i18n.ts'
import { groupByPhase, isOf, type TaskGroup, type Whose } from '../../lib/task-groups.ts'
import type { Outputs } from '../../lib/trpc.ts'
import classes from './plan.module.css'
import { TaskRow } from './task-row.tsx'
import type { Said } from './use-said.ts'

type Plan = Outputs['plan']['get']

interface PlanTasksProps {
  readonly plan: Plan
  readonly municipality: string
  readonly said: Said
}

/** The tasks by phase. Phases where everything is done are closed at first, the others open. */
export function PlanTasks({ plan, municipality, said }: PlanTasksProps) {
  const { t } = useTranslation('plan')
  const [whose, setWhose] = useState<Whose>('everyone')
  const [showsDone, setShowsDone] = useState(true)
  const tasks = plan.tasks.filter((task) => isOf(task, whose, plan.participants))
  return (
    <>
      <div className={classes.tools}>
        <WhoseFilter plan={plan} value={whose} onChange={setWhose} />
        <Checkbox
          className="no-print"
          label={t('showDone')}
          checked={showsDone}
          onChange={(event) => setShowsDone(event.currentTarget.checked)}
        />
      </div>
      <div className="stack g4">
        {tasks.length === 0 && <p className="card card-pad sm ink3">{t('noTasks')}</p>}
        {groupByPhase(tasks).map((group) => (
          <Phase
            key={group.phase}
            group={group}
            plan={plan}
            municipality={municipality}
            said={said}
            showsDone={showsDone}
          />
        ))}
      </div>
    </>
  )
}

interface PhaseProps extends PlanTasksProps {
  readonly group: TaskGroup
  readonly showsDone: boolean
}

function Phase({ group, plan, municipality, said, showsDone }: PhaseProps) {
  const { t } = useTranslation(['plan', 'common'])
  const language = useStaffLanguage()
  const { hash } = useLocation()
  const id = useId()
  const seen = group.tasks.filter((task) => !task.isPrivate)
  const done = seen.filter((task) => task.isDone).length
  const isAsked = group.tasks.some((task) => hash === `task-${task.id}`)
  const [isOpen, setIsOpen] = useState(isAsked || plan.state !== 'launched' || done < seen.length || seen.length === 0)
  const shown = showsDone ? group.tasks : group.tasks.filter((task) => !task.isDone)
  return (
    <section className="card" aria-labelledby={`${id}-title`}>
      <h2>
        <button
          type="button"
          className={`${classes.phaseHead} print-keep`}
          aria-expanded={isOpen}
          aria-controls={`${id}-tasks`}
          onClick={() => setIsOpen(!isOpen)}
        >
          <IconChevronRight size={18} aria-hidden />
          <span className={classes.phaseTitle}>
            <b id={`${id}-title`}>{t(`common:phase.${group.phase}`)}</b>
            {group.from !== undefined && group.to !== undefined && (
              <span className="sm ink3">
                {group.from === group.to
                  ? shortDay(group.from, language)
                  : t('phaseRange', { from: shortDay(group.from, language), to: shortDay(group.to, language) })}
              </span>
            )}
          </span>
          {seen.length > 0 && plan.state !== 'draft' && (
            <span className={classes.progress}>
              <span className={`bar ${classes.bar}`} aria-hidden="true">
                <i style={{ width: `${(100 * done) / seen.length}%` }} />
              </span>
              {seen.length < group.tasks.length
                ? t('phaseDoneSeen', { done, total: seen.length })
                : t('phaseDone', { done, total: seen.length })}
            </span>
          )}
        </button>
      </h2>
      <ul className={`rows ${classes.tasks}`} id={`${id}-tasks`} hidden={!isOpen}>
        {shown.length === 0 && <li className="card-pad sm ink3">{t('allHidden')}</li>}
        {shown.map((task) => (
          <TaskRow key={task.id} task={task} plan={plan} municipality={municipality} said={said.of(task.id)} />
        ))}
      </ul>
    </section>
  )
}
