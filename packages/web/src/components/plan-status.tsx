import {
  IconAlertTriangle,
  IconCircleCheckFilled,
  IconClockExclamation,
  IconMailOpened,
  IconPencil,
  IconProgressCheck,
  IconSend,
  type Icon,
} from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { PlanStatus } from '@kase/shared/plans/plan.schema.ts'
import classes from './plan-status.module.css'
import { ToneBadge, type Tone } from './tone-badge.tsx'

export type { PlanStatus }

interface Look {
  readonly icon: Icon
  readonly tone: Tone
  /** Rungs of the ladder that are reached, of five. */
  readonly step: 1 | 2 | 3 | 4 | 5
  readonly rung: string | undefined
}

export const statusLooks: Record<PlanStatus, Look> = {
  draft: { icon: IconPencil, tone: 'neutral', step: 1, rung: classes.reached },
  sent: { icon: IconSend, tone: 'blue', step: 2, rung: classes.blue },
  opened: { icon: IconMailOpened, tone: 'indigo', step: 3, rung: classes.blue },
  'on-track': { icon: IconProgressCheck, tone: 'green', step: 4, rung: classes.green },
  'at-risk': { icon: IconAlertTriangle, tone: 'amber', step: 4, rung: classes.amber },
  overdue: { icon: IconClockExclamation, tone: 'red', step: 4, rung: classes.red },
  ready: { icon: IconCircleCheckFilled, tone: 'green', step: 5, rung: classes.green },
}

/** The states of a plan, from first to last. */
export const planStatuses = Object.keys(statusLooks) as PlanStatus[]

/** The state of a plan: icon, word, then colour. */
export function StatusBadge({ status }: { readonly status: PlanStatus }) {
  const { t } = useTranslation('common')
  const { icon, tone } = statusLooks[status]
  return <ToneBadge icon={icon} tone={tone} word={t(`status.${status}`)} isSolid={status === 'ready'} />
}

/** How far a plan has come: five rungs, the last one reached carries the condition. */
export function StatusLadder({ status }: { readonly status: PlanStatus }) {
  const { t } = useTranslation('common')
  const { step, rung } = statusLooks[status]
  return (
    <>
      <span className="vh">{t('ladder', { step })}</span>
      <span className={classes.ladder} aria-hidden="true">
        {[1, 2, 3, 4, 5].map((place) => (
          <i
            key={place}
            className={place > step ? '' : place === step || status === 'ready' ? rung : classes.reached}
          />
        ))}
      </span>
    </>
  )
}
