import { Fragment, lazy, Suspense, useState, type Ref } from 'react'
import { useTranslation } from 'react-i18next'
import { LanguageMark } from '../../components/language-mark.tsx'
import { PersonAvatar } from '../../components/person-avatar.tsx'
import { SectionIcon } from '../../components/section-icon.tsx'
import { TaskDate } from '../../components/task-date.tsx'
import { TaskMenu } from '../../components/task-menu.tsx'
import { WhoseFilter } from '../../components/whose-filter.tsx'
import { shortDay } from '../../lib/calendar-format.ts'
import { useStaffLanguage } from '../../lib/i18n.ts'
import { languageName } from '../../lib/language.ts'
import { useReasonText } from '../../lib/reason-text.ts'
import { groupByPhase, isOf, type TaskGroup, type Whose } from '../../lib/task-groups.ts'
import type { Outputs } from '../../lib/trpc.ts'
import { useOwnerOf } from '../../lib/use-owner.ts'
import { useTaskChanges, type TaskChange } from '../../lib/use-task-changes.ts'
import classes from './launch.module.css'

const TaskEditor = lazy(async () => ({ default: (await import('../../components/task-editor.tsx')).TaskEditor }))

type Plan = Outputs['plan']['get']
type Task = Plan['tasks'][number]

interface TaskTableProps {
  readonly ref: Ref<HTMLElement>
  readonly plan: Plan
  readonly municipality: string
  /** Only these tasks, when a warning asked to see them. */
  readonly focus: readonly string[] | undefined
  readonly onShowAll: () => void
}

/** Every task by phase: weekday and date, why it is in, who does it, how far its texts may be trusted. */
export function TaskTable({ ref, plan, municipality, focus, onShowAll }: TaskTableProps) {
  const { t } = useTranslation(['launch', 'common'])
  const language = useStaffLanguage()
  const [whose, setWhose] = useState<Whose>('everyone')
  const columns = 4 + plan.languages.length
  const tasks = plan.tasks.filter((task) =>
    focus === undefined ? isOf(task, whose, plan.participants) : focus.includes(task.id),
  )
  return (
    <section className="card" aria-labelledby="all-tasks" ref={ref} tabIndex={-1}>
      <div className="card-head card-head-sm wrap">
        <h2 id="all-tasks">{t('tasks.title')}</h2>
        <span className="push" />
        {focus === undefined && <WhoseFilter plan={plan} value={whose} onChange={setWhose} />}
      </div>
      {focus !== undefined && (
        <div className={classes.focus} aria-live="polite">
          {t('tasks.focused', { count: tasks.length })}
          <button type="button" className="link" onClick={onShowAll}>
            {t('tasks.showAll')}
          </button>
        </div>
      )}
      <table className={classes.table}>
        <thead>
          <tr>
            <th scope="col">{t('tasks.date')}</th>
            <th scope="col">{t('tasks.task')}</th>
            <th scope="col">{t('tasks.owner')}</th>
            {plan.languages.map((tag) => (
              <th key={tag} scope="col" className={classes.mark}>
                <abbr title={languageName(tag, language)} style={{ textDecoration: 'none' }}>
                  {tag.split('-')[0]?.toUpperCase()}
                </abbr>
              </th>
            ))}
            <th>
              <span className="vh">{t('common:more')}</span>
            </th>
          </tr>
        </thead>
        {groupByPhase(tasks).map((group) => (
          <tbody key={group.phase}>
            <tr>
              <th scope="rowgroup" colSpan={columns} className={classes.group}>
                <GroupTitle group={group} />
              </th>
            </tr>
            {group.tasks.map((task) => (
              <TaskRow key={task.id} task={task} plan={plan} municipality={municipality} columns={columns} />
            ))}
          </tbody>
        ))}
      </table>
    </section>
  )
}

function GroupTitle({ group }: { readonly group: TaskGroup }) {
  const { t } = useTranslation(['launch', 'common'])
  const language = useStaffLanguage()
  const tasks = t('common:tasks', { count: group.tasks.length })
  return (
    <>
      <b>{t(`common:phase.${group.phase}`)}</b>
      <span className="xs">
        {group.from === undefined || group.to === undefined || group.from === group.to
          ? tasks
          : t('tasks.until', { tasks, from: shortDay(group.from, language), to: shortDay(group.to, language) })}
      </span>
    </>
  )
}

interface TaskRowProps {
  readonly task: Task
  readonly plan: Plan
  readonly municipality: string
  readonly columns: number
}

function TaskRow({ task, plan, municipality, columns }: TaskRowProps) {
  const reasonText = useReasonText(municipality)
  const ownerOf = useOwnerOf(plan)
  const changes = useTaskChanges(plan.id)
  const [isEditing, setIsEditing] = useState(false)
  const save = async (change: TaskChange) => {
    if (await changes.change(task, change)) setIsEditing(false)
  }
  const owner = ownerOf(task)
  return (
    <Fragment>
      <tr className={classes.row}>
        <td className={classes.date}>
          <TaskDate task={task} today={plan.today} isDraft />
        </td>
        <td>
          <div className={classes.task}>
            <SectionIcon section={task.section} size="small" isNamed />
            <span>
              <b lang={task.titleLanguage}>{task.title}</b>
              <span className={classes.why}>{reasonText(task)}</span>
              {task.note !== null && <span className={classes.why}>{task.note}</span>}
            </span>
          </div>
        </td>
        <td className={classes.owner}>
          <span className="row">
            <PersonAvatar name={owner.name} kind={owner.kind} size="small" />
            <span className={owner.isMissing ? 'soon' : undefined}>{owner.shortName}</span>
          </span>
        </td>
        {plan.languages.map((tag) => (
          <td key={tag} className={classes.mark}>
            <LanguageMark state={task.coverage[tag] ?? 'missing'} language={tag} />
          </td>
        ))}
        <td>
          <TaskMenu
            task={task}
            onEdit={() => setIsEditing(true)}
            onLeaveOut={() => void changes.include(task, false)}
          />
        </td>
      </tr>
      {isEditing && (
        <tr>
          <td colSpan={columns} className={classes.editor}>
            <Suspense>
              <TaskEditor
                task={task}
                isBusy={changes.isBusy}
                onClose={() => setIsEditing(false)}
                onSave={(change) => void save(change)}
              />
            </Suspense>
          </td>
        </tr>
      )}
    </Fragment>
  )
}
