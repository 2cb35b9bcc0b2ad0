import { IconArrowRight } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { SectionIcon } from '../../components/section-icon.tsx'
import { DayText } from '../../components/when.tsx'
import type { Outputs } from '../../lib/trpc.ts'
import classes from './move-dates.module.css'

type Plan = Outputs['plan']['get']
type Move = Outputs['plan']['previewMove'][number]

const groups = ['overdue', 'moves', 'done', 'fixed'] as const
type Group = (typeof groups)[number]

interface MovePreviewProps {
  readonly plan: Plan
  readonly moves: readonly Move[]
}

/** What other key dates do to the tasks: how many in each way, then each with its old and its new day. */
export function MovePreview({ plan, moves }: MovePreviewProps) {
  const { t } = useTranslation('plan')
  const privateIds = new Set(plan.tasks.filter((task) => task.isPrivate).map(({ id }) => id))
  const byGroup = Map.groupBy(moves, (move) => groupOf(move, privateIds.has(move.taskId)))
  const countOf = (group: Group) => byGroup.get(group)?.length ?? 0
  const unchanged = plan.tasks.length - moves.length
  return (
    <>
      <ul className={classes.figures}>
        {groups
          .filter((group) => group === 'moves' || countOf(group) > 0)
          .map((group) => (
            <li key={group} className={group === 'overdue' ? 'late' : undefined}>
              <b>{countOf(group)}</b> <span>{t(`move.figure.${group}`, { count: countOf(group) })}</span>
            </li>
          ))}
        <li>
          <b>{unchanged}</b> <span>{t('move.figure.unchanged', { count: unchanged })}</span>
        </li>
      </ul>
      {moves.length === 0 && <p className="sm ink3">{t('move.nothing')}</p>}
      {groups.map((group) => (
        <MoveGroup key={group} group={group} plan={plan} moves={byGroup.get(group) ?? []} />
      ))}
    </>
  )
}

/** Whether the family's own tasks are done is not told: they follow the date like any other. */
function groupOf({ effect, becomesOverdue }: Move, isPrivate: boolean): Group {
  if (isPrivate && effect === 'done') return 'moves'
  return becomesOverdue ? 'overdue' : effect
}

function MoveGroup({ group, plan, moves }: MovePreviewProps & { readonly group: Group }) {
  const { t } = useTranslation('plan')
  if (moves.length === 0) return null
  return (
    <section className={classes.group}>
      <h3 className={group === 'overdue' ? 'late' : undefined}>{t(`move.title.${group}`, { count: moves.length })}</h3>
      <p className="xs ink3">{t(`move.hint.${group}`)}</p>
      <ul className="rows">
        {moves.map((move) => (
          <MoveRow key={move.taskId} move={move} group={group} plan={plan} />
        ))}
      </ul>
    </section>
  )
}

interface MoveRowProps {
  readonly move: Move
  readonly group: Group
  readonly plan: Plan
}

function MoveRow({ move: { taskId, title, from, to }, group, plan }: MoveRowProps) {
  const { t } = useTranslation('plan')
  const task = plan.tasks.find(({ id }) => id === taskId)
  const day = (date: string | null) =>
    date === null ? t('move.noDate') : <DayText date={date} withYear={date.slice(0, 4) !== plan.today.slice(0, 4)} />
  return (
    <li className={classes.row}>
      {task ? <SectionIcon section={task.section} size="small" isNamed /> : <span />}
      <span lang={task?.titleLanguage}>{title}</span>
      <span className={`sm ${classes.days}`}>
        {group === 'done' || group === 'fixed' ? (
          day(from)
        ) : (
          <>
            <span className="ink3">{day(from)}</span>
            <IconArrowRight size={16} aria-hidden />
            <span className="vh">{t('move.to')}</span>
            <b className={group === 'overdue' ? 'late' : undefined}>{day(to)}</b>
          </>
        )}
      </span>
    </li>
  )
}
